package io.ringback.figures;

import io.ringback.trace.CaseFolded;
import io.ringback.trace.MadeDecision;
import io.ringback.trace.PassedFlow;
import io.ringback.trace.Step;
import io.ringback.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Counts each closed case as it is folded, within that transaction: all that happened to it counts when it was closed, so
 * that what went in and what came out of an element in a period are the same cases.
 */
@Component
class Tallies implements CaseFolded {

    private final JdbcTallies rows;
    private final JdbcHoldings holdings;

    Tallies(JdbcTallies rows, JdbcHoldings holdings) {
        this.rows = rows;
        this.holdings = holdings;
    }

    /** All of them in four statements. */
    @Override
    public void folded(List<Trace> traces) {
        var held = holdings.of(traces.stream().map(Trace::callbackId).toList());
        var tallies = new ArrayList<Tally>();
        for (var trace : traces) {
            var closedAt = trace.endedAt();
            if (closedAt != null) {
                tallies.addAll(of(trace, closedAt));
                held.getOrDefault(trace.callbackId(), List.of()).stream()
                        .flatMap(holding -> of(holding, closedAt))
                        .forEach(tallies::add);
            }
        }
        rows.add(tallies);
    }

    /** What the case has gone through. */
    static List<Tally> of(Trace trace, Instant closedAt) {
        var tallies = new ArrayList<Tally>();
        var process = trace.process();
        if (process != null) {
            var owner = Owner.version(process.key(), process.version());
            var begun = trace.steps().stream().map(Step::startedAt).findFirst().orElse(closedAt);
            tallies.add(Tally.of(Kind.CASE, owner, "", closedAt, Duration.between(begun, closedAt)));
            tallies.add(Tally.of(Kind.END, owner, Objects.requireNonNullElse(trace.end(), ""), closedAt));
            trace.decisions().stream()
                    .flatMap(Tallies::rules)
                    .forEach(rule -> tallies.add(Tally.of(Kind.RULE, owner, rule, closedAt)));
        }
        for (var step : trace.steps()) {
            var owner = Owner.version(step.on().key(), step.on().version());
            tallies.add(Tally.of(Kind.PASS, owner, step.elementId(), closedAt, step.took()));
        }
        trace.flows().stream()
                .filter(PassedFlow::certain)
                .forEach(flow -> tallies.add(Tally.of(
                        Kind.FLOW, Owner.version(flow.on().key(), flow.on().version()), flow.flowId(), closedAt)));
        return tallies;
    }

    private static Stream<String> rules(MadeDecision decision) {
        var of = new FiredRule(decision.key(), decision.version(), null);
        return decision.rules().isEmpty()
                ? Stream.of(of.written())
                : decision.rules().stream().map(rule -> of.by(rule.id()).written());
    }

    /** What was done with it in one agent's hands, for the agent and for the list. */
    private static Stream<Tally> of(Holding holding, Instant closedAt) {
        return Stream.of(
                        took(Kind.TO_CALL, holding, closedAt, Stream.ofNullable(holding.toCall())),
                        took(
                                Kind.CALL,
                                holding,
                                closedAt,
                                holding.calls().stream().map(Holding.Call::took)),
                        took(Kind.AFTER_CALL, holding, closedAt, Stream.ofNullable(holding.afterCall())),
                        Stream.of(
                                Tally.of(
                                        Kind.LEFT,
                                        Owner.agent(holding.agentId()),
                                        holding.listId() + " " + holding.left(),
                                        closedAt),
                                Tally.of(
                                        Kind.LEFT,
                                        Owner.list(holding.listId()),
                                        holding.left().name(),
                                        closedAt)))
                .flatMap(tallies -> tallies);
    }

    private static Stream<Tally> took(Kind kind, Holding holding, Instant closedAt, Stream<Duration> durations) {
        return durations
                .filter(Objects::nonNull)
                .flatMap(took -> Stream.of(
                        Tally.of(kind, Owner.agent(holding.agentId()), "", closedAt, took),
                        Tally.of(kind, Owner.list(holding.listId()), "", closedAt, took)));
    }
}
