package io.ringback.office.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.list.AllocationOrder;
import io.ringback.list.CallbackList;
import io.ringback.office.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** Examples in words and drawn, on the clock of the list. */
class ListTimeLineTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final Instant FRIDAY = Instant.parse("2026-11-27T14:50:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | on Friday at 16:50 | at 17:50  | on Saturday at 16:50",
                "fi | perjantaina klo 16.50 | klo 17.50 | lauantaina klo 16.50",
                "sv | på fredag kl. 16.50 | kl. 17.50 | på lördag kl. 16.50"
            })
    void saysTimesOnTheClockOfTheList(String language, String asked, String due, String expires) {
        var example = example("PT1H", "PT24H", language);

        assertThat(example.atOnce()).isTrue();
        assertThat(example.asked()).isEqualTo(asked);
        assertThat(example.due()).isEqualTo(due);
        assertThat(example.expires()).isEqualTo(expires);
    }

    @Test
    void saysTheDateOfWhatIsFarAway() {
        assertThat(example("PT1H", "P14D", "en").expires()).isEqualTo("on Friday 11 December at 16:50");
    }

    @Test
    void saysSecondsOnlyWhereThereAreSome() {
        assertThat(example("PT90S", "PT24H", "en").due()).isEqualTo("at 16:51:30");
    }

    @Test
    void placesTheDueTimeByItsPartOfTheWhole() {
        var line = example("PT12H", "PT24H", "en").line();

        assertThat(line.offered()).isEqualTo(ListTimeLine.START);
        assertThat(line.due()).isEqualTo((line.offered() + line.expires()) / 2);
    }

    @ParameterizedTest
    @CsvSource({"PT2S, PT10S", "PT1M, PT2H", "PT1H, PT24H", "P1D, P5D", "P2D, P30D", "P100D, P366D"})
    void drawsAFewMarksOnTheScale(String due, String expires) {
        var line = example(due, expires, "en").line();

        assertThat(line.ticks()).hasSizeLessThanOrEqualTo(9);
        assertThat(line.ticks()).allSatisfy(tick -> assertThat(tick.x()).isBetween(line.offered(), line.expires()));
    }

    @Test
    void namesDaysWhereMidnightIs() {
        assertThat(example("PT1H", "P3D", "en").line().ticks())
                .extracting(ListTimeLine.Tick::label)
                .contains("Sat", "Sun", "12");
    }

    /** Request, hours to expiry, labels; a mark stands where its hour is, so marks around a change are nearer or farther. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Helsinki     | 2026-10-24T22:30:00Z | PT6H  | 02 03 03 04 05 06
            Europe/Helsinki     | 2026-03-28T22:30:00Z | PT6H  | 01 02 04 05 06 07
            Europe/Helsinki     | 2026-10-24T20:30:00Z | PT16H | Sun 02 04 06 08 10 12 14
            Australia/Lord_Howe | 2026-04-04T12:30:00Z | PT6H  | Sun 01 02 03 04
            Australia/Lord_Howe | 2026-10-03T13:00:00Z | PT6H  | Sun 01 03 04 05
            Antarctica/Troll    | 2026-10-24T22:30:00Z | PT6H  | 01 02 01 02 03 04
            Africa/Cairo        | 2026-04-23T19:30:00Z | PT6H  | 22 23 Fri 02 03 04
            Europe/Helsinki     | 2026-10-23T12:00:00Z | P5D   | Sat Sun Mon Tue Wed
            Africa/Cairo        | 2026-04-22T12:00:00Z | P5D   | Thu Fri Sat Sun Mon
            """)
    void marksHoursAsTheClocksShowThemOnDaysOfChange(String zone, Instant at, String length, String labels) {
        var line = ListTimeLine.of(
                new ListPreview(at, at, at, at.plus(Duration.parse(length)), ZoneId.of(zone)),
                new TimeWords(messages(), Locale.ENGLISH, ZoneId.of(zone)));

        assertThat(line.ticks()).extracting(ListTimeLine.Tick::label).containsExactly(labels.split(" "));
        assertThat(line.ticks()).extracting(ListTimeLine.Tick::x).isSorted().doesNotHaveDuplicates();
    }

    private static ListExample example(String dueAfter, String expiresAfter, String language) {
        var list = new CallbackList(
                "sales",
                "Sales",
                "FI",
                HELSINKI,
                AllocationOrder.DUE,
                Duration.parse(dueAfter),
                Duration.parse(expiresAfter),
                null,
                null,
                null,
                null,
                1);
        var words = new TimeWords(messages(), Locale.forLanguageTag(language), HELSINKI);
        return ListExample.of(ListPreview.of(list, FRIDAY), FRIDAY.minus(Duration.ofDays(1)), words);
    }

    private static ReloadableResourceBundleMessageSource messages() {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:messages/lists");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
