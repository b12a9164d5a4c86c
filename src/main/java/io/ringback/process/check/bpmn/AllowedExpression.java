package io.ringback.process.check.bpmn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The few expressions a model may hold: variables, their comparisons with literals, these joined by and, or, not; or a
 * value of the decision just made. No calls, no properties, no indexing: those reach into any class.
 */
class AllowedExpression {

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{(?<inside>[^{}]*)}");
    private static final Pattern DECISION = Pattern.compile("[#$]\\{\\s*decisionResult\\[0]\\." + NAME + "\\s*}");
    private static final Pattern DELEGATE = Pattern.compile("[#$]\\{(?<name>" + NAME + ")}");

    /** Names the engine binds to its own objects. */
    static final Set<String> ENGINE_OBJECTS =
            Set.of("execution", "task", "externalTask", "caseExecution", "decisionResult");

    private AllowedExpression() {}

    /** Whether the text holds no expression, or is as a whole one of the allowed ones. */
    static boolean allowsText(String text) {
        return !holdsExpression(text) || allows(text);
    }

    /** Whether the text is as a whole one allowed expression. */
    static boolean allows(String text) {
        return condition(text).isPresent() || DECISION.matcher(text).matches();
    }

    /** What the expression asks of which variables; empty unless it is one of variables and comparisons. */
    static Optional<List<ModelCondition.Asked>> condition(String text) {
        var expression = EXPRESSION.matcher(text);
        return expression.matches() ? ModelCondition.read(expression.group("inside")) : Optional.empty();
    }

    static boolean allowsDelegate(String text, Set<String> delegates) {
        var delegate = DELEGATE.matcher(text);
        return delegate.matches() && delegates.contains(delegate.group("name"));
    }

    private static boolean holdsExpression(String text) {
        return text.contains("#{") || text.contains("${");
    }
}
