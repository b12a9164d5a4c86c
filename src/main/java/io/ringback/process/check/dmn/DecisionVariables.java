package io.ringback.process.check.dmn;

import io.ringback.process.check.dmn.Decision.Entry;
import io.ringback.process.check.feel.Feel;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.contract.DecisionContract;
import io.ringback.process.contract.DecisionInput;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Says which variables of a decision nobody gives, and which values they never have. */
final class DecisionVariables {

    private final DecisionContract contract;
    private final Findings findings;
    private final Map<String, Decision> decisions;

    DecisionVariables(DecisionContract contract, Findings findings, Map<String, Decision> decisions) {
        this.contract = contract;
        this.findings = findings;
        this.decisions = decisions;
    }

    void check(Decision decision) {
        var answers = new HashSet<String>();
        decision.required().stream()
                .map(decisions::get)
                .filter(Objects::nonNull)
                .forEach(required -> {
                    answers.add(required.variable());
                    required.outputs().forEach(output -> answers.add(output.name()));
                });
        for (var input : decision.inputs()) {
            checkEntry(new Entry(input.expression(), input.asked()), answers);
            checkKind(input);
        }
        for (var rule : decision.rules()) {
            for (int i = 0; i < rule.tests().size(); i++) {
                checkEntry(rule.tests().get(i), answers);
                checkTests(
                        DecisionReader.text(decision.inputs().get(i).expression()),
                        rule.tests().get(i));
            }
            rule.values().forEach(value -> checkEntry(value, answers));
        }
        if (decision.expression() != null) {
            checkEntry(decision.expression(), answers);
        }
    }

    private void checkKind(Decision.Input input) {
        var name = DecisionReader.text(input.expression());
        var types = contract.input(name).map(given -> given.kind().types()).orElse(List.of());
        if (input.asked() != null
                && !types.isEmpty()
                && !input.kind().isEmpty()
                && !types.contains(DecisionReader.kind(input.kind()))) {
            findings.report(
                    input.element(),
                    Rule.VARIABLE_KIND,
                    "%s is read as %s: make it %s".formatted(name, input.kind(), types.get(0)));
        }
    }

    private void checkEntry(Entry entry, Set<String> answers) {
        if (entry.feel() == null) {
            return;
        }
        for (var variable : new TreeSet<>(entry.feel().variables())) {
            if (contract.input(variable).isEmpty() && !answers.contains(variable)) {
                findings.report(
                        entry.element(),
                        Rule.UNKNOWN_VARIABLE,
                        "%s is unknown: use one of %s, or the answer of a decision it needs; if it is an attribute of requests, name it in processAttributes of a list"
                                .formatted(variable, contract.names()));
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
        contract.input(variable)
                .filter(input -> !fits(input, literal))
                .ifPresent(input -> findings.report(
                        entry.element(),
                        Rule.VALUE,
                        "%s is never %s: use %s"
                                .formatted(
                                        variable,
                                        literal instanceof String ? "\"" + literal + "\"" : literal,
                                        switch (input.kind()) {
                                            case ONE_OF -> input.values();
                                            case TEXT -> "a text";
                                            case NUMBER -> "a number";
                                            case TRUTH -> "true or false";
                                        })));
    }

    private static boolean fits(DecisionInput input, Object literal) {
        return switch (input.kind()) {
            case ONE_OF -> input.values().contains(literal) || input.known().contains(literal);
            case TEXT -> literal instanceof String;
            case NUMBER -> literal instanceof BigDecimal;
            case TRUTH -> literal instanceof Boolean;
        };
    }
}
