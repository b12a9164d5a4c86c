package io.ringback.process.check.dmn;

import io.ringback.process.check.feel.Feel;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.DecisionContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries a decision with all that the server can ask it. Its file has been checked before. */
final class DecisionContractCheck {

    private final DecisionContract contract;
    private final Findings findings;
    private final Map<String, Decision> decisions;
    private final Answers answers;
    private final List<Decision> asked = new ArrayList<>();
    private final List<Map<String, Object>> unanswered = new ArrayList<>();

    DecisionContractCheck(DecisionContract contract, Findings findings, Map<String, Decision> decisions) {
        this.contract = contract;
        this.findings = findings;
        this.decisions = decisions;
        this.answers = Answers.of(contract.decisionId(), findings);
    }

    void check(Decision decision) {
        collect(decision);
        answers.required().forEach((name, kinds) -> checkOutput(decision, name, kinds, true));
        answers.optional().forEach((name, kinds) -> checkOutput(decision, name, kinds, false));
        if (decision.table() == null) {
            findings.report(
                    decision.element(),
                    Rule.DECISION_OUTPUT,
                    "is no table: the server reads %s of a table"
                            .formatted(String.join(" and ", answers.required().keySet())));
        }
        asked.forEach(new DecisionVariables(contract, findings, decisions)::check);
        if (findings.isEmpty()) {
            new DecisionQuestions(contract, asked)
                    .all()
                    .ifPresentOrElse(questions -> tryAll(decision, questions), () -> tooMany(decision));
        }
    }

    private void tryAll(Decision decision, List<Map<String, Object>> questions) {
        questions.forEach(this::ask);
        checkAnswered(decision);
    }

    private void tooMany(Decision decision) {
        findings.report(
                decision.whole(),
                Rule.TOO_COMPLEX,
                "tells apart more cases than can be tried one by one: test fewer inputs, or name fewer values and numbers");
    }

    /** One mistake leaves many questions without an answer: they are told of together. */
    private void checkAnswered(Decision decision) {
        if (unanswered.isEmpty()) {
            return;
        }
        var others = unanswered.size() == 1 ? "" : ", nor %s others".formatted(unanswered.size() - 1);
        findings.report(
                decision.whole(),
                Rule.NO_RULE,
                "no rule fits %s%s: add one, or a last one that fits all".formatted(said(unanswered.get(0)), others));
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

    private void checkOutput(Decision decision, String name, List<String> kinds, boolean isRequired) {
        var output = decision.outputs().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        if (output.isEmpty() && isRequired) {
            findings.report(
                    decision.whole(),
                    Rule.DECISION_OUTPUT,
                    "has no output named %s: the server reads it, add it".formatted(name));
        } else if (output.isPresent() && !isOf(kinds, output.get().kind())) {
            findings.report(
                    output.get().element(),
                    Rule.DECISION_OUTPUT,
                    "output %s is of the kind %s: make it %s"
                            .formatted(name, output.get().kind(), kinds.get(0)));
        }
    }

    private static boolean isOf(List<String> kinds, String typeRef) {
        var kind = DecisionReader.kind(typeRef);
        return kind.isEmpty() || kinds.contains(kind);
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
            unanswered.add(question);
        }
        if (fitting.size() > 1 && decision.hitPolicy().equals("UNIQUE")) {
            findings.once(
                    fitting.get(1).element(),
                    Rule.RULES_OVERLAP,
                    "fits together with rule %s, for instance %s, but UNIQUE allows one: use FIRST, or tell them apart"
                            .formatted(SafeXml.nearestId(fitting.get(0).element(), "?"), said(question)));
        }
        Map<String, Object> first = null;
        for (var rule : fitting) {
            var values = values(decision, rule, known);
            if (last) {
                answers.check(decision, rule, values);
            }
            if (last && first == null) {
                answers.checkFirst(decision, rule, values, question, said(question));
            }
            if (first != null && decision.hitPolicy().equals("ANY") && !first.equals(values)) {
                findings.once(
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

    /** The usual inputs, and of the others those that the decisions look at. */
    private String said(Map<String, Object> question) {
        var always = contract.inputs().stream().limit(contract.asked());
        var others = contract.inputs().stream()
                .skip(contract.asked())
                .filter(input -> asked.stream().anyMatch(decision -> decision.reads(input.name())));
        return Stream.concat(always, others)
                .map(input -> "%s = %s".formatted(input.name(), question.get(input.name())))
                .collect(Collectors.joining(", "));
    }
}
