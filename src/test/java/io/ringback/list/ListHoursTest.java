package io.ringback.list;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calling hours of a list are set, read and taken away. */
@RingbackTest
class ListHoursTest {

    private static final String ALL = """
            {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'},{'day':'SATURDAY','from':'22:00','to':'02:00'}],
             'holidays':true,'subRegion':null,'closedDays':[{'date':'2026-03-05','name':'Move'}],
             'expiry':'PAUSES','callerZone':true}""";

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Http supervisor;
    private String list;
    private String path;

    @BeforeEach
    void aListThatIsAlwaysOpen() {
        clock.set(Instant.parse("2026-03-02T08:00:00Z"));
        supervisor = centre.as(centre.person("SUPERVISOR"));
        list = centre.list();
        path = "/api/v1/lists/%s/hours".formatted(list);
    }

    @Test
    void aNewListIsAlwaysOpen() {
        var answer = supervisor.get(path);

        assertThat(answer.json().path("alwaysOpen").asBoolean()).isTrue();
        assertThat(answer.json().path("openNow").asBoolean()).isTrue();
        assertThat(answer.json().path("version").asLong()).isZero();
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void whatWasSetIsReadAgain() {
        var answer = change("0", json(ALL));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var hours = supervisor.get(path).json();
        assertThat(hours.path("alwaysOpen").asBoolean()).isFalse();
        assertThat(hours.path("week").toString())
                .isEqualTo(
                        json(
                                "[{'day':'MONDAY','from':'08:00','to':'16:00'},{'day':'SATURDAY','from':'22:00','to':'02:00'}]"));
        assertThat(hours.path("holidays").asBoolean()).isTrue();
        assertThat(hours.path("closedDays").toString()).isEqualTo(json("[{'date':'2026-03-05','name':'Move'}]"));
        assertThat(hours.path("expiry").asText()).isEqualTo("PAUSES");
        assertThat(hours.path("callerZone").asBoolean()).isTrue();
        assertThat(hours.path("version").asLong()).isEqualTo(1);
        assertThat(hours.path("openNow").asBoolean()).as("Monday, 10 o’clock").isTrue();
    }

    @Test
    void whatWasReadMayBeSentBack() {
        change("0", json(ALL));

        var answer = supervisor.put(path, supervisor.get(path).body());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("version").asLong()).as("nothing changed").isEqualTo(1);
    }

    @Test
    void theListItselfAndItsVersionStayAsTheyAre() {
        var before = supervisor.get("/api/v1/lists/" + list).json();

        change("0", json(ALL));

        assertThat(supervisor.get("/api/v1/lists/" + list).json()).isEqualTo(before);
    }

    @Test
    void aChangeOnAnOldVersionIsRefused() {
        change("0", json(ALL));

        refused(change("0", json(ALL)), 412, "precondition-failed");
        refused(supervisor.put(path, json(ALL)), 428, "precondition-required");
        assertThat(change("1", json(ALL).replace("PAUSES", "COUNTS_ON")).status())
                .isEqualTo(200);
    }

    @Test
    void hoursCanBeTakenAway() {
        change("0", json(ALL));

        var answer = supervisor.delete(path);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(supervisor.get(path).json().path("alwaysOpen").asBoolean()).isTrue();
        assertThat(supervisor.get(path).json().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void alwaysOpenTakesThemAwayToo() {
        change("0", json(ALL));

        var answer = change("1", json("{'alwaysOpen':true}"));

        assertThat(answer.json().path("alwaysOpen").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            week       | {'week':[]}
            week       | {}
            week       | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'},{'day':'MONDAY','from':'15:00','to':'17:00'}]}
            week       | {'week':[{'day':'SUNDAY','from':'22:00','to':'06:00'},{'day':'MONDAY','from':'05:00','to':'07:00'}]}
            week[0].day| {'week':[{'from':'08:00','to':'16:00'}]}
            week[0].from| {'week':[{'day':'MONDAY','from':'25:00','to':'16:00'}]}
            week[0].from| {'week':[{'day':'MONDAY','from':'24:00','to':'16:00'}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':16}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':'24:00'}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00:00'}]}
            subRegion  | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'subRegion':'by'}
            closedDays | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-03-05','name':'a'},{'date':'2026-03-05','name':'b'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-02-30','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-12-23T22:00:00Z','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':[2026,12,23],'name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'','name':'a'}]}
            closedDays[0].name | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-03-05','name':' '}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':'24:00'}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00:00'}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00Z'}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':'8:00'}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':'4 pm'}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':[16,0]}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':''}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-12-23T22:00:00Z','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-12-24T00:00:00','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-12-24T00:00:00+02:00','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-12-24Z','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-12-24+02:00','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'20261224','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-1-5','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-W52-4','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-359','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'24.12.2026','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':' 2026-12-24','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'+12026-12-24','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':[2026,12,24],'name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':20446,'name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':1766534400000,'name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':true,'name':'a'}]}
            openHolidays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'openHolidays':[{'date':'2026-12-23T22:00:00Z'}]}
            openHolidays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'openHolidays':[{'date':'2026-02-30'}]}
            openHolidays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'openHolidays':[{'date':null}]}
            openHolidays | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'openHolidays':[{'date':'2026-12-24'},{'date':'2026-12-24','everyYear':true}]}
            closedDays[0].everyYear | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-12-24','name':'a','everyYear':'yes'}]}
            expiry     | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'expiry':'SOMETIMES'}
            """)
    void whatCannotBeIsRefusedAtItsField(String field, String body) {
        invalid(change("0", json(body.replace("%", "%%"))), field.strip());
        assertThat(supervisor.get(path).json().path("version").asLong()).isZero();
    }

    @Test
    void anInstantIsToldToBeNoDateAndMidnightHowItIsWritten() {
        var date = change("0", json(ALL).replace("2026-03-05", "2026-12-23T22:00:00Z"));
        var midnight = change("0", json(ALL).replace("16:00", "24:00"));

        assertThat(date.body()).contains("a date such as 2026-12-24, without a time");
        assertThat(midnight.body()).contains("the midnight that ends a day (24:00) is written 00:00");
    }

    @Test
    void aHolidayIsKeptOpenForGoodAndADayClosedEveryYear() {
        change("0", json("""
                {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'},{'day':'THURSDAY','from':'08:00','to':'16:00'},
                         {'day':'FRIDAY','from':'08:00','to':'16:00'}],
                 'holidays':true,
                 'closedDays':[{'date':'2020-12-28','name':'Stocktaking','everyYear':true}],
                 'openHolidays':[{'date':'2025-06-20','everyYear':true},{'date':'2026-12-24'}]}"""));

        var hours = supervisor.get(path).json();

        assertThat(hours.path("openHolidays").toString())
                .isEqualTo(json("[{'date':'2025-06-20','everyYear':true},{'date':'2026-12-24'}]"));
        assertThat(hours.path("closedDays").toString())
                .isEqualTo(json("[{'date':'2020-12-28','name':'Stocktaking','everyYear':true}]"));
        assertThat(hours.path("holidaysChecked").toString()).isEqualTo("[2024,2025,2026,2027,2028]");
        assertThat(opensAfter("2026-06-18T20:00:00Z")).as("Midsummer Eve").isEqualTo("2026-06-19T05:00:00Z");
        assertThat(opensAfter("2026-12-23T20:00:00Z")).as("Christmas Eve").isEqualTo("2026-12-24T06:00:00Z");
        assertThat(opensAfter("2026-12-24T20:00:00Z"))
                .as("Christmas, and stocktaking on the Monday after it")
                .isEqualTo("2026-12-31T06:00:00Z");
        assertThat(supervisor.put(path, supervisor.get(path).body()).status()).isEqualTo(200);
    }

    private String opensAfter(String time) {
        clock.set(Instant.parse(time));
        return supervisor.get(path).json().path("nextOpening").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTEGRATOR", "AGENT", "DESIGNER", "AUDITOR"})
    void everybodyReadsThemButOnlySupervisorsAndAdministratorsChangeThem(String role) {
        var reader = centre.as(centre.person(role));

        assertThat(reader.get(path).status()).isEqualTo(200);
        refused(reader.put(path, json(ALL)), 403, "forbidden");
        refused(reader.delete(path), 403, "forbidden");
        refused(reader.post(path + "/closed-days", ""), 403, "forbidden");
    }

    @Test
    void anUnknownListHasNoHours() {
        notFound(supervisor.get("/api/v1/lists/no-such/hours"));
        notFound(supervisor.put("/api/v1/lists/no-such/hours", json(ALL).replaceFirst("\\{", "{\"version\":0,")));
    }

    @Test
    void everyChangeIsInTheAuditTrail() {
        change("0", json(ALL));
        change("1", json(ALL).replace("PAUSES", "COUNTS_ON").replace("2026-03-05", "2026-03-06"));

        var details = jdbc.sql("""
                        SELECT details::text FROM ringback.audit_event
                        WHERE list_id = ? AND type = 'LIST_HOURS_CHANGED' ORDER BY id""").param(list).query(String.class).list();

        assertThat(details).hasSize(2);
        assertThat(details.get(0)).contains("always → [MONDAY 08:00–16:00, SATURDAY 22:00–02:00]", "2026-03-05");
        assertThat(details.get(1))
                .contains("PAUSES → COUNTS_ON", "\"closedDaysAdded\": \"2026-03-06\"")
                .doesNotContain("Move");
    }

    @Test
    void hoursThatLetCallbacksExpireUnseenAreWarnedOf() {
        var office = "{'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'expiry':'%s'}";

        var countsOn = change("0", json(office, "COUNTS_ON")).json();
        var pauses = change("1", json(office, "PAUSES")).json();

        assertThat(countsOn.path("warnings").toString()).isEqualTo("[\"EXPIRES_WHILE_CLOSED\"]");
        assertThat(pauses.path("warnings")).isEmpty();
    }

    @Test
    void aCalendarIsLookedAtFirstAndThenTakenIn() {
        change("0", json(ALL));

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
        change("0", json(ALL));
        refused(calendar("", "0"), 412, "precondition-failed");
    }

    @Test
    void aCalendarFullOfAppointmentsIsTakenIn() {
        change("0", json(ALL));
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
        change("0", json(ALL));
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

    private Http.Answer change(String ifMatch, String body) {
        return supervisor.send(supervisor
                .request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
