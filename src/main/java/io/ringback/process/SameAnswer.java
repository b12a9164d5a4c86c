package io.ringback.process;

import io.ringback.callback.Urgency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.operaton.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.operaton.bpm.dmn.engine.impl.DmnExpressionImpl;

/**
 * What a table of priorities answers whatever it is asked: the engine need not be asked again, and auditors are told all the
 * same what was asked.
 *
 * @param told how the engine has told of it
 * @param asks what is asked for, by the labels of the table
 */
record SameAnswer(Urgency urgency, ToldDecision told, Map<String, String> asks) {

    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,9}|\"[^\"\\\\]*\"|null");

    /**
     * Empty where it may answer otherwise another time, or asks for more than plain values.
     *
     * @param heard how the engine has told of it
     * @param known what it was asked with
     */
    static Optional<SameAnswer> of(
            DmnDecision decision, Urgency urgency, List<ToldDecision> heard, Map<String, @Nullable Object> known) {
        if (heard.size() != 1
                || !decision.getRequiredDecisions().isEmpty()
                || !(decision.getDecisionLogic() instanceof DmnDecisionTableImpl table)
                || table.getRules().size() != 1
                || !isPlain(table.getRules().get(0))) {
            return Optional.empty();
        }
        var asks = new LinkedHashMap<String, String>();
        table.getInputs()
                .forEach(input ->
                        asks.put(ToldDecision.label(input.getName(), input.getId()), text(input.getExpression())));
        var same = new SameAnswer(urgency, heard.get(0), asks);
        return known.keySet().containsAll(asks.values())
                        && same.inputs(known).equals(heard.get(0).inputs())
                ? Optional.of(same)
                : Optional.empty();
    }

    /** How the engine would tell of it, had it been asked with this. */
    ToldDecision asked(Map<String, @Nullable Object> known) {
        return new ToldDecision(told.decision(), inputs(known), told.rules(), told.outputs());
    }

    private Map<String, @Nullable Object> inputs(Map<String, @Nullable Object> known) {
        var inputs = new LinkedHashMap<String, @Nullable Object>();
        asks.forEach((label, name) -> inputs.put(label, known.get(name)));
        return inputs;
    }

    /** Whether the rule fits all and answers with what stands there. */
    private static boolean isPlain(DmnDecisionTableRuleImpl rule) {
        return rule.getConditions().stream().map(SameAnswer::text).allMatch(text -> text.isEmpty() || text.equals("-"))
                && rule.getConclusions().stream()
                        .map(SameAnswer::text)
                        .allMatch(text -> LITERAL.matcher(text).matches());
    }

    private static String text(DmnExpressionImpl expression) {
        return Objects.requireNonNullElse(expression.getExpression(), "").strip();
    }
}
