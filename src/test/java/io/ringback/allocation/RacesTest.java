package io.ringback.allocation;

import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two who change the same case at the same moment on two nodes. Each race is run with several head starts, so that either
 * side wins it; the answers must be those of one or the other coming first, and nothing in between.
 */
@Tag("server")
class RacesTest {

    /** From what meets closely to what does not meet even on a busy machine, so that each outcome is seen. */
    private static final List<Duration> HEAD_STARTS = Stream.of(-400, -40, -12, -6, -3, -1, 0, 1, 3, 6, 12, 40, 400)
            .map(Duration::ofMillis)
            .toList();

    private static TwoNodes nodes;
    private static Centre centre;
    private static Rivals rivals;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start();
        centre = nodes.centre();
        rivals = new Rivals(nodes);
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
            var held = rivals.held();
            var timer = nodes.otherTimers().timer(Centre.id(held.callback()), "timer_noCallMade");

            var answers = Together.race(headStart, () -> rivals.save(held), timer::fire);

            return outcome(answers, rivals.status(held), rivals.isReceiving(held.agent()));
        });

        assertThat(outcomes).containsOnly(List.of(200, false, "RESOLVED", true), List.of(409, true, "WAITING", false));
    }

    @Test
    void eitherTheSaveOrARealTimerCounts() {
        var holders = Stream.generate(() -> rivals.held(centre.list(Map.of("autoStopAfter", quoted("PT1S")))))
                .limit(12)
                .toList();

        var outcomes = Together.times(holders.size(), number -> {
            var held = holders.get(number);
            rivals.awaitTime(held.autoStopAt().plusMillis(number * 40L));
            return List.of(rivals.save(held), rivals.status(held), rivals.isReceiving(held.agent()));
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
            var held = rivals.held();
            var call = centre.call(held.agent());
            centre.endCall(held.agent(), call);
            var timer = nodes.otherTimers().timer(Centre.id(held.callback()), "timer_windowLeftOpen");

            var answers = Together.race(headStart, () -> rivals.save(held), timer::fire);

            return outcome(answers, rivals.status(held), rivals.isReceiving(held.agent()));
        });

        assertThat(outcomes).containsOnly(List.of(200, false, "RESOLVED", true), List.of(409, true, "WAITING", false));
    }

    @Test
    void eitherTheCallOrTheAutoStopCounts() {
        var outcomes = rounds(headStart -> {
            var held = rivals.held();
            var timer = nodes.otherTimers().timer(Centre.id(held.callback()), "timer_noCallMade");

            var answers = Together.race(headStart, () -> rivals.call(held), timer::fire);

            return outcome(answers, rivals.status(held), rivals.isReceiving(held.agent()));
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
    void eitherTheExpiryOrTheNextRequestOfTheCallerCounts() {
        var list = centre.list(Map.of("dueAfter", "\"PT1S\"", "expiresAfter", "\"PT2S\""));
        var mains = Stream.generate(() -> centre.request(list, centre.newNumber()))
                .limit(HEAD_STARTS.size())
                .toList();

        var outcomes = Together.times(mains.size(), each -> {
            var main = mains.get(each);
            var moment = Instant.parse(main.path("expiresAt").asText())
                    .plus(HEAD_STARTS.get(each).multipliedBy(10));
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> !nodes.clock().instant().isBefore(moment));
            var next = nodes.centre(each)
                    .request(
                            list,
                            main.path("phoneNumber").asText(),
                            Map.of("expiresAt", "\"%s\"".formatted(moment.plusSeconds(3600))));
            return List.of(next.path("status").asText(), centre.status(main));
        });

        assertThat(outcomes).containsOnly(List.of("MERGED", "WAITING"), List.of("WAITING", "EXPIRED"));
    }

    @Test
    void eitherTheSaveOrTheStopComesFirst() {
        var outcomes = rounds(headStart -> {
            var held = rivals.held();

            var answers = Together.race(headStart, () -> rivals.save(held), () -> rivals.stop(held));

            return outcome(answers, rivals.status(held), rivals.isReceiving(held.agent()));
        });

        assertThat(outcomes).containsOnly(List.of(200, 200, "RESOLVED", false), List.of(409, 200, "WAITING", false));
    }

    @Test
    void eitherTheSaveOrTheCancellationCounts() {
        var outcomes = rounds(headStart -> {
            var held = rivals.held();

            var answers = Together.race(headStart, () -> rivals.save(held), () -> rivals.cancel(held.callback()));

            return outcome(answers, rivals.status(held), rivals.isReceiving(held.agent()));
        });

        assertThat(outcomes).containsOnly(List.of(200, 409, "RESOLVED", true), List.of(409, 200, "CANCELLED", true));
    }

    @Test
    void aCancellationAlsoReachesTheCaseThatIsBeingAllocated() {
        var outcomes = rounds(headStart -> {
            var list = centre.list();
            var agent = centre.agentOn(list);
            var callback = centre.request(list, centre.newNumber());

            var answers = Together.race(headStart, () -> rivals.receive(agent, true), () -> rivals.cancel(callback));

            return outcome(
                    answers,
                    centre.status(callback),
                    rivals.isReceiving(agent),
                    centre.desk(agent).path("case").isNull());
        });

        assertThat(outcomes).containsOnly(List.of(200, 200, "CANCELLED", true, true));
    }

    @Test
    void aCaseIsSavedOnce() {
        var outcomes = rounds(headStart -> {
            var held = rivals.held();
            nodes.otherCentre().desk(held.agent());

            var answers = Together.race(
                    headStart, () -> rivals.save(held), () -> rivals.saveThrough(nodes.otherCentre(), held, "BUSY"));

            return outcome(answers, rivals.status(held));
        });

        assertThat(outcomes).containsOnly(List.of(200, 409, "RESOLVED"), List.of(409, 200, "SCHEDULED"));
    }

    @Test
    void aRequestIsMergedIntoTheOpenCaseOrBeginsANewOne() {
        var number = centre.newNumber();

        var outcomes = rounds(headStart -> {
            var held = rivals.held(centre.list(), number);

            var answers = Together.race(headStart, () -> rivals.save(held), () -> rivals.request(held.list(), number));

            return outcome(answers, rivals.status(held), rivals.openOf(held.list()));
        });

        assertThat(outcomes).containsOnly(List.of(200, 201, "RESOLVED", 0L), List.of(200, 201, "RESOLVED", 1L));
    }

    @Test
    void aListIsArchivedOrTakesTheRequest() {
        var outcomes = rounds(headStart -> {
            var list = centre.list();
            var number = centre.newNumber();

            var answers = Together.race(headStart, () -> rivals.archive(list), () -> rivals.request(list, number));

            return outcome(answers, rivals.openOf(list));
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
                    () -> rivals.receive(agent, true),
                    () -> nodes.otherCentre()
                            .receive(agent, true)
                            .path("receiving")
                            .asBoolean());

            return outcome(answers, rivals.timesStarted(agent));
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
}
