package io.ringback.process.check.dmn;

import io.ringback.process.check.rule.Findings;
import io.ringback.process.contract.SharedNames;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How urgent a request is: a number, and times in the place of the list's. */
final class PriorityAnswers extends Answers {

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(9);
    private static final Map<String, List<String>> TIMES = Map.of(
            SharedNames.DUE_AFTER, List.of("string"),
            SharedNames.EXPIRES_AFTER, List.of("string"));

    PriorityAnswers(Findings findings) {
        super(findings);
    }

    @Override
    Map<String, List<String>> required() {
        return Map.of(SharedNames.PRIORITY, List.of("integer", "long", "number", "double"));
    }

    @Override
    Map<String, List<String>> optional() {
        return TIMES;
    }

    @Override
    void check(Decision decision, Decision.Row rule, Map<String, Object> values) {
        if (!(values.get(SharedNames.PRIORITY) instanceof BigDecimal priority)
                || priority.signum() < 0
                || priority.compareTo(HIGHEST) > 0
                || priority.stripTrailingZeros().scale() > 0) {
            complain(decision, rule, SharedNames.PRIORITY, "must be a whole number from 0 to 9", "5");
        }
        var allGood = true;
        for (var output : decision.outputs()) {
            var value = values.get(output.name());
            if (TIMES.containsKey(output.name()) && value != null) {
                var complaint = complaint(value, false);
                if (complaint != null) {
                    complain(decision, rule, output.name(), complaint + ", or null for the list's own", "\"PT30M\"");
                    allGood = false;
                }
            }
        }
        if (allGood
                && values.get(SharedNames.DUE_AFTER) instanceof String due
                && values.get(SharedNames.EXPIRES_AFTER) instanceof String expires
                && Duration.parse(expires).compareTo(Duration.parse(due)) <= 0) {
            complain(decision, rule, SharedNames.EXPIRES_AFTER, "must be longer than dueAfter", "\"P1D\"");
        }
    }
}
