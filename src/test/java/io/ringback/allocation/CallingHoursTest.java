package io.ringback.allocation;

import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Callbacks on a list that calls from Monday to Friday, 8 to 16 by the clock of Helsinki. 2 March 2026 is a Monday, and
 * the clocks change on Sunday the 29th.
 */
@RingbackTest
class CallingHoursTest {

    private static final String OFFICE = """
            {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'},{'day':'TUESDAY','from':'08:00','to':'16:00'},
                     {'day':'WEDNESDAY','from':'08:00','to':'16:00'},{'day':'THURSDAY','from':'08:00','to':'16:00'},
                     {'day':'FRIDAY','from':'08:00','to':'16:00'}],'expiry':'%s','callerZone':%s}""";
    private static final String NIGHTS = """
            {'week':[{'day':'SATURDAY','from':'22:00','to':'06:00'}]}""";
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Offers offers;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private JdbcClient jdbc;

    private String list;

    @BeforeEach
    void aListWithOfficeHours() {
        clock.set(START);
        list = centre.list(Map.of("autoStopAfter", "null", "closeAfterCall", "null"));
        open(json(OFFICE, "COUNTS_ON", "false"));
    }

    @AfterEach
    void backToTheMorning() {
        clock.set(START);
    }

    @Test
    void aRequestWithinTheHoursWaitsAsEver() {
        at("2026-03-02T10:00");

        var callback = request();

        assertThat(callback.path("status").asText()).isEqualTo("WAITING");
        assertThat(time(callback, "dueAt")).isEqualTo(helsinki("2026-03-02T11:00"));
    }

    @Test
    void aRequestOutsideOfTheHoursIsOfferedAtTheNextOpening() {
        at("2026-03-02T17:00");
        var agent = receivingAgent();

        var callback = request();

        assertThat(callback.path("status").asText()).isEqualTo("SCHEDULED");
        assertThat(time(callback, "eligibleAt")).isEqualTo(helsinki("2026-03-03T08:00"));
        assertThat(time(callback, "dueAt")).as("counted from the opening").isEqualTo(helsinki("2026-03-03T09:00"));
        assertThat(time(callback, "expiresAt")).as("counts on").isEqualTo(helsinki("2026-03-03T17:00"));
        at("2026-03-03T07:59:59");
        assertThat(offeredTo(agent)).isNull();
        at("2026-03-03T08:00");
        assertThat(offeredTo(agent)).isEqualTo(callback.path("id").asText());
    }

    @Test
    void aDueTimeAfterClosingMovesToTheNextOpening() {
        at("2026-03-02T15:30");

        var callback = request();

        assertThat(time(callback, "dueAt")).isEqualTo(helsinki("2026-03-03T08:00"));
    }

    @Test
    void theTimesARequestNamesStayButMustLeaveAnOpening() {
        at("2026-03-02T17:00");

        var named = request(Map.of(
                "dueAt", quoted(helsinki("2026-03-02T19:00").toString()),
                "expiresAt", quoted(helsinki("2026-03-03T09:00").toString())));
        var tooShort = centre.as(centre.person("INTEGRATOR"))
                .post(
                        "/api/v1/callbacks",
                        json(
                                "{'listId':'%s','phoneNumber':'%s','source':'IVR','expiresAt':'%s'}",
                                list, centre.newNumber(), helsinki("2026-03-03T08:00")));

        assertThat(time(named, "dueAt")).isEqualTo(helsinki("2026-03-02T19:00"));
        assertThat(time(named, "eligibleAt")).isEqualTo(helsinki("2026-03-03T08:00"));
        invalid(tooShort, "expiresAt");
    }

    @Test
    void anExpiryThatPausesCountsOpenTimeOnly() {
        open(json(OFFICE, "PAUSES", "false"));
        at("2026-03-06T15:00");

        var callback = request();

        assertThat(time(callback, "expiresAt"))
                .as("24 open hours: one today, then three days of eight but for the last hour")
                .isEqualTo(helsinki("2026-03-11T15:00"));
    }

    @Test
    void whatExpiresBeforeTheNextOpeningIsNeverOffered() {
        at("2026-03-06T17:00");
        var agent = receivingAgent();

        var callback = request();

        assertThat(time(callback, "eligibleAt")).isEqualTo(time(callback, "expiresAt"));
        at("2026-03-07T17:00");
        assertThat(offeredTo(agent)).isNull();
        engine.fire(Centre.id(callback), "timer_eligible");
        engine.fire(Centre.id(callback), "timer_expired");
        assertThat(centre.status(callback)).isEqualTo("EXPIRED");
    }

    @Test
    void whatStillWaitsAtClosingTimeIsOfferedTheNextDay() {
        at("2026-03-02T15:59");
        var callback = request();

        at("2026-03-02T16:00");
        var agent = receivingAgent();
        assertThat(centre.desk(agent).path("case").isNull())
                .as("before any sweep")
                .isTrue();
        assertThat(offeredTo(agent)).isNull();

        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(helsinki("2026-03-03T08:00"));
        assertThat(events(callback)).contains("CALLING_HOURS_ENDED");
        at("2026-03-03T08:00");
        assertThat(offeredTo(agent)).isEqualTo(callback.path("id").asText());
    }

    @Test
    void aServerThatSleptThroughADayTakesTheNextOne() {
        at("2026-03-02T17:00");
        var callback =
                request(Map.of("expiresAt", quoted(helsinki("2026-03-06T12:00").toString())));

        at("2026-03-03T20:00");
        offers.runOnce();

        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(helsinki("2026-03-04T08:00"));
    }

    @Test
    void aCaseInHandIsNotTakenAwayAtClosingTime() {
        at("2026-03-02T15:59");
        var callback = request();
        var agent = receivingAgent();

        at("2026-03-02T16:30");
        offers.runOnce();

        assertThat(centre.status(callback)).isEqualTo("ALLOCATED");
        centre.save(agent, "ANSWERED");
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
    }

    @Test
    void whatIsGivenBackAfterClosingWaitsForTheNextOpening() {
        at("2026-03-02T15:59");
        var callback = request();
        var agent = receivingAgent();
        at("2026-03-02T16:30");

        centre.receive(agent, false);

        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(helsinki("2026-03-03T08:00"));
        at("2026-03-03T08:00");
        engine.fire(Centre.id(callback), "timer_eligible");
        assertThat(centre.status(callback)).isEqualTo("WAITING");
        centre.receive(agent, true);
        assertThat(centre.status(callback)).isEqualTo("ALLOCATED");
    }

    @Test
    void retryTimesMoveIntoTheHours() {
        at("2026-03-02T15:50");
        var callback =
                request(Map.of("expiresAt", quoted(helsinki("2026-03-06T12:00").toString())));
        var agent = receivingAgent();

        var suggested = centre.desk(agent).at("/case/suggestedRetryAt");
        centre.save(
                agent,
                "BUSY",
                Map.of("retryAt", quoted(helsinki("2026-03-03T20:00").toString())));

        assertThat(time(suggested, "BUSY")).isEqualTo(helsinki("2026-03-02T15:55"));
        assertThat(time(suggested, "NO_ANSWER")).isEqualTo(helsinki("2026-03-03T08:00"));
        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(helsinki("2026-03-04T08:00"));
    }

    @Test
    void aRetryThatFindsNoOpeningBeforeTheExpiryIsRefusedAndADefaultComesBeforeClosing() {
        at("2026-03-02T15:00");
        var callback =
                request(Map.of("expiresAt", quoted(helsinki("2026-03-02T20:00").toString())));
        var agent = receivingAgent();
        var allocation = centre.desk(agent).at("/case/allocationId").asText();

        var refused = centre.as(agent)
                .post(
                        "/api/v1/desk/case/outcome",
                        json(
                                "{'allocationId':'%s','callStatus':'BUSY','retryAt':'%s'}",
                                allocation, helsinki("2026-03-02T18:00")));
        var suggested = centre.desk(agent).at("/case/suggestedRetryAt");
        centre.save(agent, "OTHER");

        invalid(refused, "retryAt");
        assertThat(time(suggested, "OTHER")).isEqualTo(helsinki("2026-03-02T15:59:59"));
        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(helsinki("2026-03-02T15:59:59"));
    }

    @Test
    void newHoursCountAtOnceForWhatWaitsAndLeaveTheDeadlines() {
        at("2026-03-02T10:00");
        var callback = request();

        var moved = open(NIGHTS.replace('\'', '"'));
        var agent = receivingAgent();

        assertThat(moved.path("movedCallbacks").asInt()).isEqualTo(1);
        assertThat(centre.desk(agent).path("case").isNull())
                .as("before any sweep")
                .isTrue();
        assertThat(offeredTo(agent)).isNull();
        var now = centre.callback(callback);
        assertThat(now.path("status").asText()).isEqualTo("SCHEDULED");
        assertThat(now.path("dueAt")).isEqualTo(callback.path("dueAt"));
        assertThat(now.path("expiresAt")).isEqualTo(callback.path("expiresAt"));
        assertThat(events(callback)).contains("CALLING_HOURS_CHANGED");
    }

    @Test
    void withoutHoursWhatWasScheduledForTheOpeningIsOfferedAtOnce() {
        at("2026-03-02T17:00");
        var callback = request();
        var retriedLater =
                request(Map.of("notBefore", quoted(helsinki("2026-03-02T19:00").toString())));
        var agent = receivingAgent();

        centre.as(centre.person("SUPERVISOR")).delete(path());

        assertThat(offeredTo(agent)).isEqualTo(callback.path("id").asText());
        assertThat(time(centre.callback(retriedLater), "eligibleAt"))
                .as("its own time counts again")
                .isEqualTo(helsinki("2026-03-02T19:00"));
    }

    @Test
    void anOldTimerDoesNotOfferWhatNewHoursHaveMoved() {
        at("2026-03-02T17:00");
        var callback =
                request(Map.of("expiresAt", quoted(helsinki("2026-03-09T12:00").toString())));
        open(NIGHTS.replace('\'', '"'));
        offers.runOnce();

        at("2026-03-03T08:00");
        engine.fire(Centre.id(callback), "timer_eligible");

        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(helsinki("2026-03-07T22:00"));
        at("2026-03-08T01:00");
        var agent = receivingAgent();
        assertThat(centre.desk(agent).at("/case/callback/id")).isEqualTo(callback.path("id"));
    }

    @Test
    void heldCallbacksLearnOfNewHoursWhenTheyComeBack() {
        at("2026-03-02T10:00");
        var callback = request();
        var agent = receivingAgent();
        open(NIGHTS.replace('\'', '"'));

        centre.receive(agent, false);

        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
    }

    @Test
    void aListInAnotherZoneMeansOtherTimes() {
        at("2026-03-02T15:30");
        var callback = request();
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var settings = supervisor.get("/api/v1/lists/" + list).body();

        supervisor.put("/api/v1/lists/" + list, settings.replace("Europe/Helsinki", "Asia/Tokyo"));
        offers.runOnce();

        assertThat(time(centre.callback(callback), "eligibleAt")).isEqualTo(Instant.parse("2026-03-02T23:00:00Z"));
    }

    @Test
    void callersElsewhereAreCalledWhenBothAreOpen() {
        open(json(OFFICE, "COUNTS_ON", "true"));
        at("2026-03-02T10:00");

        var french = centre.request(list, "+33612345678");
        var ofNewYork = centre.request(list, "+12125550123");

        assertThat(french.path("status").asText()).as("9 o’clock there").isEqualTo("WAITING");
        assertThat(ofNewYork.path("status").asText()).isEqualTo("SCHEDULED");
        assertThat(time(ofNewYork, "eligibleAt")).isEqualTo(helsinki("2026-03-02T15:00"));
    }

    @Test
    void theOpeningAfterTheClocksHaveChangedIsByTheNewClock() {
        at("2026-03-27T17:00");
        var callback =
                request(Map.of("expiresAt", quoted(helsinki("2026-03-31T12:00").toString())));

        assertThat(time(callback, "eligibleAt")).isEqualTo(Instant.parse("2026-03-30T05:00:00Z"));
    }

    @Test
    void theSweepFindsWhatHasClosedByItsIndex() {
        var plan = String.join("\n", jdbc.sql("""
                                EXPLAIN SELECT id FROM ringback.callback
                                WHERE status IN ('WAITING', 'SCHEDULED') AND set_aside_at IS NULL AND offer_until <= now()
                                ORDER BY offer_until, id LIMIT 5000 FOR UPDATE SKIP LOCKED""").query(String.class).list());

        assertThat(plan).contains("callback_offer_until").doesNotContain("Seq Scan");
    }

    private void at(String helsinki) {
        clock.set(helsinki(helsinki));
    }

    private static Instant helsinki(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Helsinki")).toInstant();
    }

    private JsonNode request() {
        return request(Map.of());
    }

    private JsonNode request(Map<String, String> fields) {
        return centre.request(list, centre.newNumber(), fields);
    }

    private String receivingAgent() {
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        return agent;
    }

    /** The callback that the agent has after a sweep; null for none. */
    private @Nullable String offeredTo(String agent) {
        offers.runOnce();
        return centre.desk(agent).at("/case/callback/id").asText(null);
    }

    private List<String> events(JsonNode callback) {
        return centre.as(centre.person("AUDITOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json()
                .path("events")
                .findValuesAsText("type");
    }

    private String path() {
        return "/api/v1/lists/%s/hours".formatted(list);
    }

    private JsonNode open(String hours) {
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var version = supervisor.get(path()).json().path("version").asText();
        var answer = supervisor.send(supervisor
                .request(path())
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .PUT(HttpRequest.BodyPublishers.ofString(hours))
                .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Instant time(JsonNode node, String field) {
        return Instant.parse(node.path(field).asText());
    }
}
