package io.ringback.process.check.flow;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;

import io.ringback.process.check.bpmn.AllowedExpression;
import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.bpmn.Condition;
import io.ringback.process.check.bpmn.ConditionParser;
import io.ringback.process.check.bpmn.DrawnPart;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.TextLength;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.SharedVariable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Expressions must name variables that there are, and compare them with values they can have. */
class VariableRules {

    private final ModelVariables variables;
    private final Findings findings;
    private final Set<String> names = new HashSet<>(SharedVariable.all().keySet());

    VariableRules(ModelVariables variables, Findings findings) {
        this.variables = variables;
        this.findings = findings;
        names.addAll(variables.names());
        names.addAll(variables.attributes());
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
                            .orElse("use one of docs/processes/contract.md, set it by an output before, or, if it is an"
                                    + " attribute of requests, name it in processAttributes of a list"));
        } else {
            variables.valuesOf(name, element).forEach(value -> checkKind(element, name, value, read, isCondition));
        }
    }

    private void checkKind(
            Element element, String name, PossibleValue value, Condition.Read read, boolean isCondition) {
        if (read instanceof Condition.Bare && isCondition && value.kind() != SharedVariable.Kind.TRUTH) {
            findings.error(
                    DrawnPart.idAround(element),
                    Rule.VARIABLE_KIND,
                    "%s is %s and no condition by itself: compare it%s",
                    name,
                    value.kind().words(),
                    example(name, value));
        } else if (read instanceof Condition.Compared compared) {
            checkLiteral(element, name, value, compared);
        }
    }

    private static String example(String name, PossibleValue value) {
        var text = value.text();
        if (text != null) {
            return ", for instance #{%s == '%s'}".formatted(name, TextLength.quoted(text));
        }
        return value.values().isEmpty()
                ? ""
                : ", for instance #{%s == '%s'}".formatted(name, value.values().get(0));
    }

    private void checkLiteral(Element element, String name, PossibleValue value, Condition.Compared compared) {
        var literal = compared.literal();
        if (literal.kind() != Condition.Literal.Kind.NULL) {
            wanted(value, compared).ifPresent(wanted -> reportValue(element, name, value, literal, wanted));
        }
    }

    /** What the variable should be compared with; empty if it is compared with that. */
    private static Optional<String> wanted(PossibleValue value, Condition.Compared compared) {
        var literal = compared.literal();
        var isOrder = compared.isOrder();
        var isOneOf = !isOrder && value.values().contains(literal.value());
        return switch (value.kind()) {
            case ONE_OF -> unless(isOneOf, "one of %s".formatted(value.values()));
            case TRUTH -> unless(isOneOf, "true or false");
            case NUMBER -> unless(literal.kind() == Condition.Literal.Kind.NUMBER, "a number, without quotes");
            case DATE -> Optional.of("null at most: use a timer to wait for a time");
            default ->
                unless(
                        literal.kind() == Condition.Literal.Kind.TEXT && !isOrder || isWrittenSo(value, literal),
                        "a text in quotes, by == or !=");
        };
    }

    private static Optional<String> unless(boolean isFine, String wanted) {
        return isFine ? Optional.empty() : Optional.of(wanted);
    }

    /** The engine reads the digits, or the truth, of a text that a model writes. */
    private static boolean isWrittenSo(PossibleValue value, Condition.Literal literal) {
        var text = value.text();
        return text != null
                && switch (literal.kind()) {
                    case NUMBER -> value.isNumber();
                    case BOOLEAN -> text.equals("true") || text.equals("false");
                    default -> false;
                };
    }

    private void reportValue(
            Element element, String name, PossibleValue value, Condition.Literal literal, String wanted) {
        findings.error(
                DrawnPart.idAround(element),
                Rule.VALUE,
                "%s is never '%s'%s: compare it with %s",
                name,
                literal.value(),
                MeantName.of(literal.value(), Set.copyOf(value.values()))
                        .map(nearest -> " (did you mean %s?)".formatted(nearest))
                        .orElse(""),
                wanted);
    }

    /** What the server sets, no model may set otherwise. */
    private void checkOutput(Element output) {
        var name = output.getAttribute("name");
        var shared = SharedVariable.find(name);
        if (variables.attributes().contains(name)) {
            findings.error(
                    DrawnPart.idAround(output),
                    Rule.OUTPUT,
                    "sets %s, which is an attribute of requests that a list lets processes read: give the output another name",
                    name);
        } else if (shared.isPresent() && !shared.get().isSetByModels()) {
            findings.error(
                    DrawnPart.idAround(output),
                    Rule.OUTPUT,
                    "sets %s, which the server sets: give the output another name",
                    name);
        } else if (shared.isPresent()) {
            variables.given(output).stream()
                    .filter(value -> !fits(value, shared.get().kind()))
                    .forEach(value -> findings.error(
                            DrawnPart.idAround(output),
                            Rule.OUTPUT,
                            "sets %s to %s: %s is wanted, such as #{decisionResult[0].%s}",
                            name,
                            value.words(),
                            shared.get().kind().words(),
                            name));
        }
    }

    /** The engine takes no text for a condition, not even the word true. */
    private static boolean fits(PossibleValue value, SharedVariable.Kind wanted) {
        if (wanted == SharedVariable.Kind.TRUTH) {
            return value.kind() == wanted;
        }
        var text = value.text();
        return text == null
                ? value.kind() == wanted || value.isUnknownText()
                : TimerText.seconds(text).filter(seconds -> seconds > 0).isPresent();
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
