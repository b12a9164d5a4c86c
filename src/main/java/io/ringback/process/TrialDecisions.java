package io.ringback.process;

import io.ringback.trial.TrialDecision;
import io.ringback.trial.TrialDecision.Fired;
import io.ringback.trial.TrialPath;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;

/** Tells of the decisions of cases that are played on this thread; of others nothing. */
final class TrialDecisions implements DmnDecisionEvaluationListener {

    private static final ThreadLocal<@Nullable TrialPath> PATH = new ThreadLocal<>();

    static void begin(TrialPath path) {
        PATH.set(path);
    }

    static void end() {
        PATH.remove();
    }

    @Override
    public void notify(DmnDecisionEvaluationEvent event) {
        var path = PATH.get();
        var told = path == null ? null : ToldDecision.of(event.getDecisionResult());
        if (path != null && told != null) {
            path.decided(of(told));
        }
    }

    private static TrialDecision of(ToldDecision told) {
        var rules = told.rules().stream()
                .map(rule -> new Fired(rule.id(), rule.number()))
                .toList();
        return new TrialDecision(
                told.decision().getKey(),
                told.decision().getName(),
                told.inputs(),
                told.outputs(),
                rules.isEmpty() ? null : rules.get(0),
                rules);
    }
}
