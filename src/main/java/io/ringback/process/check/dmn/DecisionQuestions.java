package io.ringback.process.check.dmn;

import io.ringback.process.check.dmn.Decision.Entry;
import io.ringback.process.contract.DecisionContract;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that the server can ask, as far as the decisions tell it apart. */
final class DecisionQuestions {

    private static final int MOST_CONSTANTS = 100;

    private final DecisionContract contract;
    private final List<Decision> asked;

    DecisionQuestions(DecisionContract contract, List<Decision> asked) {
        this.contract = contract;
        this.asked = asked;
    }

    /** Each with a value for every input. */
    List<Map<String, Object>> all() {
        var questions = List.of(Map.<String, Object>of());
        for (var text : new TreeMap<>(contract.texts()).entrySet()) {
            questions = with(questions, text.getKey(), text.getValue());
        }
        for (var flag : contract.flags()) {
            questions = with(questions, flag, List.of(false, true));
        }
        return with(questions, contract.number(), numbers());
    }

    /** Some, and those just beside each number that the decisions name. */
    private Set<BigDecimal> numbers() {
        var numbers = new TreeSet<BigDecimal>();
        for (int i = 1; i <= 12; i++) {
            numbers.add(BigDecimal.valueOf(i));
        }
        constants().stream().limit(MOST_CONSTANTS).forEach(constant -> {
            for (int beside = -1; beside <= 1; beside++) {
                numbers.add(constant.setScale(0, RoundingMode.FLOOR).add(BigDecimal.valueOf(beside)));
            }
        });
        numbers.add(BigDecimal.valueOf(50));
        numbers.removeIf(number -> number.signum() <= 0 || number.precision() - number.scale() > 4);
        return numbers;
    }

    private Set<BigDecimal> constants() {
        var constants = new LinkedHashSet<BigDecimal>();
        for (var decision : asked) {
            for (var rule : decision.rules()) {
                rule.tests().forEach(test -> addNumbers(test, constants));
                rule.values().forEach(value -> addNumbers(value, constants));
            }
        }
        return constants;
    }

    private static void addNumbers(Entry entry, Set<BigDecimal> constants) {
        if (entry.feel() != null) {
            entry.feel().constants().stream()
                    .filter(BigDecimal.class::isInstance)
                    .forEach(constant -> constants.add((BigDecimal) constant));
        }
    }

    private static List<Map<String, Object>> with(
            List<Map<String, Object>> questions, String variable, Iterable<? extends Object> values) {
        var all = new ArrayList<Map<String, Object>>();
        for (var question : questions) {
            for (var value : values) {
                var next = new HashMap<>(question);
                next.put(variable, value);
                all.add(next);
            }
        }
        return all;
    }
}
