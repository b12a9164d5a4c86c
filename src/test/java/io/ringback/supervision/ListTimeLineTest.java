package io.ringback.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.list.AllocationOrder;
import io.ringback.list.CallbackList;
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
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:messages/lists");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var words = new TimeWords(messages, Locale.forLanguageTag(language), HELSINKI);
        return ListExample.of(ListPreview.of(list, FRIDAY), FRIDAY.minus(Duration.ofDays(1)), words);
    }
}
