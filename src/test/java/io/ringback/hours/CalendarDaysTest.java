package io.ringback.hours;

import static io.ringback.hours.Weeks.HELSINKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which days small calendars close, and why events are passed over; the table is calendars/days.txt. */
class CalendarDaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final TimeZone USUAL = TimeZone.getDefault();

    static Stream<CalendarCases.Case> cases() {
        return CalendarCases.all();
    }

    @AfterEach
    void backInTheUsualZone() {
        TimeZone.setDefault(USUAL);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void closesTheDaysItSaysAndTellsWhatItPassesOver(CalendarCases.Case each) {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

        var read = ClosedDaysFile.read(each.calendar().getBytes(StandardCharsets.UTF_8), null, TODAY, HELSINKI);

        assertThat(read.days().stream().map(ClosedDay::date)).containsExactlyElementsOf(each.days());
        assertThat(read.skipped().stream().map(skipped -> skipped.name() + ":" + skipped.reason()))
                .containsExactlyInAnyOrderElementsOf(each.skipped());
    }
}
