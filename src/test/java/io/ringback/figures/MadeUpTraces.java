package io.ringback.figures;

import io.ringback.trace.MadeDecision;
import io.ringback.trace.PassedFlow;
import io.ringback.trace.ProcessVersion;
import io.ringback.trace.Step;
import io.ringback.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Ways of cases through a process of a few elements, as chance has it. */
record MadeUpTraces(ProcessVersion process, Random chance) {

    private static final List<String> WAYS = List.of("call", "wait", "retry");
    private static final List<String> ENDS = List.of("end_resolved", "end_expired");

    /** So many, closed within so many days after this time. */
    List<Trace> some(int count, Instant since, int days) {
        return IntStream.range(0, count)
                .mapToObj(number -> one(since.plus(Duration.ofSeconds(chance.nextInt(days * 86_400)))))
                .toList();
    }

    private Trace one(Instant closedAt) {
        var steps = new ArrayList<Step>();
        var flows = new ArrayList<PassedFlow>();
        var at = closedAt.minus(Duration.ofHours(2));
        for (var round = 1; round <= 1 + chance.nextInt(4); round++) {
            var way = WAYS.get(chance.nextInt(WAYS.size()));
            steps.add(step(steps.size() + 1, "gateway", at, Duration.ZERO, round));
            var took = Duration.ofMillis(chance.nextInt(1 + chance.nextInt(1_000_000)));
            steps.add(step(steps.size() + 1, way, at, took, round));
            flows.add(new PassedFlow(process, "flow_" + way, steps.size() - 1, steps.size(), true));
            at = at.plus(took);
        }
        var end = ENDS.get(chance.nextInt(ENDS.size()));
        return new Trace(
                UUID.randomUUID(), process, steps, flows, decisions(closedAt), end, closedAt, Trace.Source.ENGINE);
    }

    private List<MadeDecision> decisions(Instant at) {
        return chance.nextBoolean()
                ? List.of()
                : List.of(new MadeDecision(
                        at,
                        "wait",
                        "retryPolicy",
                        1 + chance.nextInt(2),
                        null,
                        Map.of(),
                        chance.nextInt(5) == 0 ? List.of() : List.of(new MadeDecision.Rule(1, "rule_busy")),
                        Map.of()));
    }

    private Step step(int number, String id, Instant at, Duration took, int round) {
        return new Step(number, process, id, id, "userTask", at, at.plus(took), null, round, false);
    }
}
