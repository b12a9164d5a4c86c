package io.ringback.process.check.dmn;

import io.ringback.process.check.dmn.Decision.Entry;
import io.ringback.process.check.feel.Feel;
import io.ringback.process.contract.DecisionContract;
import io.ringback.process.contract.DecisionInput;
import io.ringback.process.contract.SharedNames;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the server can ask, as far as the decisions tell it apart: of an input that no cell looks at one value stands for
 * all, of texts those that are named and one that is not.
 */
final class DecisionQuestions {

    private static final int MOST_CONSTANTS = 100;
    private static final int MOST_QUESTIONS = 50_000;

    /** Questions times rules: what is looked at in a moment. */
    private static final long MOST_LOOKS = 3_000_000;

    private static final String ANY_OTHER = "anything else";

    private final DecisionContract contract;
    private final List<Decision> asked;

    DecisionQuestions(DecisionContract contract, List<Decision> asked) {
        this.contract = contract;
        this.asked = asked;
    }

    /** Each with a value for every input, where null is none; empty when there are too many to try them. */
    Optional<List<Map<String, Object>>> all() {
        var rules =
                asked.stream().mapToLong(decision -> decision.rules().size()).sum() + 1;
        var questions = List.of(Map.<String, Object>of());
        for (var input : contract.inputs()) {
            var values = values(input);
            var next = questions.size() * (long) values.size();
            if (next > MOST_QUESTIONS || next * rules > MOST_LOOKS) {
                return Optional.empty();
            }
            questions = with(questions, input.name(), values);
        }
        return Optional.of(
                questions.stream().filter(DecisionQuestions::isPossible).toList());
    }

    private Collection<@Nullable Object> values(DecisionInput input) {
        var looked = lookedAt(input.name());
        var values = new ArrayList<@Nullable Object>();
        switch (input.kind()) {
            case TRUTH -> values.addAll(List.of(false, true));
            case NUMBER -> values.addAll(looked.isEmpty() ? List.of(usual(input)) : numbers(input, looked));
            default -> {
                if (looked.isEmpty()) {
                    values.add(
                            input.isOptional()
                                    ? null
                                    : texts(input, looked).iterator().next());
                } else {
                    values.addAll(texts(input, looked));
                    if (input.isOptional()) {
                        values.add(null);
                    }
                }
            }
        }
        return input.kind() == DecisionInput.Kind.TRUTH && looked.isEmpty() && contract.gives(input.name())
                ? List.of(false)
                : values;
    }

    private static BigDecimal usual(DecisionInput input) {
        return BigDecimal.valueOf(Math.max(1, input.least()));
    }

    /** Those that are named, and one that is not; all of a few where more is done with them than comparing. */
    private static Set<Object> texts(DecisionInput input, List<Feel> looked) {
        var named = new LinkedHashSet<Object>();
        looked.stream()
                .flatMap(feel -> feel.constants().stream())
                .filter(String.class::isInstance)
                .limit(MOST_CONSTANTS)
                .forEach(named::add);
        if (input.kind() == DecisionInput.Kind.TEXT) {
            named.add(ANY_OTHER);
            return named;
        }
        var values = new LinkedHashSet<Object>(input.values());
        var isCompared = looked.stream()
                .allMatch(feel -> feel.compared().size() >= feel.constants().size());
        var others =
                input.values().stream().filter(value -> !named.contains(value)).toList();
        if (isCompared && others.size() > 1) {
            values.removeAll(others.subList(1, others.size()));
        }
        return values;
    }

    /** Some, and those just beside each number that is named beside it. */
    private static Set<BigDecimal> numbers(DecisionInput input, List<Feel> looked) {
        var numbers = new TreeSet<BigDecimal>();
        for (int i = input.least(); i <= (input.most() > 23 ? 12 : 2); i++) {
            numbers.add(BigDecimal.valueOf(i));
        }
        looked.stream()
                .flatMap(feel -> feel.constants().stream())
                .filter(BigDecimal.class::isInstance)
                .distinct()
                .limit(MOST_CONSTANTS)
                .forEach(constant -> {
                    for (int beside = -1; beside <= 1; beside++) {
                        numbers.add(((BigDecimal) constant)
                                .setScale(0, RoundingMode.FLOOR)
                                .add(BigDecimal.valueOf(beside)));
                    }
                });
        numbers.add(BigDecimal.valueOf(Math.min(50, input.most())));
        numbers.removeIf(number -> number.compareTo(BigDecimal.valueOf(input.least())) < 0
                || number.compareTo(BigDecimal.valueOf(input.most())) > 0);
        return numbers;
    }

    /** The cells and expressions of which the answer may hang on it. */
    private List<Feel> lookedAt(String variable) {
        var found = new ArrayList<Feel>();
        for (var decision : asked) {
            for (int column = 0; column < decision.inputs().size(); column++) {
                var input = decision.inputs().get(column).asked();
                if (input != null && input.variables().contains(variable) && isTested(decision, column)) {
                    found.add(input);
                    for (var rule : decision.rules()) {
                        read(rule.tests().get(column)).ifPresent(found::add);
                    }
                }
            }
            Stream.concat(
                            decision.rules().stream()
                                    .flatMap(rule -> Stream.concat(rule.tests().stream(), rule.values().stream())),
                            Stream.ofNullable(decision.expression()))
                    .flatMap(entry -> read(entry).stream())
                    .filter(feel -> feel.variables().contains(variable))
                    .forEach(found::add);
        }
        return found;
    }

    private static Optional<Feel> read(Entry entry) {
        return Optional.ofNullable(entry.feel());
    }

    private static boolean isTested(Decision decision, int column) {
        return decision.rules().stream()
                .map(rule -> DecisionReader.text(rule.tests().get(column).element()))
                .anyMatch(test -> !test.isEmpty() && !test.equals("-"));
    }

    /** What of it cannot be together. */
    private static boolean isPossible(Map<String, Object> question) {
        var status = question.get(SharedNames.CALL_STATUS);
        return (!"BUSY".equals(status) || isCounted(question, SharedNames.BUSY_ATTEMPTS))
                && (!"NO_ANSWER".equals(status) || isCounted(question, SharedNames.NO_ANSWER_ATTEMPTS))
                && (!"OTHER".equals(status) || isCounted(question, SharedNames.OTHER_ATTEMPTS));
    }

    private static boolean isCounted(Map<String, Object> question, String attempts) {
        return !(question.get(attempts) instanceof BigDecimal count) || count.signum() > 0;
    }

    private static List<Map<String, Object>> with(
            List<Map<String, Object>> questions, String variable, Iterable<? extends @Nullable Object> values) {
        var all = new ArrayList<Map<String, Object>>();
        for (var question : questions) {
            for (var value : values) {
                var next = new HashMap<>(question);
                if (value != null) {
                    next.put(variable, value);
                }
                all.add(next);
            }
        }
        return all;
    }
}
