package io.ringback.hours;

import static io.ringback.hours.Weeks.HELSINKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.hours.ImportedDays.Reason;
import io.ringback.platform.problem.InvalidField;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much work a calendar makes, counted in days looked at or closed. */
@Tag("long")
class CalendarWorkTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final ReadingWork work = new ReadingWork();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20     | DTSTART;VALUE=DATE:20260101\\nDURATION:P365D\\nRRULE:FREQ=DAILY              | 100000 | 731
            20     | DTSTART;VALUE=DATE:20000101\\nDURATION:P366D\\nRRULE:FREQ=DAILY              | 100000 | 731
            1      | DTSTART;VALUE=DATE:19000101\\nRRULE:FREQ=DAILY                               | 4000   | 731
            1      | DTSTART;VALUE=DATE:16010101\\nRRULE:FREQ=YEARLY                              | 50     | 2
            1      | DTSTART;VALUE=DATE:16010101\\nRRULE:FREQ=YEARLY;BYDAY=MO                     | 3000   | 105
            1      | DTSTART;VALUE=DATE:16010101\\nRRULE:FREQ=DAILY;INTERVAL=999999999            | 50     | 0
            1      | DTSTART;VALUE=DATE:20260401\\nRRULE:FREQ=YEARLY;INTERVAL=999999999           | 50     | 1
            1      | DTSTART;VALUE=DATE:20260401\\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30       | 4000   | 1
            1      | DTSTART;VALUE=DATE:20260401\\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9 | 4000 | 1
            1000   | DTSTART;VALUE=DATE:19700501\\nRRULE:FREQ=YEARLY                              | 30000  | 2
            """)
    void isBoundedByTheDaysTakenInAndNotByWhatItStandsFor(int events, String event, long most, int days) {
        var read = read(event, events);

        assertThat(read.days()).hasSize(days);
        assertThat(work.done()).isLessThan(most);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;VALUE=DATE:10000101\\nRRULE:FREQ=DAILY;COUNT=999999999",
                "DTSTART;VALUE=DATE:00010101\\nRRULE:FREQ=YEARLY;BYDAY=MO;COUNT=999999999",
                "DTSTART;VALUE=DATE:10000101\\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=999999999"
            })
    void anEventThatMakesTooMuchIsPassedOver(String event) {
        var read = read(event, 1);

        assertThat(read.skipped()).extracting(ImportedDays.Skipped::reason).containsExactly(Reason.TOO_MUCH);
        assertThat(work.done()).isLessThan(2L * ReadingWork.MOST_FOR_EVENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;VALUE=DATE:10000101\\nRRULE:FREQ=DAILY;COUNT=999999999",
                "DTSTART;VALUE=DATE:20260101\\nRRULE:FREQ=DAILY"
            })
    void aFileThatMakesTooMuchIsRefused(String event) {
        assertThatThrownBy(() -> read(event, 5_000))
                .isInstanceOf(InvalidField.class)
                .satisfies(refused ->
                        assertThat(((InvalidField) refused).errors().toString()).contains("stands for too many days"));
        assertThat(work.done()).isLessThanOrEqualTo(ReadingWork.MOST_FOR_FILE + 1L);
    }

    private ImportedDays read(String lines, int times) {
        var event = "BEGIN:VEVENT\n%s\nEND:VEVENT\n"
                .formatted(lines.replace("\\n", "\n").strip());
        var file = "BEGIN:VCALENDAR\n" + event.repeat(times) + "END:VCALENDAR\n";
        return ClosedDaysFile.read(file.getBytes(StandardCharsets.UTF_8), null, TODAY, HELSINKI, work);
    }
}
