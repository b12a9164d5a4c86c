package io.ringback.process;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The few expressions a model may hold: a variable, its comparison with a literal, or a value of the decision just
 * made. No calls, no properties, no indexing: those reach into any class.
 */
class AllowedExpression {

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final String LITERAL =
            "(?:'[^'\\\\{}#$]*'|\"[^\"\\\\{}#$]*\"|-?[0-9]+(?:\\.[0-9]+)?|true|false|null)";
    private static final String COMPARISON = "(?:\\s*(?:==|!=|<=|>=|<|>)\\s*|\\s+(?:eq|ne|lt|gt|le|ge)\\s+)";
    private static final Pattern VARIABLE = Pattern.compile(
            "[#$]\\{\\s*(?:!\\s*|not\\s+)?(?:empty\\s+)?(?<name>" + NAME + ")(?:" + COMPARISON + LITERAL + ")?\\s*}");
    private static final Pattern DECISION = Pattern.compile("[#$]\\{\\s*decisionResult\\[0]\\." + NAME + "\\s*}");
    private static final Pattern DELEGATE = Pattern.compile("[#$]\\{(?<name>" + NAME + ")}");

    /** Names the engine binds to its own objects. */
    private static final Set<String> ENGINE_OBJECTS =
            Set.of("execution", "task", "externalTask", "caseExecution", "decisionResult");

    private AllowedExpression() {}

    /** Whether the text holds no expression, or is as a whole one of the allowed ones. */
    static boolean allowsText(String text) {
        return !holdsExpression(text) || allows(text);
    }

    /** Whether the text is as a whole one allowed expression. */
    static boolean allows(String text) {
        var variable = VARIABLE.matcher(text);
        if (variable.matches()) {
            return !ENGINE_OBJECTS.contains(variable.group("name"));
        }
        return DECISION.matcher(text).matches();
    }

    static boolean allowsDelegate(String text, Set<String> delegates) {
        var delegate = DELEGATE.matcher(text);
        return delegate.matches() && delegates.contains(delegate.group("name"));
    }

    private static boolean holdsExpression(String text) {
        return text.contains("#{") || text.contains("${");
    }
}
