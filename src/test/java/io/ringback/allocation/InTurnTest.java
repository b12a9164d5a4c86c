package io.ringback.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.allocation.SmallCentre.Waiter;
import io.ringback.allocation.SmallCentre.Waiting;
import io.ringback.support.RandomCases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which of the waiting agents gets the next callback. */
class InTurnTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void everyIdleAgentIsAskedOnceLongestIdleFirst() {
        var asked = new ArrayList<String>();

        var offered = InTurn.wake(() -> List.of("anna", "bo", "cia"), agent -> {
            asked.add(agent);
            return agent.equals("bo");
        });

        assertThat(asked).containsExactly("anna", "bo", "cia");
        assertThat(offered).isEqualTo(1);
    }

    @Test
    void whoBecomesIdleMeanwhileIsAskedToo() {
        var rounds = new ArrayList<>(List.of(List.of("anna"), List.of("anna", "bo"), List.of("bo", "anna")));
        var asked = new ArrayList<String>();

        InTurn.wake(() -> rounds.remove(0), asked::add);

        assertThat(asked).containsExactly("anna", "bo");
        assertThat(rounds).isEmpty();
    }

    @Test
    void nobodyIsAskedWhereNothingIsEligible() {
        assertThat(InTurn.wake(List::of, agent -> true)).isZero();
    }

    @Test
    void afterATurnNobodyIdlesBesideWorkAndTheLongestIdleWasServedFirst() {
        RandomCases.each(2_000, random -> {
            var before = SmallCentre.random(random, "c", START, 3, random.nextInt(12), 1 + random.nextInt(6));
            var now = START.plusSeconds(random.nextInt(60 * 60));
            var turn = new Turn(before);

            var offered = InTurn.wake(
                    () -> turn.centre.idleWithWork(now).stream()
                            .limit(50)
                            .map(Waiter::id)
                            .toList(),
                    agent -> turn.offer(agent, now));

            assertThat(offered).isEqualTo(turn.got.size());
            assertThat(turn.got.values()).doesNotHaveDuplicates();
            before.agents().stream()
                    .filter(agent -> agent.idleSince() != null && !turn.got.containsKey(agent))
                    .filter(agent -> before.callbacks().stream()
                            .noneMatch(callback -> agent.id().equals(callback.releasedBy())))
                    .forEach(agent -> assertThat(turn.centre.oldest(agent, now))
                            .as("left for " + agent)
                            .isEmpty());
            assertFair(before, turn.got, now);
        });
    }

    /**
     * Of two agents with the same lists, the longer idle one is not passed by and gets nothing younger; what is kept for one
     * of them, or was given back by one, is nothing for the other.
     */
    private static void assertFair(SmallCentre before, Map<Waiter, Waiting> got, Instant now) {
        for (var longer : before.agents()) {
            for (var shorter : got.keySet()) {
                if (longer.idleSince() == null
                        || !longer.joined().equals(shorter.joined())
                        || !longer.idleSince().isBefore(shorter.idleSinceOrFail())
                        || Stream.of(longer, shorter)
                                .anyMatch(agent -> gaveBack(before, agent) || isKept(before, agent, now))) {
                    continue;
                }
                var first = got.get(longer);
                var second = got.get(shorter);
                assertThat(first).as("%s before %s", longer, shorter).isNotNull();
                assertThat(List.of(first, second)).isSortedAccordingTo(SmallCentre.OLDEST_FIRST);
            }
        }
    }

    private static boolean gaveBack(SmallCentre centre, Waiter agent) {
        return centre.callbacks().stream().anyMatch(callback -> agent.id().equals(callback.releasedBy()));
    }

    private static boolean isKept(SmallCentre centre, Waiter agent, Instant now) {
        return centre.callbacks().stream().anyMatch(callback -> callback.isKeptFor(agent, now));
    }

    /** A centre whose agents are being woken. */
    private static final class Turn {

        private final Map<Waiter, Waiting> got = new LinkedHashMap<>();
        private SmallCentre centre;

        Turn(SmallCentre centre) {
            this.centre = centre;
        }

        boolean offer(String id, Instant now) {
            var agent = centre.agents().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            var next = centre.next(agent, now);
            next.ifPresent(callback -> {
                got.put(agent, callback);
                centre = centre.given(callback, agent);
            });
            return next.isPresent();
        }
    }
}
