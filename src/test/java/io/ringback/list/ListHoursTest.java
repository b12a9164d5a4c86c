package io.ringback.list;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calling hours of a list are set, read and taken away. */
@RingbackTest
class ListHoursTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private HoursOfAList hours;
    private Http supervisor;
    private String list;
    private String path;

    @BeforeEach
    void aListThatIsAlwaysOpen() {
        clock.set(Instant.parse("2026-03-02T08:00:00Z"));
        hours = HoursOfAList.anew(centre);
        supervisor = hours.supervisor();
        list = hours.list();
        path = hours.path();
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
        var answer = hours.change("0", json(HoursOfAList.ALL));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var read = supervisor.get(path).json();
        assertThat(read.path("alwaysOpen").asBoolean()).isFalse();
        assertThat(read.path("week").toString())
                .isEqualTo(
                        json(
                                "[{'day':'MONDAY','from':'08:00','to':'16:00'},{'day':'SATURDAY','from':'22:00','to':'02:00'}]"));
        assertThat(read.path("holidays").asBoolean()).isTrue();
        assertThat(read.path("closedDays").toString()).isEqualTo(json("[{'date':'2026-03-05','name':'Move'}]"));
        assertThat(read.path("expiry").asText()).isEqualTo("PAUSES");
        assertThat(read.path("callerZone").asBoolean()).isTrue();
        assertThat(read.path("version").asLong()).isEqualTo(1);
        assertThat(read.path("openNow").asBoolean()).as("Monday, 10 o’clock").isTrue();
    }

    @Test
    void whatWasReadMayBeSentBack() {
        hours.change("0", json(HoursOfAList.ALL));

        var answer = supervisor.put(path, supervisor.get(path).body());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("version").asLong()).as("nothing changed").isEqualTo(1);
    }

    @Test
    void theListItselfAndItsVersionStayAsTheyAre() {
        var before = supervisor.get("/api/v1/lists/" + list).json();

        hours.change("0", json(HoursOfAList.ALL));

        assertThat(supervisor.get("/api/v1/lists/" + list).json()).isEqualTo(before);
    }

    @Test
    void aChangeOnAnOldVersionIsRefused() {
        hours.change("0", json(HoursOfAList.ALL));

        refused(hours.change("0", json(HoursOfAList.ALL)), 412, "precondition-failed");
        refused(supervisor.put(path, json(HoursOfAList.ALL)), 428, "precondition-required");
        assertThat(hours.change("1", json(HoursOfAList.ALL).replace("PAUSES", "COUNTS_ON"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void hoursCanBeTakenAway() {
        hours.change("0", json(HoursOfAList.ALL));

        var answer = supervisor.delete(path);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(supervisor.get(path).json().path("alwaysOpen").asBoolean()).isTrue();
        assertThat(supervisor.get(path).json().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void alwaysOpenTakesThemAwayToo() {
        hours.change("0", json(HoursOfAList.ALL));

        var answer = hours.change("1", json("{'alwaysOpen':true}"));

        assertThat(answer.json().path("alwaysOpen").asBoolean()).isTrue();
    }

    @Test
    void aHolidayIsKeptOpenForGoodAndADayClosedEveryYear() {
        hours.change("0", json("""
                {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'},{'day':'THURSDAY','from':'08:00','to':'16:00'},
                         {'day':'FRIDAY','from':'08:00','to':'16:00'}],
                 'holidays':true,
                 'closedDays':[{'date':'2020-12-28','name':'Stocktaking','everyYear':true}],
                 'openHolidays':[{'date':'2025-06-20','everyYear':true},{'date':'2026-12-24'}]}"""));

        var read = supervisor.get(path).json();

        assertThat(read.path("openHolidays").toString())
                .isEqualTo(json("[{'date':'2025-06-20','everyYear':true},{'date':'2026-12-24'}]"));
        assertThat(read.path("closedDays").toString())
                .isEqualTo(json("[{'date':'2020-12-28','name':'Stocktaking','everyYear':true}]"));
        assertThat(read.path("holidaysChecked").toString()).isEqualTo("[2024,2025,2026,2027,2028]");
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
        refused(reader.put(path, json(HoursOfAList.ALL)), 403, "forbidden");
        refused(reader.delete(path), 403, "forbidden");
        refused(reader.post(path + "/closed-days", ""), 403, "forbidden");
    }

    @Test
    void anUnknownListHasNoHours() {
        notFound(supervisor.get("/api/v1/lists/no-such/hours"));
        notFound(supervisor.put(
                "/api/v1/lists/no-such/hours", json(HoursOfAList.ALL).replaceFirst("\\{", "{\"version\":0,")));
    }

    @Test
    void everyChangeIsInTheAuditTrail() {
        hours.change("0", json(HoursOfAList.ALL));
        hours.change("1", json(HoursOfAList.ALL).replace("PAUSES", "COUNTS_ON").replace("2026-03-05", "2026-03-06"));

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

        var countsOn = hours.change("0", json(office, "COUNTS_ON")).json();
        var pauses = hours.change("1", json(office, "PAUSES")).json();

        assertThat(countsOn.path("warnings").toString()).isEqualTo("[\"EXPIRES_WHILE_CLOSED\"]");
        assertThat(pauses.path("warnings")).isEmpty();
    }
}
