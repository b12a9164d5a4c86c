package io.ringback.process;

import io.ringback.trial.TrialDecision;
import io.ringback.trial.TrialDecision.Fired;
import io.ringback.trial.TrialPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionLiteralExpressionEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.operaton.bpm.dmn.engine.impl.DmnDecisionTableImpl;

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
        if (path == null) {
            return;
        }
        if (event.getDecisionResult() instanceof DmnDecisionTableEvaluationEvent table) {
            path.decided(of(table));
        } else if (event.getDecisionResult() instanceof DmnDecisionLiteralExpressionEvaluationEvent literal) {
            var outputs = new LinkedHashMap<String, @Nullable Object>();
            outputs.put(literal.getOutputName(), TrialWay.plain(literal.getOutputValue()));
            path.decided(new TrialDecision(
                    literal.getDecision().getKey(),
                    literal.getDecision().getName(),
                    new LinkedHashMap<>(),
                    outputs,
                    null,
                    List.of()));
        }
    }

    private static TrialDecision of(DmnDecisionTableEvaluationEvent table) {
        var inputs = new LinkedHashMap<String, @Nullable Object>();
        table.getInputs()
                .forEach(input -> inputs.put(
                        input.getName() == null || input.getName().isBlank() ? input.getId() : input.getName(),
                        TrialWay.plain(input.getValue())));
        var outputs = new LinkedHashMap<String, @Nullable Object>();
        var rules = new ArrayList<Fired>();
        for (var rule : table.getMatchingRules()) {
            rule.getOutputEntries()
                    .values()
                    .forEach(output -> outputs.put(output.getOutputName(), TrialWay.plain(output.getValue())));
            rules.add(new Fired(rule.getId(), number(table, rule.getId())));
        }
        return new TrialDecision(
                table.getDecision().getKey(),
                table.getDecision().getName(),
                inputs,
                outputs,
                rules.isEmpty() ? null : rules.get(0),
                rules);
    }

    private static int number(DmnDecisionTableEvaluationEvent table, String rule) {
        if (table.getDecision().getDecisionLogic() instanceof DmnDecisionTableImpl logic) {
            for (int i = 0; i < logic.getRules().size(); i++) {
                if (rule.equals(logic.getRules().get(i).getId())) {
                    return i + 1;
                }
            }
        }
        return 0;
    }
}
