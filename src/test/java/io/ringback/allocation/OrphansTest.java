package io.ringback.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.TimersByHand.Timer;
import io.ringback.support.Centre;
import io.ringback.support.Invariants;
import io.ringback.support.Together;
import io.ringback.support.TwoNodes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No row of the engine outlives the instance it was written for, whoever ends that while another goes on in it. There are no
 * foreign keys that would see to it (docs/decisions/085).
 */
@Tag("server")
class OrphansTest {

    private static final List<Duration> HEAD_STARTS = Stream.of(-60, -12, -6, -3, -1, 0, 1, 3, 6, 12, 60)
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
    void noneIsLeft() {
        Invariants.hold(nodes.jdbc());
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    /** What that timer sets off goes on beside the case, and changes no row that the Save changes. */
    @Test
    void whenACaseBecomesOverdueAsItIsSaved() {
        assertThat(rounds("timer_due", rivals::save))
                .allSatisfy(answer ->
                        assertThat(answer).isIn(List.of(200, true, "RESOLVED"), List.of(200, false, "RESOLVED")));
    }

    @Test
    void whenACaseBecomesOverdueAsItIsCancelled() {
        assertThat(rounds("timer_due", held -> rivals.cancel(held.callback())))
                .allSatisfy(answer ->
                        assertThat(answer).isIn(List.of(200, true, "CANCELLED"), List.of(200, false, "CANCELLED")));
    }

    @Test
    void whenACaseBecomesOverdueAsItsAgentStops() {
        assertThat(rounds("timer_due", rivals::stop))
                .allSatisfy(answer ->
                        assertThat(answer).isIn(List.of(200, true, "WAITING"), List.of(200, false, "WAITING")));
    }

    /** The next request of the same caller sets the times of the case anew. */
    @Test
    void whenACaseBecomesOverdueAsTheCallerAsksAgain() {
        assertThat(rounds(
                        "timer_due",
                        held -> rivals.request(
                                held.list(), held.callback().path("phoneNumber").asText())))
                .allSatisfy(answer -> assertThat(answer.get(0)).isEqualTo(201))
                .allSatisfy(answer -> assertThat(answer.get(2)).isEqualTo("ALLOCATED"));
    }

    @Test
    void whenNoCallWasMadeInTimeAsTheCaseIsCancelled() {
        assertThat(rounds("timer_noCallMade", held -> rivals.cancel(held.callback())))
                .allSatisfy(answer -> assertThat(answer.get(2)).isEqualTo("CANCELLED"));
    }

    /** Everybody does something about the same few cases. */
    @Test
    void whenAllComesAtOnce() {
        for (int round = 0; round < 4; round++) {
            var number = centre.newNumber();
            var held = rivals.held(centre.list(), number);
            var timers = timers(held, "timer_due", "timer_noCallMade");
            var acts = List.<ToIntFunction<Rivals.Held>>of(
                    rivals::call,
                    rivals::save,
                    rivals::stop,
                    each -> rivals.cancel(each.callback()),
                    each -> rivals.request(each.list(), number),
                    each -> timers.get(0).fire() ? 200 : 409,
                    each -> timers.get(1).fire() ? 200 : 409,
                    each -> rivals.saveThrough(nodes.otherCentre(), each, "BUSY"),
                    each -> rivals.receive(each.agent(), true));

            var answers = Together.times(acts.size(), place -> acts.get(place).applyAsInt(held));

            assertThat(answers).allMatch(Set.of(200, 201, 204, 409)::contains);
            assertThat(answers.get(4)).isEqualTo(201);
        }
    }

    private static Set<List<Object>> rounds(String timer, Function<Rivals.Held, Integer> act) {
        var outcomes = new HashSet<List<Object>>();
        for (var headStart : HEAD_STARTS) {
            var held = rivals.held();
            var firing = timers(held, timer).get(0);

            var answers = Together.race(headStart, () -> act.apply(held), firing::fire);

            outcomes.add(List.of(answers.first(), answers.second(), rivals.status(held)));
        }
        return outcomes;
    }

    private static List<Timer> timers(Rivals.Held held, String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(place -> nodes.otherTimers().timer(Centre.id(held.callback()), names[place]))
                .toList();
    }
}
