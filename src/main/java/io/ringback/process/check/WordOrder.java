package io.ringback.process.check;

import io.ringback.process.check.feel.FeelUnreadable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/** Holds the words of an expression of a form against what may follow what, as far as that does not depend on its values. */
final class WordOrder {

    /** Behind each of them has to come a value. */
    private static final Set<String> AWAITING = Set.of(
            "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "and", "or", "in", "between", ",", ".", "..", "if",
            "then", "else");

    /** Those of them that may come where a value is wanted. */
    private static final Set<String> LEADING = Set.of("-", "if");

    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");

    /** Behind these may come a test without its left side. */
    private static final Set<String> TESTED = Set.of("in", ",");

    private static final Map<String, String> CLOSING = Map.of("(", ")", "[", "]", "{", "}");

    private final boolean hasIntervals;
    private final Deque<String> open = new ArrayDeque<>();
    private String before = "";
    private boolean isFirst = true;

    WordOrder(String expression) {
        this.hasIntervals = expression.contains("..");
    }

    void add(String token) throws FeelUnreadable {
        if (!hasIntervals) {
            addBracket(token);
        }
        var mayLead = !AWAITING.contains(token)
                || LEADING.contains(token)
                || TESTED.contains(before) && COMPARISONS.contains(token);
        var closes = !hasIntervals && CLOSING.containsValue(token);
        if ((isFirst || AWAITING.contains(before)) && (!mayLead || closes)) {
            throw new FeelUnreadable("has '%s' where a value is wanted".formatted(token));
        }
        before = token;
        isFirst = false;
    }

    void end() throws FeelUnreadable {
        if (AWAITING.contains(before)) {
            throw new FeelUnreadable("ends where a value is wanted");
        }
        if (!open.isEmpty()) {
            throw new FeelUnreadable("ends where '%s' is wanted".formatted(open.peek()));
        }
    }

    /** Those of intervals, such as {@code ]1..3[}, may be the other way round. */
    private void addBracket(String token) throws FeelUnreadable {
        var closing = CLOSING.get(token);
        if (closing != null) {
            open.push(closing);
        } else if (CLOSING.containsValue(token) && !token.equals(open.poll())) {
            throw new FeelUnreadable("has a '%s' that closes nothing".formatted(token));
        }
    }
}
