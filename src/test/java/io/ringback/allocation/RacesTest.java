package io.ringback.allocation;

import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Invariants;
import io.ringback.support.Together;
import io.ringback.support.Together.Two;
import io.ringback.support.TwoNodes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two who change the same case at the same moment on two nodes. Each race is run with several head starts, so that either
 * side wins it; the answers must be those of one or the other coming first, and nothing in between.
 */
class RacesTest {

    private static final List<Duration> HEAD_STARTS = Stream.of(-40, -12, -6, -3, -1, 0, 1, 3, 6, 12, 40)
            .map(Duration::ofMillis)
            .toList();

    private static TwoNodes nodes;
    private static Centre centre;
    private static String supervisor;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start();
        centre = nodes.centre();
        supervisor = centre.person("SUPERVISOR");
        Stream.of(centre, nodes.otherCentre())
                .forEach(node -> node.as(supervisor).get("/api/v1/lists"));
    }

    @AfterEach
    void rowsAndEngineAgree() {
        Invariants.hold(nodes.jdbc());
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void eitherTheSaveOrTheAutoStopCounts() {
        var outcomes = rounds(headStart -> {
            var held = held();
            var timer = nodes.otherTimers().timer(Centre.id(held.callback), "timer_noCallMade");

            var answers = Together.race(headStart, () -> save(held), timer::fire);

            return outcome(answers, status(held), isReceiving(held.agent));
        });

        assertThat(outcomes).containsOnly(List.of(200, false, "RESOLVED", true), List.of(409, true, "WAITING", false));
    }

    @Test
    void eitherTheSaveOrARealTimerCounts() {
        var holders = Stream.generate(() -> held(centre.list(Map.of("autoStopAfter", quoted("PT1S")))))
                .limit(12)
                .toList();

        var outcomes = Together.times(holders.size(), number -> {
            var held = holders.get(number);
            awaitTime(held.autoStopAt.plusMillis(number * 40L));
            return List.of(save(held), status(held), isReceiving(held.agent));
        });

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isIn(
                                List.of(200, "RESOLVED", true),
                                List.of(409, "WAITING", false),
                                List.of(409, "ALLOCATED", false)));
    }

    @Test
    void eitherTheSaveOrTheClosingOfAWindowLeftOpenCounts() {
        var outcomes = rounds(headStart -> {
            var held = held();
            var call = centre.call(held.agent);
            centre.endCall(held.agent, call);
            var timer = nodes.otherTimers().timer(Centre.id(held.callback), "timer_windowLeftOpen");

            var answers = Together.race(headStart, () -> save(held), timer::fire);

            return outcome(answers, status(held), isReceiving(held.agent));
        });

        assertThat(outcomes).containsOnly(List.of(200, false, "RESOLVED", true), List.of(409, true, "WAITING", false));
    }

    @Test
    void eitherTheCallOrTheAutoStopCounts() {
        var outcomes = rounds(headStart -> {
            var held = held();
            var timer = nodes.otherTimers().timer(Centre.id(held.callback), "timer_noCallMade");

            var answers = Together.race(headStart, () -> call(held), timer::fire);

            return outcome(answers, status(held), isReceiving(held.agent));
        });

        assertThat(outcomes).containsOnly(List.of(201, false, "ALLOCATED", true), List.of(409, true, "WAITING", false));
    }

    @Test
    void eitherTheExpiryOrTheAllocationCounts() {
        var outcomes = rounds(headStart -> {
            var list = centre.list();
            var agent = centre.agentOn(list);
            var callback = centre.request(list, centre.newNumber());
            var timer = nodes.otherTimers().timer(Centre.id(callback), "timer_expired");

            var answers = Together.race(
                    headStart, () -> centre.receive(agent, true).path("case").isObject(), timer::fire);

            return outcome(answers, centre.status(callback));
        });

        assertThat(outcomes).containsOnly(List.of(true, false, "ALLOCATED"), List.of(false, true, "EXPIRED"));
    }

    @Test
    void eitherTheSaveOrTheStopComesFirst() {
        var outcomes = rounds(headStart -> {
            var held = held();

            var answers = Together.race(headStart, () -> save(held), () -> stop(held));

            return outcome(answers, status(held), isReceiving(held.agent));
        });

        assertThat(outcomes).containsOnly(List.of(200, 200, "RESOLVED", false), List.of(409, 200, "WAITING", false));
    }

    @Test
    void eitherTheSaveOrTheCancellationCounts() {
        var outcomes = rounds(headStart -> {
            var held = held();

            var answers = Together.race(headStart, () -> save(held), () -> cancel(held.callback));

            return outcome(answers, status(held), isReceiving(held.agent));
        });

        assertThat(outcomes).containsOnly(List.of(200, 409, "RESOLVED", true), List.of(409, 200, "CANCELLED", true));
    }

    @Test
    void aCancellationAlsoReachesTheCaseThatIsBeingAllocated() {
        var outcomes = rounds(headStart -> {
            var list = centre.list();
            var agent = centre.agentOn(list);
            var callback = centre.request(list, centre.newNumber());

            var answers = Together.race(headStart, () -> receive(agent, true), () -> cancel(callback));

            return outcome(
                    answers,
                    centre.status(callback),
                    isReceiving(agent),
                    centre.desk(agent).path("case").isNull());
        });

        assertThat(outcomes).containsOnly(List.of(200, 200, "CANCELLED", true, true));
    }

    @Test
    void aCaseIsSavedOnce() {
        var outcomes = rounds(headStart -> {
            var held = held();
            nodes.otherCentre().desk(held.agent);

            var answers =
                    Together.race(headStart, () -> save(held), () -> saveThrough(nodes.otherCentre(), held, "BUSY"));

            return outcome(answers, status(held));
        });

        assertThat(outcomes).containsOnly(List.of(200, 409, "RESOLVED"), List.of(409, 200, "SCHEDULED"));
    }

    @Test
    void aRequestIsMergedIntoTheOpenCaseOrBeginsANewOne() {
        var number = centre.newNumber();

        var outcomes = rounds(headStart -> {
            var held = held(centre.list(), number);

            var answers = Together.race(headStart, () -> save(held), () -> request(held.list, number));

            return outcome(answers, status(held), openOf(held.list));
        });

        assertThat(outcomes).containsOnly(List.of(200, 201, "RESOLVED", 0L), List.of(200, 201, "RESOLVED", 1L));
    }

    @Test
    void aListIsArchivedOrTakesTheRequest() {
        var outcomes = rounds(headStart -> {
            var list = centre.list();
            var number = centre.newNumber();

            var answers = Together.race(headStart, () -> archive(list), () -> request(list, number));

            return outcome(answers, openOf(list));
        });

        assertThat(outcomes).containsOnly(List.of(204, 422, 0L), List.of(409, 201, 1L));
    }

    @Test
    void receivingIsSwitchedOnOnce() {
        var outcomes = rounds(headStart -> {
            var agent = centre.agentOn(centre.list());
            nodes.otherCentre().desk(agent);

            var answers = Together.race(
                    headStart,
                    () -> receive(agent, true),
                    () -> nodes.otherCentre()
                            .receive(agent, true)
                            .path("receiving")
                            .asBoolean());

            return outcome(answers, timesStarted(agent));
        });

        assertThat(outcomes).containsOnly(List.of(200, true, 1L));
    }

    private static Set<List<Object>> rounds(Function<Duration, List<Object>> round) {
        var outcomes = new HashSet<List<Object>>();
        HEAD_STARTS.forEach(headStart -> outcomes.add(round.apply(headStart)));
        return outcomes;
    }

    private static List<Object> outcome(Two<?, ?> answers, Object... then) {
        return Stream.concat(Stream.of(answers.first(), answers.second()), Stream.of(then))
                .map(Object.class::cast)
                .toList();
    }

    private static Held held() {
        return held(centre.list());
    }

    private static Held held(String list) {
        return held(list, centre.newNumber());
    }

    private static Held held(String list, String number) {
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        var callback = centre.request(list, number);
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> centre.desk(agent).path("case").isObject());
        var desk = centre.desk(agent);
        return new Held(
                list,
                agent,
                callback,
                desk.at("/case/allocationId").asText(),
                Instant.parse(desk.at("/case/autoStopAt").asText()));
    }

    private static int save(Held held) {
        return saveThrough(centre, held, "ANSWERED");
    }

    private static int saveThrough(Centre node, Held held, String callStatus) {
        return node.as(held.agent)
                .post(
                        "/api/v1/desk/case/outcome",
                        "{\"allocationId\":\"%s\",\"callStatus\":\"%s\"}".formatted(held.allocationId, callStatus))
                .status();
    }

    private static int call(Held held) {
        return centre.as(held.agent)
                .post("/api/v1/desk/case/calls", "{\"allocationId\":\"%s\"}".formatted(held.allocationId))
                .status();
    }

    private static int receive(String agent, boolean receiving) {
        return centre.as(agent)
                .put("/api/v1/desk/receiving", "{\"receiving\":%s}".formatted(receiving))
                .status();
    }

    private static int stop(Held held) {
        return nodes.otherCentre()
                .as(supervisor)
                .post("/api/v1/agents/%s/stop".formatted(held.agent), "{\"reason\":\"shift over\"}")
                .status();
    }

    private static int cancel(JsonNode callback) {
        return nodes.otherCentre()
                .as(supervisor)
                .post("/api/v1/callbacks/%s/cancel".formatted(Centre.id(callback)), "{\"reason\":\"served\"}")
                .status();
    }

    private static int request(String list, String number) {
        return nodes.otherCentre()
                .as(supervisor)
                .post(
                        "/api/v1/callbacks",
                        "{\"listId\":\"%s\",\"phoneNumber\":\"%s\",\"source\":\"WEB\"}".formatted(list, number))
                .status();
    }

    private static int archive(String list) {
        return centre.as(supervisor).send("DELETE", "/api/v1/lists/" + list, "").status();
    }

    private static String status(Held held) {
        return centre.status(held.callback);
    }

    private static boolean isReceiving(String agent) {
        return centre.desk(agent).path("receiving").asBoolean();
    }

    private static void awaitTime(Instant time) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> nodes.clock().instant().isAfter(time));
    }

    private static long openOf(String list) {
        return nodes.jdbc()
                .sql("SELECT count(*) FROM ringback.callback WHERE list_id = ? AND closed_at IS NULL")
                .param(list)
                .query(Long.class)
                .single();
    }

    private static long timesStarted(String agent) {
        return nodes.jdbc()
                .sql("SELECT count(*) FROM ringback.audit_event WHERE agent_id = ? AND type = 'RECEIVING_STARTED'")
                .param(agent)
                .query(Long.class)
                .single();
    }

    private record Held(String list, String agent, JsonNode callback, String allocationId, Instant autoStopAt) {}
}
