package io.ringback.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.hours.ImportedDays.Reason;
import io.ringback.hours.ImportedDays.Skipped;
import io.ringback.platform.problem.InvalidField;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an iCalendar file closes, read on 2 March 2026. */
class ClosedDaysFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final TimeZone USUAL = TimeZone.getDefault();

    @AfterEach
    void backInTheUsualZone() {
        TimeZone.setDefault(USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Helsinki", "America/New_York", "Pacific/Auckland"})
    void aWholeDayIsThatDayWhereverTheServerStands(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        var days = read(event("SUMMARY:Stocktaking", "DTSTART;VALUE=DATE:20260401"));

        assertThat(days.days()).containsExactly(new ClosedDay(LocalDate.of(2026, 4, 1), "Stocktaking"));
        assertThat(days.skipped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Helsinki", "America/New_York"})
    void severalDaysEndOnTheDayBeforeTheEnd(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        var days = read(
                event("SUMMARY:Move", "DTSTART;VALUE=DATE:20260327", "DTEND;VALUE=DATE:20260331"),
                event("SUMMARY:Fair", "DTSTART;VALUE=DATE:20260501", "DURATION:P2D"));

        assertThat(dates(days))
                .containsExactly("2026-03-27", "2026-03-28", "2026-03-29", "2026-03-30", "2026-05-01", "2026-05-02");
    }

    @Test
    void aYearlyDayIsTakenInForTwoYears() {
        var days = read(event("SUMMARY:Founders’ day", "DTSTART;VALUE=DATE:20200601", "RRULE:FREQ=YEARLY"));

        assertThat(dates(days)).containsExactly("2026-06-01", "2027-06-01");
    }

    @Test
    void exceptionsAndFurtherDatesOfARepeatedEventCount() {
        var days = read(event(
                "SUMMARY:Training",
                "DTSTART;VALUE=DATE:20260302",
                "RRULE:FREQ=WEEKLY;COUNT=4",
                "EXDATE;VALUE=DATE:20260309",
                "RDATE;VALUE=DATE:20260401"));

        assertThat(dates(days)).containsExactly("2026-03-02", "2026-03-16", "2026-03-23", "2026-04-01");
    }

    @Test
    void whatClosesNoWholeDayIsToldWithItsReason() {
        var days = read(
                event("SUMMARY:Meeting", "DTSTART:20260401T120000Z", "DTEND:20260401T130000Z"),
                event("SUMMARY:Off", "DTSTART;VALUE=DATE:20260402", "STATUS:CANCELLED"),
                event("SUMMARY:Past", "DTSTART;VALUE=DATE:20250402"),
                event("SUMMARY:Far", "DTSTART;VALUE=DATE:20310402"),
                event("SUMMARY:Never"),
                event("SUMMARY:Ticks", "DTSTART;VALUE=DATE:20260402", "RRULE:FREQ=SECONDLY"),
                event("SUMMARY:Backwards", "DTSTART;VALUE=DATE:20260402", "DTEND;VALUE=DATE:20260401"));

        assertThat(days.days()).isEmpty();
        assertThat(days.skipped())
                .containsExactly(
                        new Skipped("Meeting", Reason.NOT_WHOLE_DAYS),
                        new Skipped("Off", Reason.CANCELLED),
                        new Skipped("Past", Reason.OUT_OF_TIME),
                        new Skipped("Far", Reason.OUT_OF_TIME),
                        new Skipped("Never", Reason.UNREADABLE),
                        new Skipped("Ticks", Reason.UNREADABLE),
                        new Skipped("Backwards", Reason.UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260230", "20270229", "20261301", "20260001", "20260100"})
    void aDateThatDoesNotExistIsNoOtherDay(String date) {
        var days = read(event("SUMMARY:Mistyped", "DTSTART;VALUE=DATE:" + date));

        assertThat(days.days()).isEmpty();
        assertThat(days.skipped()).containsExactly(new Skipped("Mistyped", Reason.UNREADABLE));
    }

    @Test
    void aRepetitionThatNeverComesEnds() {
        var days =
                read(event("SUMMARY:Never", "DTSTART;VALUE=DATE:20260401", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"));

        assertThat(days.days().size()).isLessThanOrEqualTo(1);
    }

    @Test
    void namesAreCutAndCleaned() {
        var days = read(
                event("SUMMARY:" + "x".repeat(300), "DTSTART;VALUE=DATE:20260401"),
                event("SUMMARY:two\\nlines", "DTSTART;VALUE=DATE:20260402"),
                event("DTSTART;VALUE=DATE:20260403"));

        assertThat(days.days())
                .extracting(ClosedDay::name)
                .satisfiesExactly(
                        name -> assertThat(name).hasSize(100).endsWith("…"),
                        name -> assertThat(name).isEqualTo("two lines"),
                        name -> assertThat(name).isEqualTo("–"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{\"a\":1}",
                "BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260401\r\nSUMMARY:cut"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> ClosedDaysFile.read(text, TODAY)).isInstanceOf(InvalidField.class);
    }

    @Test
    void aFewDaysAreFoundAmongThousandsOfAppointments() {
        var events = IntStream.range(0, 5_000)
                .mapToObj(number -> event("SUMMARY:Meeting", "DTSTART:20260401T120000Z", "DTEND:20260401T130000Z"))
                .toArray(String[]::new);
        events[4_321] = event("SUMMARY:Day", "DTSTART;VALUE=DATE:20260401");

        var days = read(events);

        assertThat(dates(days)).containsExactly("2026-04-01");
        assertThat(days.skipped()).hasSize(4_999);
    }

    private static ImportedDays read(String... events) {
        var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
        return ClosedDaysFile.read(text, TODAY);
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    private static List<String> dates(ImportedDays days) {
        return days.days().stream().map(day -> day.date().toString()).toList();
    }
}
