package io.ringback.process.check.bpmn;

import io.ringback.process.check.rule.VariableName;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The few expressions a model may hold: a {@link Condition}, or a value of the decision just made; and where a step is
 * named, a delegate. No calls, no properties, no indexing: those reach into any class.
 */
public final class AllowedExpression {

    private static final Pattern DECISION =
            Pattern.compile("[#$]\\{\\s*decisionResult\\[0]\\." + VariableName.PATTERN + "\\s*}");
    private static final Pattern DELEGATE = Pattern.compile("[#$]\\{(?<name>" + VariableName.PATTERN + ")}");

    private AllowedExpression() {}

    /** Whether an expression stands anywhere in the text. */
    public static boolean isIn(String text) {
        return text.contains("#{") || text.contains("${");
    }

    /** Whether the text holds no expression, or is as a whole one of the allowed ones. */
    static boolean allowsText(String text) {
        return !isIn(text) || allows(text);
    }

    /** Whether the text is as a whole one allowed expression. */
    static boolean allows(String text) {
        return ConditionParser.parse(text).isPresent() || DECISION.matcher(text).matches();
    }

    static boolean allowsDelegate(String text, Set<String> delegates) {
        return delegate(text).filter(delegates::contains).isPresent();
    }

    /** The name in {@code #{name}}; empty if the text is anything else. */
    public static Optional<String> delegate(String text) {
        var delegate = DELEGATE.matcher(text);
        return delegate.matches() ? Optional.of(delegate.group("name")) : Optional.empty();
    }
}
