package io.ringback.process;

import io.ringback.process.Decision.Entry;
import io.ringback.process.Decision.Output;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tries a decision with all that the server can ask it. Its file has been checked before. */
final class DecisionContractCheck {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_CONSTANTS = 100;

    private final DecisionContract contract;
    private final DecisionFindings findings;
    private final Map<String, Decision> decisions;
    private final List<Decision> asked = new ArrayList<>();

    DecisionContractCheck(DecisionContract contract, DecisionFindings findings, Map<String, Decision> decisions) {
        this.contract = contract;
        this.findings = findings;
        this.decisions = decisions;
    }

    void check(Decision decision) {
        collect(decision);
        checkOutput(decision, Names.RETRY_AFTER, "string");
        checkOutput(decision, Names.GIVE_UP, "boolean");
        if (decision.table() == null) {
            findings.report(decision.element(), Rule.DECISION_OUTPUT, "is no table: the server reads %s and %s of a table"
                    .formatted(Names.RETRY_AFTER, Names.GIVE_UP));
        }
        asked.forEach(this::checkVariables);
        if (findings.isEmpty()) {
            questions().forEach(this::ask);
        }
    }

    /** Those that are needed come first. */
    private void collect(Decision decision) {
        if (asked.contains(decision)) {
            return;
        }
        decision.required().stream().map(decisions::get).filter(java.util.Objects::nonNull).forEach(this::collect);
        asked.add(decision);
    }

    private void checkOutput(Decision decision, String name, String kind) {
        var output = decision.outputs().stream().filter(one -> one.name().equals(name)).findFirst();
        if (output.isEmpty()) {
            findings.report(decision.whole(), Rule.DECISION_OUTPUT,
                    "has no output named %s: the server reads it, add it".formatted(name));
        } else if (!Set.of("", kind).contains(local(output.get().kind()))) {
            findings.report(output.get().element(), Rule.DECISION_OUTPUT,
                    "output %s is of the kind %s: make it %s".formatted(name, output.get().kind(), kind));
        }
    }

    private static String local(String kind) {
        return kind.substring(kind.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private void checkVariables(Decision decision) {
        var answers = new HashSet<String>();
        decision.required().stream().map(decisions::get).filter(java.util.Objects::nonNull).forEach(required -> {
            answers.add(required.variable());
            required.outputs().forEach(output -> answers.add(output.name()));
        });
        for (var input : decision.inputs()) {
            checkEntry(new Entry(input.expression(), input.asked()), answers);
            if (input.asked() != null && contract.knows(DecisionReader.text(input.expression()))
                    && !input.kind().isEmpty()
                    && !contract.kindsOf(DecisionReader.text(input.expression())).contains(local(input.kind()))) {
                findings.report(input.element(), Rule.VARIABLE_KIND, "%s is read as %s: make it %s".formatted(
                        DecisionReader.text(input.expression()), input.kind(),
                        contract.kindsOf(DecisionReader.text(input.expression())).get(0)));
            }
        }
        for (var rule : decision.rules()) {
            for (int i = 0; i < rule.tests().size(); i++) {
                checkEntry(rule.tests().get(i), answers);
                checkTests(DecisionReader.text(decision.inputs().get(i).expression()), rule.tests().get(i));
            }
            rule.values().forEach(value -> checkEntry(value, answers));
        }
        if (decision.expression() != null) {
            checkEntry(decision.expression(), answers);
        }
    }

    private void checkEntry(Entry entry, Set<String> answers) {
        if (entry.feel() == null) {
            return;
        }
        for (var variable : new TreeSet<>(entry.feel().variables())) {
            if (!contract.knows(variable) && !answers.contains(variable)) {
                findings.report(entry.element(), Rule.UNKNOWN_VARIABLE,
                        "%s is unknown: use one of %s, or the answer of a decision it needs"
                                .formatted(variable, contract.inputs()));
            }
        }
        entry.feel().compared().forEach(compared -> checkValue(compared.variable(), compared.literal(), entry));
    }

    private void checkTests(String variable, Entry entry) {
        if (entry.feel() != null) {
            entry.feel().compared().stream()
                    .filter(compared -> compared.variable().equals(Feel.INPUT))
                    .forEach(compared -> checkValue(variable, compared.literal(), entry));
        }
    }

    private void checkValue(String variable, Object literal, Entry entry) {
        if (!contract.knows(variable)) {
            return;
        }
        var texts = contract.texts().get(variable);
        var fits = texts != null
                ? texts.contains(literal) || contract.neverAsked().contains(literal)
                : contract.number().equals(variable) ? literal instanceof BigDecimal : literal instanceof Boolean;
        if (!fits) {
            findings.report(entry.element(), Rule.VALUE, "%s is never %s: use %s".formatted(
                    variable, literal instanceof String ? "\"" + literal + "\"" : literal,
                    texts != null ? texts : contract.number().equals(variable) ? "a number" : "true or false"));
        }
    }

    private List<Map<String, Object>> questions() {
        var questions = List.of(Map.<String, Object>of());
        for (var text : new java.util.TreeMap<>(contract.texts()).entrySet()) {
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
                numbers.add(constant.setScale(0, java.math.RoundingMode.FLOOR).add(BigDecimal.valueOf(beside)));
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

    private void ask(Map<String, Object> question) {
        var known = new HashMap<>(question);
        for (var decision : asked) {
            var last = decision == asked.get(asked.size() - 1);
            if (decision.expression() != null && decision.expression().feel() != null) {
                put(known, decision.variable(), decision.expression().feel().of(known));
            } else {
                answer(decision, known, question, last);
            }
        }
    }

    private void answer(Decision decision, Map<String, Object> known, Map<String, Object> question, boolean last) {
        var fitting = fitting(decision, known);
        if (fitting.isEmpty() && last) {
            findings.report(decision.whole(), Rule.NO_RULE,
                    "no rule fits %s: add one, or a last one that fits all".formatted(said(question)));
        }
        if (fitting.size() > 1 && decision.hitPolicy().equals("UNIQUE")) {
            findings.report(fitting.get(1).element(), Rule.RULES_OVERLAP,
                    "fits together with rule %s, for instance %s, but UNIQUE allows one: use FIRST, or tell them apart"
                            .formatted(SafeXml.nearestId(fitting.get(0).element(), "?"), said(question)));
        }
        Map<String, Object> first = null;
        for (var rule : fitting) {
            var values = values(decision, rule, known);
            if (last) {
                checkAnswer(decision, rule, values);
            }
            if (first != null && decision.hitPolicy().equals("ANY") && !first.equals(values)) {
                findings.report(rule.element(), Rule.RULES_OVERLAP,
                        "answers otherwise than a rule that fits with it, for instance %s, but ANY wants the same: use FIRST"
                                .formatted(said(question)));
            }
            first = first == null ? values : first;
        }
        if (!last) {
            var answers = first == null ? Map.<String, Object>of() : first;
            decision.outputs().forEach(output -> put(known, output.name(), answers.get(output.name())));
        }
    }

    private static List<Decision.Row> fitting(Decision decision, Map<String, Object> known) {
        var inputs = new ArrayList<@Nullable Object>();
        decision.inputs().forEach(input -> inputs.add(input.asked() == null ? null : input.asked().of(known)));
        var values = new HashMap<>(known);
        return decision.rules().stream().filter(rule -> fits(rule, inputs, values)).toList();
    }

    private static boolean fits(Decision.Row rule, List<@Nullable Object> inputs, Map<String, Object> values) {
        for (int i = 0; i < inputs.size(); i++) {
            put(values, Feel.INPUT, inputs.get(i));
            var test = rule.tests().get(i).feel();
            if (test != null && !Boolean.TRUE.equals(test.of(values))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> values(Decision decision, Decision.Row rule, Map<String, Object> known) {
        var values = new HashMap<String, Object>();
        for (int i = 0; i < decision.outputs().size(); i++) {
            var feel = rule.values().get(i).feel();
            put(values, decision.outputs().get(i).name(), feel == null ? null : feel.of(known));
        }
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    private void checkAnswer(Decision decision, Decision.Row rule, Map<String, Object> values) {
        var giveUp = values.get(Names.GIVE_UP);
        if (!(giveUp instanceof Boolean)) {
            findings.report(entry(decision, rule, Names.GIVE_UP), Rule.DECISION_OUTPUT,
                    "giveUp must be true or false, not %s".formatted(DecisionReader.text(entry(decision, rule, Names.GIVE_UP))));
        }
        var delay = entry(decision, rule, Names.RETRY_AFTER);
        var complaint = complaint(values.get(Names.RETRY_AFTER), Boolean.TRUE.equals(giveUp));
        if (complaint != null) {
            findings.report(delay, Rule.DECISION_OUTPUT, "retryAfter %s, but it is %s: write for instance \"PT15M\""
                    .formatted(complaint, DecisionReader.shortened(DecisionReader.text(delay))));
        }
    }

    private static org.w3c.dom.Element entry(Decision decision, Decision.Row rule, String name) {
        var names = decision.outputs().stream().map(Output::name).toList();
        return rule.values().get(names.indexOf(name)).element();
    }

    private static @Nullable String complaint(@Nullable Object value, boolean givesUp) {
        if (!(value instanceof String text)) {
            return "must be a text";
        }
        try {
            var delay = Duration.parse(text);
            if (delay.isNegative() || delay.isZero() && !givesUp) {
                return "must be longer than nothing";
            }
            return delay.compareTo(LONGEST) > 0 ? "must be at most 366 days" : null;
        } catch (DateTimeParseException | ArithmeticException e) {
            return "must be a duration of days, hours, minutes and seconds (ISO 8601)";
        }
    }

    private String said(Map<String, Object> question) {
        return contract.inputs().stream()
                .map(name -> "%s = %s".formatted(name, question.get(name)))
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
