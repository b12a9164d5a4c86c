package io.ringback.figures;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.platform.database.Transactions;
import io.ringback.support.RandomCases;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import io.ringback.trace.PassedFlow;
import io.ringback.trace.ProcessVersion;
import io.ringback.trace.Step;
import io.ringback.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is counted as cases are folded, against a recount of all their steps. */
@RingbackTest
class TalliesTest {

    private static final AtomicInteger VERSIONS = new AtomicInteger();
    private static final Instant SINCE = Instant.parse("2026-01-20T07:00:00Z");

    @Autowired
    private Tallies tallies;

    @Autowired
    private JdbcCounts counts;

    @Autowired
    private Transactions transactions;

    @Test
    void whatIsReadOfAPeriodIsWhatARecountOfItsStepsGives() {
        RandomCases.each(12, chance -> {
            var process = version();
            var traces = new MadeUpTraces(process, chance).some(1 + chance.nextInt(120), SINCE, 70);
            var parts = 1 + chance.nextInt(5);
            for (var part = 0; part < parts; part++) {
                var some = traces.subList(traces.size() * part / parts, traces.size() * (part + 1) / parts);
                transactions.execute(() -> tallies.folded(some));
            }
            for (var asked = 0; asked < 4; asked++) {
                var from = SINCE.plus(Duration.ofMinutes(chance.nextInt(70 * 1440)));
                var period = Period.counted(from, from.plus(Duration.ofMinutes(1 + chance.nextInt(60 * 1440))), from);

                assertThat(read(process, period)).isEqualTo(recounted(traces, period));
            }
        });
    }

    @Test
    void whoCloseAndCountAtOnceLoseNothingAndLockNobodyOut() {
        var process = version();
        var all = IntStream.range(0, 8)
                .mapToObj(number -> new MadeUpTraces(process, new Random(number)).some(60, SINCE, 2))
                .toList();

        Together.times(all.size(), number -> {
            transactions.execute(() -> tallies.folded(all.get(number)));
            return number;
        });

        var period = new Period(SINCE, SINCE.plus(Duration.ofDays(2)));
        assertThat(read(process, period))
                .isEqualTo(recounted(all.stream().flatMap(List::stream).toList(), period));
    }

    @Test
    void whatIsTakenBackIsNotCounted() {
        var process = version();
        var traces = new MadeUpTraces(process, new Random(1)).some(5, SINCE, 2);

        try {
            transactions.execute(() -> {
                tallies.folded(traces);
                throw new IllegalStateException("the fold has failed");
            });
        } catch (IllegalStateException expected) {
            // and everything with it
        }

        assertThat(read(process, new Period(SINCE, SINCE.plus(Duration.ofDays(2)))))
                .isEmpty();
    }

    private static ProcessVersion version() {
        return new ProcessVersion("madeUp", VERSIONS.incrementAndGet(), "none");
    }

    private Map<String, Counted> read(ProcessVersion process, Period period) {
        var found = new TreeMap<String, Counted>();
        counts.of(Owner.version(process.key(), process.version()), period, EnumSet.allOf(Kind.class))
                .forEach(row -> found.put(row.kind() + " " + row.name(), row.counted()));
        return found;
    }

    private static Map<String, Counted> recounted(List<Trace> traces, Period period) {
        var within = traces.stream()
                .filter(trace -> {
                    var ended = Objects.requireNonNull(trace.endedAt());
                    return !ended.isBefore(period.from()) && ended.isBefore(period.to());
                })
                .toList();
        var found = new TreeMap<String, Counted>();
        within.stream()
                .flatMap(trace -> trace.steps().stream())
                .collect(groupingBy(Step::elementId))
                .forEach((id, steps) -> found.put(
                        "PASS " + id, counted(steps.stream().map(Step::took).toList())));
        within.stream()
                .flatMap(trace -> trace.flows().stream())
                .collect(groupingBy(PassedFlow::flowId, counting()))
                .forEach((id, count) -> found.put("FLOW " + id, new Counted(count, 0, 0)));
        within.stream()
                .collect(groupingBy(Trace::end, counting()))
                .forEach((id, count) -> found.put("END " + id, new Counted(count, 0, 0)));
        within.stream()
                .flatMap(trace -> trace.decisions().stream())
                .collect(groupingBy(
                        decision -> "RULE retryPolicy:" + decision.version() + ":"
                                + (decision.rules().isEmpty() ? "" : "rule_busy"),
                        counting()))
                .forEach((rule, count) -> found.put(rule, new Counted(count, 0, 0)));
        if (!within.isEmpty()) {
            found.put(
                    "CASE ",
                    counted(within.stream()
                            .map(trace -> Duration.between(trace.steps().get(0).startedAt(), trace.endedAt()))
                            .toList()));
        }
        return found;
    }

    /** Half of them take at most the one in the middle, 19 of 20 at most the one that many in. */
    private static Counted counted(List<Duration> durations) {
        var sorted = durations.stream().map(Rounded::millis).sorted().toList();
        return new Counted(
                sorted.size(), sorted.get((sorted.size() + 1) / 2 - 1), sorted.get((sorted.size() * 19 + 19) / 20 - 1));
    }
}
