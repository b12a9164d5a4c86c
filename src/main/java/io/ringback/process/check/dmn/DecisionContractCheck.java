package io.ringback.process.check.dmn;

import io.ringback.process.check.dmn.Decision.Output;
import io.ringback.process.check.feel.Feel;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.TextLength;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.DecisionContract;
import io.ringback.process.contract.SharedNames;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Tries a decision with all that the server can ask it. Its file has been checked before. */
final class DecisionContractCheck {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final DecisionContract contract;
    private final Findings findings;
    private final Map<String, Decision> decisions;
    private final List<Decision> asked = new ArrayList<>();

    DecisionContractCheck(DecisionContract contract, Findings findings, Map<String, Decision> decisions) {
        this.contract = contract;
        this.findings = findings;
        this.decisions = decisions;
    }

    void check(Decision decision) {
        collect(decision);
        checkOutput(decision, SharedNames.RETRY_AFTER, "string");
        checkOutput(decision, SharedNames.GIVE_UP, "boolean");
        if (decision.table() == null) {
            findings.report(
                    decision.element(),
                    Rule.DECISION_OUTPUT,
                    "is no table: the server reads %s and %s of a table"
                            .formatted(SharedNames.RETRY_AFTER, SharedNames.GIVE_UP));
        }
        asked.forEach(new DecisionVariables(contract, findings, decisions)::check);
        if (findings.isEmpty()) {
            new DecisionQuestions(contract, asked).all().forEach(this::ask);
        }
    }

    /** Those that are needed come first. */
    private void collect(Decision decision) {
        if (asked.contains(decision)) {
            return;
        }
        decision.required().stream()
                .map(decisions::get)
                .filter(Objects::nonNull)
                .forEach(this::collect);
        asked.add(decision);
    }

    private void checkOutput(Decision decision, String name, String kind) {
        var output = decision.outputs().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        if (output.isEmpty()) {
            findings.report(
                    decision.whole(),
                    Rule.DECISION_OUTPUT,
                    "has no output named %s: the server reads it, add it".formatted(name));
        } else if (!Set.of("", kind).contains(DecisionReader.kind(output.get().kind()))) {
            findings.report(
                    output.get().element(),
                    Rule.DECISION_OUTPUT,
                    "output %s is of the kind %s: make it %s"
                            .formatted(name, output.get().kind(), kind));
        }
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
            findings.report(
                    decision.whole(),
                    Rule.NO_RULE,
                    "no rule fits %s: add one, or a last one that fits all".formatted(said(question)));
        }
        if (fitting.size() > 1 && decision.hitPolicy().equals("UNIQUE")) {
            findings.report(
                    fitting.get(1).element(),
                    Rule.RULES_OVERLAP,
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
                findings.report(
                        rule.element(),
                        Rule.RULES_OVERLAP,
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
        decision.inputs()
                .forEach(input ->
                        inputs.add(input.asked() == null ? null : input.asked().of(known)));
        var values = new HashMap<>(known);
        return decision.rules().stream()
                .filter(rule -> fits(rule, inputs, values))
                .toList();
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
        var giveUp = values.get(SharedNames.GIVE_UP);
        if (!(giveUp instanceof Boolean)) {
            findings.report(
                    entry(decision, rule, SharedNames.GIVE_UP),
                    Rule.DECISION_OUTPUT,
                    "giveUp must be true or false, not %s"
                            .formatted(DecisionReader.text(entry(decision, rule, SharedNames.GIVE_UP))));
        }
        var delay = entry(decision, rule, SharedNames.RETRY_AFTER);
        var complaint = complaint(values.get(SharedNames.RETRY_AFTER), Boolean.TRUE.equals(giveUp));
        if (complaint != null) {
            findings.report(
                    delay,
                    Rule.DECISION_OUTPUT,
                    "retryAfter %s, but it is %s: write for instance \"PT15M\""
                            .formatted(complaint, TextLength.quoted(DecisionReader.text(delay))));
        }
    }

    private static Element entry(Decision decision, Decision.Row rule, String name) {
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
                .collect(Collectors.joining(", "));
    }
}
