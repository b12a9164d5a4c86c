package io.ringback.process.check.dmn;

import io.ringback.process.check.dmn.Decision.Entry;
import io.ringback.process.check.dmn.Decision.Input;
import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.VariableName;
import io.ringback.process.contract.DecisionContract;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Says of the decisions of a file what would fail when they are asked. Those of which the server knows what it will ask are
 * tried with all that it can ask: so a missing rule, two rules at once, or a time that is none is found before a case is.
 */
final class DecisionCheck {

    private static final int MOST_RULES = 500;
    private static final int MOST_DECISIONS = 50;
    private static final Set<String> KINDS = Set.of("", "string", "boolean", "integer", "long", "double", "date");

    /** What the engine can do; all others it refuses, or reads otherwise. */
    private static final Set<String> ONE_ANSWER = Set.of("UNIQUE", "FIRST", "ANY");

    private final Findings findings;
    private final List<DecisionContract> contracts;

    DecisionCheck(String file, List<DecisionContract> contracts) {
        this.findings = new Findings(file);
        this.contracts = contracts;
    }

    List<Finding> check(String file, Element root) {
        var decisions = new DecisionReader(findings).read(root);
        var rules = decisions.values().stream()
                .mapToInt(decision -> decision.rules().size())
                .sum();
        if (rules > MOST_RULES || decisions.size() > MOST_DECISIONS) {
            findings.report(
                    root,
                    Rule.TOO_COMPLEX,
                    "has %s decisions and %s rules, but may have %s and %s: split it"
                            .formatted(decisions.size(), rules, MOST_DECISIONS, MOST_RULES));
            return findings.all();
        }
        decisions.values().forEach(decision -> check(decision, decisions));
        for (var contract : contracts) {
            var decision = decisions.get(contract.decisionId());
            if (decision != null) {
                checkContract(contract, decision, decisions);
            } else if (isFileOf(file, contract)) {
                findings.report(
                        root,
                        Rule.DECISION_MISSING,
                        "has no decision %s: the server asks it, name one so".formatted(contract.decisionId()));
            }
        }
        return findings.all();
    }

    private static boolean isFileOf(String file, DecisionContract contract) {
        var name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return name.toLowerCase(java.util.Locale.ROOT)
                .startsWith(contract.decisionId().toLowerCase(java.util.Locale.ROOT) + ".");
    }

    private void check(Decision decision, Map<String, Decision> decisions) {
        checkHitPolicy(decision);
        checkOutputs(decision);
        for (var required : decision.required()) {
            if (!decisions.containsKey(required)) {
                findings.report(
                        decision.element(),
                        Rule.DECISION_MISSING,
                        "needs the decision %s, which is not in the file: add it, or the requirement away"
                                .formatted(required));
            }
        }
        if (goesInCircles(decision, decisions, new ArrayList<>())) {
            findings.report(decision.element(), Rule.LOOP, "needs itself, by way of others: take away a requirement");
        }
        if (decision.table() == null
                && (decision.expression() == null || decision.expression().feel() == null)
                && findings.isEmpty()) {
            findings.report(decision.element(), Rule.DECISION, "says nothing: give it a table or an expression");
        }
        decision.inputs().forEach(this::checkInput);
        decision.rules().forEach(rule -> rule.values().forEach(this::checkValue));
    }

    private static boolean goesInCircles(Decision decision, Map<String, Decision> decisions, List<String> path) {
        if (path.contains(decision.id()) || path.size() > MOST_DECISIONS) {
            return path.indexOf(decision.id()) == 0;
        }
        path.add(decision.id());
        var seen = new HashSet<String>();
        var circle = decision.required().stream()
                .filter(seen::add)
                .map(decisions::get)
                .filter(java.util.Objects::nonNull)
                .anyMatch(next -> goesInCircles(next, decisions, path));
        return circle;
    }

    private void checkHitPolicy(Decision decision) {
        if (decision.table() == null || ONE_ANSWER.contains(decision.hitPolicy())) {
            return;
        }
        findings.report(
                decision.whole(),
                Rule.DECISION,
                "hit policy %s gives a list, or is unknown to the engine, but one answer is read: use UNIQUE, FIRST or ANY"
                        .formatted(decision.hitPolicy()));
    }

    private void checkOutputs(Decision decision) {
        var names = new HashSet<String>();
        for (var output : decision.outputs()) {
            if (!VariableName.isOne(output.name())) {
                findings.report(
                        output.element(),
                        Rule.DECISION_OUTPUT,
                        "name '%s' cannot be read by a process: use letters and digits".formatted(output.name()));
            } else if (!names.add(output.name())) {
                findings.report(
                        output.element(),
                        Rule.DECISION_OUTPUT,
                        "two outputs are named %s: give each its own name".formatted(output.name()));
            }
            checkKind(output.element(), output.kind());
        }
        if (decision.table() != null && decision.outputs().isEmpty()) {
            findings.report(decision.whole(), Rule.DECISION_OUTPUT, "has no output: add one");
        }
    }

    private void checkInput(Input input) {
        checkKind(input.expression(), input.kind());
        if (input.asked() == null && DecisionReader.text(input.expression()).isEmpty()) {
            findings.report(input.element(), Rule.DECISION, "asks for nothing: name a variable as its expression");
        }
    }

    private void checkKind(Element element, String kind) {
        var local = DecisionReader.kind(kind);
        if (!KINDS.contains(local) && !local.equals("number") && !local.equals("any")) {
            findings.report(
                    element,
                    Rule.DECISION,
                    "typeRef %s is unknown: use string, boolean, integer, long or double".formatted(kind));
        }
    }

    private void checkValue(Entry value) {
        if (value.feel() == null && DecisionReader.text(value.element()).isEmpty()) {
            findings.report(
                    value.element(), Rule.DECISION_OUTPUT, "says nothing: give the output a value in each rule");
        }
    }

    private void checkContract(DecisionContract contract, Decision decision, Map<String, Decision> decisions) {
        if (findings.isEmpty()) {
            new DecisionContractCheck(contract, findings, decisions).check(decision);
        }
    }
}
