package io.ringback.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows from what the engine has noted of a way, and from the drawing. */
class WaysTest {

    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final ProcessVersion VERSION = new ProcessVersion("case", 3, "case:3:a");
    private static final ProcessVersion NEXT = new ProcessVersion("case", 4, "case:4:b");

    private final Map<String, Drawing.Element> elements = new HashMap<>();
    private final Map<ProcessVersion, List<Drawing.Flow>> drawn = new HashMap<>();

    @Test
    void ofTwoFlowsBetweenTheSameElementsNoneIsCertain() {
        draw("decide -> save", "decide -> save");

        assertThat(way("ask", "decide", "save").flows())
                .extracting(PassedFlow::flowId, PassedFlow::certain)
                .containsExactly(tuple("flow_1", false), tuple("flow_2", false));
    }

    @Test
    void ofTwoThatLedThereTheOneThatEndedLastDid() {
        draw("ask -> save", "decide -> save");

        assertThat(way("ask", "decide", "save").flows())
                .extracting(PassedFlow::flowId, PassedFlow::certain)
                .containsExactly(tuple("flow_2", true));
    }

    @Test
    void aJoinOfWhichNothingIsNotedWasPassedOnTheWay() {
        draw("start -> join", "retry -> join", "join -> offer", "offer -> retry");
        gateways("join");

        assertThat(elements("start", "offer", "retry", "offer"))
                .containsExactly("start", "join", "offer", "retry", "join", "offer");
        assertThat(way("start", "offer", "retry", "offer").flows())
                .extracting(PassedFlow::flowId, PassedFlow::fromStep, PassedFlow::toStep, PassedFlow::certain)
                .containsExactly(
                        tuple("flow_1", 1, 2, true),
                        tuple("flow_3", 2, 3, true),
                        tuple("flow_4", 3, 4, true),
                        tuple("flow_2", 4, 5, true),
                        tuple("flow_3", 5, 6, true));
    }

    @Test
    void aJoinIsPassedWhenItsNextStepBegins() {
        draw("start -> join", "retry -> join", "join -> offer");
        gateways("join");

        var join = way("start", "offer").passings().get(1);

        assertThat(join.startedAt()).isEqualTo(AT.plusSeconds(1));
        assertThat(join.endedAt()).isEqualTo(AT.plusSeconds(1));
        assertThat(join.interrupted()).isFalse();
    }

    @Test
    void joinsOneAfterTheOtherWereAllPassed() {
        draw("start -> inner", "retry -> inner", "inner -> outer", "back -> outer", "outer -> offer");
        gateways("inner", "outer");

        assertThat(elements("start", "offer")).containsExactly("start", "inner", "outer", "offer");
        assertThat(elements("back", "offer")).containsExactly("back", "outer", "offer");
    }

    @Test
    void whatWasComeToStraightWasNotComeToByAJoin() {
        draw("start -> join", "retry -> join", "join -> offer", "ask -> offer");
        gateways("join");

        assertThat(elements("start", "ask", "offer")).containsExactly("start", "ask", "offer");
        assertThat(elements("ask", "start", "offer")).containsExactly("ask", "start", "join", "offer");
    }

    /** As in cases that went on before 0.2. */
    @Test
    void aJoinThatWasNotedIsNotAddedAgain() {
        draw("start -> join", "retry -> join", "join -> offer", "offer -> retry");
        gateways("join");

        assertThat(elements("start", "join", "offer", "retry", "offer"))
                .containsExactly("start", "join", "offer", "retry", "join", "offer");
    }

    @Test
    void gatewaysThatDecideAreNotAdded() {
        draw("start -> decide", "retry -> decide", "decide -> offer", "decide -> close");
        gateways("decide");

        assertThat(elements("start", "offer")).containsExactly("start", "offer");
    }

    @Test
    void whatACaseWaitedAtWhenItWasMovedItHadComeToOnTheVersionBefore() {
        draw("ended -> record");
        draw(NEXT, "ended -> join", "asked -> join", "join -> record");
        gateways("join");

        assertThat(elements("ended", "record@4")).containsExactly("ended", "record");
        assertThat(elements("ended@4", "record@4")).containsExactly("ended", "join", "record");
    }

    @Test
    void aJoinOfTheVersionBeforeAMoveStaysOnTheWay() {
        draw("decide -> join", "back -> join", "join -> wait");
        draw(NEXT, "decide -> offer", "offer -> wait");
        gateways("join");

        assertThat(way("decide", "wait@4").passings())
                .extracting(Passing::elementId, Passing::on)
                .containsExactly(tuple("decide", VERSION), tuple("join", VERSION), tuple("wait", NEXT));
    }

    private void draw(String... flows) {
        draw(VERSION, flows);
    }

    private void draw(ProcessVersion version, String... flows) {
        var all = drawn.computeIfAbsent(version, first -> new ArrayList<>());
        for (var flow : flows) {
            var ends = flow.split(" -> ");
            all.add(new Drawing.Flow("flow_" + (all.size() + 1), null, ends[0], ends[1]));
        }
    }

    private void gateways(String... ids) {
        for (var id : ids) {
            elements.put(id, new Drawing.Element(id, null, "exclusiveGateway", null));
        }
    }

    private List<String> elements(String... noted) {
        return way(noted).passings().stream().map(Passing::elementId).toList();
    }

    /** Each of these is passed for a second, one after the other; on the next version where it ends with {@code @4}. */
    private Ways way(String... noted) {
        var passings = new ArrayList<Passing>();
        for (var element : noted) {
            var from = AT.plusSeconds(passings.size());
            var on = element.endsWith("@4") ? NEXT : VERSION;
            passings.add(new Passing(0, false, on, element.replace("@4", ""), from, from.plusSeconds(1), null, false));
        }
        return new Ways(passings, new Drawn(elements, drawn));
    }

    private record Drawn(Map<String, Drawing.Element> elements, Map<ProcessVersion, List<Drawing.Flow>> flows)
            implements Drawings {

        @Override
        public Drawing of(ProcessVersion version) {
            return new Drawing(elements, flows.getOrDefault(version, List.of()));
        }

        @Override
        public Optional<Drawing> of(String process, int version) {
            return Optional.empty();
        }

        @Override
        public boolean isDeleted(ProcessVersion version) {
            return false;
        }

        @Override
        public Optional<byte[]> file(String process, int version) {
            return Optional.empty();
        }
    }
}
