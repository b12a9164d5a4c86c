package io.ringback.process;

import io.ringback.trace.MadeDecision.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionLiteralExpressionEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.operaton.bpm.dmn.engine.impl.DmnDecisionTableImpl;

/** What a decision was asked, which rules have fired, and what came out. */
record ToldDecision(
        DmnDecision decision,
        Map<String, @Nullable Object> inputs,
        List<Rule> rules,
        Map<String, @Nullable Object> outputs) {

    /** Null for what is neither a table nor an expression. */
    static @Nullable ToldDecision of(DmnDecisionLogicEvaluationEvent result) {
        if (result instanceof DmnDecisionTableEvaluationEvent table) {
            return of(table);
        }
        if (result instanceof DmnDecisionLiteralExpressionEvaluationEvent literal) {
            var outputs = new LinkedHashMap<String, @Nullable Object>();
            outputs.put(literal.getOutputName(), TrialWay.plain(literal.getOutputValue()));
            return new ToldDecision(literal.getDecision(), new LinkedHashMap<>(), List.of(), outputs);
        }
        return null;
    }

    private static ToldDecision of(DmnDecisionTableEvaluationEvent table) {
        var inputs = new LinkedHashMap<String, @Nullable Object>();
        table.getInputs()
                .forEach(input -> inputs.put(label(input.getName(), input.getId()), TrialWay.plain(input.getValue())));
        var outputs = new LinkedHashMap<String, @Nullable Object>();
        var rules = new ArrayList<Rule>();
        for (var rule : table.getMatchingRules()) {
            rule.getOutputEntries()
                    .values()
                    .forEach(output -> outputs.put(output.getOutputName(), TrialWay.plain(output.getValue())));
            rules.add(new Rule(number(table, rule.getId()), rule.getId()));
        }
        return new ToldDecision(table.getDecision(), inputs, rules, outputs);
    }

    /** What an input is called: by its label, or its id where it has none. */
    static String label(@Nullable String label, String id) {
        return label == null || label.isBlank() ? id : label;
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
