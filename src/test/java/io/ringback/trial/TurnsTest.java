package io.ringback.trial;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ringback.platform.problem.Busy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever checks again and again does not keep others from it. */
class TurnsTest {

    private static final Duration NOT_AT_ALL = Duration.ZERO;

    private static final Duration LONG = Duration.ofMinutes(5);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final Turns turns = new Turns();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void oneAtATime() {
        turns.enter("dee", NOT_AT_ALL);

        assertThatThrownBy(() -> turns.enter("dan", NOT_AT_ALL)).isInstanceOf(Busy.class);

        turns.leave("dee");
        assertThatCode(() -> turns.enter("dan", NOT_AT_ALL)).doesNotThrowAnyException();
    }

    @Test
    void nobodyTakesMoreThanAFewPlaces() {
        turns.enter("dee", NOT_AT_ALL);
        waiting("dee", Turns.MOST_OF_ONE - 1);

        await().untilAsserted(() -> assertThatThrownBy(() -> turns.enter("dee", NOT_AT_ALL))
                .isInstanceOf(Busy.class)
                .hasMessageContaining("models of yours"));

        var dan = waiting("dan", 1).get(0);
        for (int i = 0; i < Turns.MOST_OF_ONE; i++) {
            turns.leave("dee");
        }
        assertThatCode(dan::join).doesNotThrowAnyException();
    }

    @Test
    void notEverybodyWaits() {
        turns.enter("dee", NOT_AT_ALL);
        for (int i = 1; i < Turns.MOST; i++) {
            waiting("designer" + i, 1);
        }

        await().untilAsserted(() -> assertThatThrownBy(() -> turns.enter("late", NOT_AT_ALL))
                .isInstanceOf(Busy.class)
                .hasMessageContaining("Many models"));
    }

    @Test
    void whoGivesUpLeavesTheirPlace() {
        turns.enter("dee", NOT_AT_ALL);
        for (int i = 0; i < Turns.MOST * 2; i++) {
            assertThatThrownBy(() -> turns.enter("dan", NOT_AT_ALL)).isInstanceOf(Busy.class);
        }

        turns.leave("dee");

        assertThatCode(() -> turns.enter("dan", NOT_AT_ALL)).doesNotThrowAnyException();
    }

    private List<CompletableFuture<Void>> waiting(String who, int times) {
        var all = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < times; i++) {
            all.add(CompletableFuture.runAsync(() -> turns.enter(who, LONG), threads));
        }
        return all;
    }
}
