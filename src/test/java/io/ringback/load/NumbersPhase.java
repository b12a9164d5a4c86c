package io.ringback.load;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the numbers take when nothing happens, while callbacks open and close, and while a long reader holds on. */
final class NumbersPhase {

    private static final int COMPARISONS = 10;
    private static final int CHANGES_DURING_A_DUMP = 20_000;

    private final JdbcClient jdbc;
    private final NumbersCompared numbers;
    private final int rounds;
    private final Rules rules;
    private final Random chance = new Random(1);

    NumbersPhase(JdbcClient jdbc, NumbersCompared numbers, int rounds, Rules rules) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.rounds = rounds;
        this.rules = rules;
    }

    void run() {
        awaitTallies();
        measure("warming up", rounds / 4);
        measure("nothing changes", rounds);
        compare();
        try (var changes = new NumbersChanging(jdbc, numbers.lists().size())) {
            changes.start();
            measure("one callback opens and one closes every 10 ms", rounds);
            compare();
        }
        numbers.inOneSnapshot(() -> {
            try (var changes = new NumbersChanging(jdbc, numbers.lists().size())) {
                changes.make(CHANGES_DURING_A_DUMP);
            }
            awaitTallies();
            measure(
                    "a long reader, such as a dump, has held on for %d changes".formatted(CHANGES_DURING_A_DUMP),
                    rounds);
        });
        compare();
    }

    /** Until the sweep has written down what is worth it. */
    private void awaitTallies() {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> jdbc.sql("""
                        SELECT NOT EXISTS (SELECT 1 FROM ringback.list_tally WHERE open > 20 AND due_until < now())
                           AND NOT EXISTS (SELECT 1 FROM ringback.list_change GROUP BY list_id HAVING count(*) > 20)""").query(Boolean.class).single());
    }

    private void measure(String when, int times) {
        System.out.println(when);
        var all = new Timings("numbers of all lists");
        var one = new Timings("numbers of one list");
        var allCounted = new Timings("recount of all lists");
        var oneCounted = new Timings("recount of one list");
        for (int round = 0; round < times; round++) {
            var list =
                    List.of(numbers.lists().get(chance.nextInt(numbers.lists().size())));
            all.time(() -> numbers.of(numbers.lists()));
            one.time(() -> numbers.of(list));
            allCounted.time(() -> numbers.recount(numbers.lists()));
            oneCounted.time(() -> numbers.recount(list));
        }
        List.of(all, allCounted, one, oneCounted).forEach(timings -> System.out.println(timings.summary()));
        System.out.printf(
                "  faster than a recount: all lists %.1f times, one list %.1f times%n",
                allCounted.medianMillis() / all.medianMillis(), oneCounted.medianMillis() / one.medianMillis());
    }

    private void compare() {
        for (int comparison = 0; comparison < COMPARISONS; comparison++) {
            var differing = numbers.differing();
            if (differing > 0) {
                rules.broken("%d lists differ from a recount".formatted(differing));
            }
        }
        System.out.printf("  compared to a recount %d times%n", COMPARISONS);
    }
}
