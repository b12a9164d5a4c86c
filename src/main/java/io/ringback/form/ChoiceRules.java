package io.ringback.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Rules for answers that are chosen. The options are not known when the browser gets them by an expression. */
final class ChoiceRules {

    static final ValueRule YES_OR_NO = ValueRule.that(Boolean.class::isInstance, "must be true or false");

    private ChoiceRules() {}

    static ValueRule oneOf(Optional<List<Object>> options) {
        return ValueRule.that(among(options), "must be one of the options");
    }

    static ValueRule someOf(Optional<List<Object>> options) {
        var known = among(options);
        return ValueRule.that(
                answer -> answer instanceof List<?> chosen
                        && chosen.stream().allMatch(one -> one != null && known.test(one)),
                "must be a list of options");
    }

    private static Predicate<Object> among(Optional<List<Object>> options) {
        return options.<Predicate<Object>>map(
                        known -> answer -> known.stream().anyMatch(option -> isSame(option, answer)))
                .orElse(answer -> !(answer instanceof List<?>));
    }

    /** Numbers are the same when their values are. */
    private static boolean isSame(Object option, Object answer) {
        if (option instanceof Number && answer instanceof Number) {
            var one = NumberRules.decimal(option);
            var other = NumberRules.decimal(answer);
            return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
        }
        return option.equals(answer);
    }

    /** Whether form-js would offer it. */
    static boolean isOption(Object value) {
        return value instanceof Number
                || value instanceof Boolean
                || (value instanceof String text && !text.isEmpty())
                || (value instanceof Map<?, ?> map && !map.isEmpty());
    }
}
