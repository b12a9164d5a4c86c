package io.ringback.list;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The closed days of a list are taken from a calendar file. */
@RingbackTest
class ClosedDaysCalendarTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private HoursOfAList hours;
    private Http supervisor;
    private String path;

    @BeforeEach
    void aListThatIsAlwaysOpen() {
        clock.set(Instant.parse("2026-03-02T08:00:00Z"));
        hours = HoursOfAList.anew(centre);
        supervisor = hours.supervisor();
        path = hours.path();
    }

    @Test
    void aCalendarIsLookedAtFirstAndThenTakenIn() {
        hours.change("0", json(HoursOfAList.ALL));

        var preview = calendar("?preview=true", null);
        var untouched = supervisor.get(path).json();
        var stored = calendar("", "1");

        assertThat(preview.json().path("days").toString())
                .isEqualTo(
                        json(
                                "[{'date':'2026-03-05','name':'Known'},{'date':'2026-05-01','name':'Vappu'},{'date':'2027-05-01','name':'Vappu'}]"));
        assertThat(preview.json().at("/skipped/0/reason").asText()).isEqualTo("NOT_WHOLE_DAYS");
        assertThat(untouched.path("closedDays")).hasSize(1);
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
        assertThat(supervisor.get(path).json().path("closedDays").toString())
                .isEqualTo(
                        json(
                                "[{'date':'2026-03-05','name':'Move'},{'date':'2026-05-01','name':'Vappu'},{'date':'2027-05-01','name':'Vappu'}]"));
    }

    @Test
    void aCalendarNeedsHoursAndTheirVersion() {
        conflict(calendar("", "0"));
        refused(calendar("", null), 428, "precondition-required");
        hours.change("0", json(HoursOfAList.ALL));
        refused(calendar("", "0"), 412, "precondition-failed");
    }

    @Test
    void aCalendarFullOfAppointmentsIsTakenIn() {
        hours.change("0", json(HoursOfAList.ALL));
        var appointment = "BEGIN:VEVENT\r\nSUMMARY:Meeting\r\nDTSTART:20260401T120000Z\r\nEND:VEVENT\r\n";

        var preview = calendar("?preview=true", null, appointment.repeat(1_500));
        var tooLong = calendar("?preview=true", null, appointment.repeat(20_000));

        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.json().path("days")).hasSize(3);
        assertThat(tooLong.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART;VALUE=DATE:20260401~RRULE:COUNT=3              | UNREADABLE
            DTSTART;VALUE=DATE:20260401~RRULE:                     | UNREADABLE
            DTSTART;VALUE=DATE:20260401~RRULE:FREQ=YEARLY;BYMONTH=13 | UNREADABLE
            DTSTART;VALUE=DATE:20260401~RRULE:FREQ=YEARLY;BYEASTER=0 | UNKNOWN_RULE
            DTSTART;VALUE=DATE:20260401~STATUS:cancelled           | CANCELLED
            DTSTART;VALUE=DATE:10000101~RRULE:FREQ=DAILY;COUNT=999999999 | TOO_MUCH
            """)
    void anEventThatCannotBeTakenIsToldAndTheOthersAreTaken(String lines, String reason) {
        var preview = calendar(
                "?preview=true",
                null,
                "BEGIN:VEVENT\r\nSUMMARY:Odd\r\n" + lines.replace("~", "\r\n") + "\r\nEND:VEVENT\r\n");

        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.json().path("days")).hasSize(3);
        assertThat(preview.json().at("/skipped/1").toString()).isEqualTo(json("{'name':'Odd','reason':'%s'}", reason));
    }

    @ParameterizedTest
    @CsvSource({
        "text/calendar, '', 422",
        "text/calendar;charset=no-such-coding, BEGIN:VCALENDAR, 415",
        "text/calendar;charset=UTF-7, BEGIN:VCALENDAR, 415",
        "text/calendar;charset=utf-16, BEGIN:VCALENDAR, 422",
        "text/calendar;charset=ISO-8859-1;method=PUBLISH, BEGIN:VCALENDAR, 422",
        "text/calendar, %PDF-1.7, 422",
        "text/plain, BEGIN:VCALENDAR, 415"
    })
    void whatIsNoCalendarIsRefusedHoweverItComes(String type, String body, int status) {
        var answer = supervisor.send(supervisor
                .request(path + "/closed-days?preview=true")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void aCalendarThatStandsForTooManyDaysIsRefusedBeforeTheListIsLocked() {
        hours.change("0", json(HoursOfAList.ALL));
        var every = "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n";

        var answer = calendar("", "1", every.repeat(5_000));

        invalid(answer, "file");
        assertThat(supervisor.get(path).json().path("version").asLong()).isEqualTo(1);
    }

    private Http.Answer calendar(String query, @Nullable String ifMatch) {
        return calendar(query, ifMatch, "");
    }

    private Http.Answer calendar(String query, @Nullable String ifMatch, String more) {
        var request = supervisor.request(path + "/closed-days" + query).header("Content-Type", "text/calendar");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return supervisor.send(request.POST(HttpRequest.BodyPublishers.ofString("""
                BEGIN:VCALENDAR\r
                VERSION:2.0\r
                PRODID:-//test//EN\r
                BEGIN:VEVENT\r
                SUMMARY:Vappu\r
                DTSTART;VALUE=DATE:20200501\r
                RRULE:FREQ=YEARLY\r
                END:VEVENT\r
                BEGIN:VEVENT\r
                SUMMARY:Known\r
                DTSTART;VALUE=DATE:20260305\r
                END:VEVENT\r
                BEGIN:VEVENT\r
                SUMMARY:Meeting\r
                DTSTART:20260401T120000Z\r
                END:VEVENT\r
                %sEND:VCALENDAR\r
                """.formatted(more)))
                .build());
    }
}
