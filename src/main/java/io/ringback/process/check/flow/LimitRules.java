package io.ringback.process.check.flow;

import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.contract.Interplay;
import io.ringback.process.contract.ProcessContract;
import io.ringback.process.contract.ServerStage;
import io.ringback.process.contract.SharedNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A timer that ends a wait must have a time that is still to come in that stage, or the wait is over at once. */
class LimitRules {

    private static final long SHORTEST_EXPIRY_SECONDS = 60;
    private static final Set<String> OF_ALLOCATION =
            Set.of(SharedNames.AUTO_STOP_AT, SharedNames.CALL_ENDS_BY, SharedNames.CLOSES_AT);

    private final Interplay interplay;
    private final ModelVariables variables;
    private final Findings findings;

    LimitRules(Interplay interplay, ModelVariables variables, Findings findings) {
        this.interplay = interplay;
        this.variables = variables;
        this.findings = findings;
    }

    /** @param timers those that end the wait in this stage */
    void check(ServerStage stage, List<FlowNode> timers) {
        for (var timer : timers) {
            var isExpiry = isInLine(stage) && leadsToExpiry(timer, new HashSet<>());
            timer.timer()
                    .ifPresent(text -> variables
                            .given(timer.element(), text)
                            .forEach(value -> check(stage, timer, isExpiry, value)));
        }
    }

    /** Whether all of these do nothing but let the callback expire. */
    boolean areExpiries(List<FlowNode> timers) {
        return timers.stream().allMatch(timer -> leadsToExpiry(timer, new HashSet<>()));
    }

    private static boolean isInLine(ServerStage stage) {
        return stage == ServerStage.IN_LINE || stage == ServerStage.HELD_BACK;
    }

    private void check(ServerStage stage, FlowNode timer, boolean isExpiry, PossibleValue value) {
        if (isOfAnother(stage, isExpiry, value.source())) {
            report(timer, "is at %s, which may have passed by then", value.source(), stage);
        }
        var text = value.text();
        if (text == null) {
            return;
        }
        var seconds = TimerText.seconds(text);
        if (seconds.isEmpty() && !text.startsWith("P")) {
            report(timer, "is at %s, the same day for all cases", text, stage);
        } else if (isExpiry
                && seconds.filter(length -> length < SHORTEST_EXPIRY_SECONDS).isPresent()) {
            report(timer, "lets the callback expire after %s, sooner than in a minute", text, stage);
        }
    }

    private static boolean isOfAnother(ServerStage stage, boolean isExpiry, String variable) {
        if (stage.isInHand()) {
            var own = ProcessContract.timersOf(stage);
            return OF_ALLOCATION.contains(variable) && !own.equals(variable)
                    || variable.equals(SharedNames.ELIGIBLE_AT)
                    || variable.equals(SharedNames.DUE_AT);
        }
        return OF_ALLOCATION.contains(variable) || isExpiry && variable.equals(SharedNames.ELIGIBLE_AT);
    }

    private void report(FlowNode timer, String complaint, String value, ServerStage stage) {
        findings.error(
                timer.id(),
                Rule.TIMER,
                "%s " + complaint + ": set it to #{%s}, or a duration such as PT10M",
                timer.title(),
                value,
                ProcessContract.timersOf(stage));
    }

    /** Whether every way on closes the callback before it waits again. */
    private boolean leadsToExpiry(FlowNode node, Set<FlowNode> seen) {
        if (PathSteps.delegates(node).stream().anyMatch(this::closes)) {
            return true;
        }
        return seen.add(node)
                && !node.out().isEmpty()
                && node.out().stream().allMatch(link -> leadsToExpiry(link.to(), seen));
    }

    private boolean closes(String delegate) {
        return Stream.ofNullable(interplay.delegates().get(delegate))
                .flatMap(step -> step.from(ServerStage.IN_LINE).stream())
                .anyMatch(move -> move.to() == ServerStage.CLOSED);
    }
}
