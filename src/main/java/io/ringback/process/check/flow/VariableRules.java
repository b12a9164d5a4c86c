package io.ringback.process.check.flow;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;

import io.ringback.process.check.bpmn.AllowedExpression;
import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.bpmn.Condition;
import io.ringback.process.check.bpmn.ConditionParser;
import io.ringback.process.check.bpmn.DrawnPart;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.SharedVariable;
import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Element;

/** Expressions must name variables that there are, and compare them with values they can have. */
class VariableRules {

    private final Set<String> ofModel;
    private final Findings findings;
    private final Set<String> names = new HashSet<>(SharedVariable.all().keySet());

    /** @param ofModel variables that the process sets itself */
    VariableRules(Set<String> ofModel, Findings findings) {
        this.ofModel = ofModel;
        this.findings = findings;
        names.addAll(ofModel);
    }

    void check(Element process) {
        for (var element : SafeXml.descendants(process, "*", "*")) {
            if (!BpmnVocabulary.DRAWING.contains(SafeXml.namespace(element))) {
                var isCondition = BPMN.equals(element.getNamespaceURI())
                        && element.getLocalName().equals("conditionExpression");
                if (!BpmnVocabulary.isRemark(element)) {
                    checkText(element, SafeXml.ownText(element), isCondition);
                }
                SafeXml.attributes(element).stream()
                        .filter(attribute -> !"delegateExpression".equals(attribute.getLocalName())
                                && !BpmnVocabulary.isLabel(element, attribute))
                        .forEach(attribute -> checkText(element, attribute.getValue(), false));
            }
            if (element.getLocalName().equals("outputParameter")) {
                checkOutput(element);
            }
            if (element.getLocalName().equals("inputParameter")) {
                checkInput(element);
            }
        }
    }

    private void checkText(Element element, String text, boolean isCondition) {
        if (AllowedExpression.isIn(text) && !findings.isFull()) {
            ConditionParser.parse(text)
                    .ifPresent(condition -> condition.reads().forEach(read -> checkRead(element, read, isCondition)));
        }
    }

    private void checkRead(Element element, Condition.Read read, boolean isCondition) {
        var name = read.variable();
        if (!names.contains(name)) {
            findings.error(
                    DrawnPart.idAround(element),
                    Rule.UNKNOWN_VARIABLE,
                    "nothing sets a variable %s: %s",
                    name,
                    MeantName.of(name, names)
                            .map(nearest -> "did you mean %s?".formatted(nearest))
                            .orElse("use one of docs/processes/contract.md, or set it by an output before"));
        } else if (!ofModel.contains(name) || SharedVariable.find(name).isPresent()) {
            SharedVariable.find(name).ifPresent(variable -> checkKind(element, variable, read, isCondition));
        }
    }

    private void checkKind(Element element, SharedVariable variable, Condition.Read read, boolean isCondition) {
        if (read instanceof Condition.Bare && isCondition && variable.kind() != SharedVariable.Kind.TRUTH) {
            findings.error(
                    DrawnPart.idAround(element),
                    Rule.VARIABLE_KIND,
                    "%s is %s and no condition by itself: compare it%s",
                    variable.name(),
                    variable.kind().words(),
                    variable.values().isEmpty() ? "" : ", for instance %s".formatted(example(variable)));
        } else if (read instanceof Condition.Compared compared) {
            checkLiteral(element, variable, compared);
        }
    }

    private static String example(SharedVariable variable) {
        return "#{%s == '%s'}"
                .formatted(
                        variable.name(),
                        SharedVariable.valuesOf(variable.name()).get(0));
    }

    private void checkLiteral(Element element, SharedVariable variable, Condition.Compared compared) {
        var literal = compared.literal();
        if (literal.kind() == Condition.Literal.Kind.NULL) {
            return;
        }
        var isOrder = compared.isOrder();
        switch (variable.kind()) {
            case ONE_OF -> {
                if (isOrder || !variable.values().contains(literal.value())) {
                    reportValue(
                            element,
                            variable,
                            literal,
                            "one of %s".formatted(SharedVariable.valuesOf(variable.name())));
                }
            }
            case TRUTH -> {
                if (isOrder || !SharedVariable.valuesOf(variable.name()).contains(literal.value())) {
                    reportValue(element, variable, literal, "true or false");
                }
            }
            case NUMBER -> {
                if (literal.kind() != Condition.Literal.Kind.NUMBER) {
                    reportValue(element, variable, literal, "a number, without quotes");
                }
            }
            case DATE -> reportValue(element, variable, literal, "null at most: use a timer to wait for a time");
            default -> {
                if (isOrder || literal.kind() != Condition.Literal.Kind.TEXT) {
                    reportValue(element, variable, literal, "a text in quotes, by == or !=");
                }
            }
        }
    }

    private void reportValue(Element element, SharedVariable variable, Condition.Literal literal, String wanted) {
        findings.error(
                DrawnPart.idAround(element),
                Rule.VALUE,
                "%s is never '%s'%s: compare it with %s",
                variable.name(),
                literal.value(),
                MeantName.of(literal.value(), variable.values())
                        .map(nearest -> " (did you mean %s?)".formatted(nearest))
                        .orElse(""),
                wanted);
    }

    /** What the server sets, no model may set otherwise. */
    private void checkOutput(Element output) {
        var name = output.getAttribute("name");
        var shared = SharedVariable.find(name);
        var text = SafeXml.ownText(output);
        if (shared.isPresent() && !shared.get().isSetByModels()) {
            findings.error(
                    DrawnPart.idAround(output),
                    Rule.OUTPUT,
                    "sets %s, which the server sets: give the output another name",
                    name);
        } else if (shared.isPresent() && !AllowedExpression.isIn(text)) {
            var fits = shared.get().kind() == SharedVariable.Kind.TRUTH
                    ? SharedVariable.valuesOf(name).contains(text)
                    : TimerText.seconds(text).filter(seconds -> seconds > 0).isPresent();
            if (!fits) {
                findings.error(
                        DrawnPart.idAround(output),
                        Rule.OUTPUT,
                        "sets %s to '%s': %s is wanted",
                        name,
                        text,
                        shared.get().kind().words());
            }
        }
    }

    /** What hides a variable of the server from all but a decision would keep it from being set. */
    private void checkInput(Element input) {
        var name = input.getAttribute("name");
        if (SharedVariable.find(name).isPresent()
                && !DrawnPart.around(input).getLocalName().equals("businessRuleTask")) {
            findings.error(
                    DrawnPart.idAround(input),
                    Rule.OUTPUT,
                    "has an input %s, which hides the server's variable: give the input another name",
                    name);
        }
    }
}
