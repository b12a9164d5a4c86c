package io.ringback.process.check.bpmn;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;
import static io.ringback.process.check.bpmn.BpmnVocabulary.CAMUNDA;

import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.TimeToLive;
import io.ringback.process.check.xml.SafeXml;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Looks at every element, attribute and text of a BPMN file and reports what is not on the allow-list. Reads plain XML,
 * not the engine's model, so that nothing is overlooked because the model has no name for it.
 */
public class BpmnCheck {

    private static final Set<String> NO = Set.of("false", "0");

    /** The engine evaluates them when it is given the process, where there are no variables. */
    private static final Set<String> CONSTANTS =
            Set.of("candidateStarterGroups", "candidateStarterUsers", "taskPriority", "calledElement");

    private final Set<String> delegates;
    private final Findings findings;

    public BpmnCheck(String resourceName, Set<String> delegates) {
        this.delegates = delegates;
        this.findings = new Findings(resourceName);
    }

    public List<Finding> check(Element root) {
        if (!isBpmn(root, "definitions")) {
            report(root, Rule.FILE, "not a BPMN 2.0 file: its root must be bpmn:definitions");
            return findings.all();
        }
        if (SafeXml.descendants(root, BPMN, "process").isEmpty()) {
            report(root, Rule.FILE, "holds no process: draw one");
        }
        walk(root);
        new TextRules(findings).check(root);
        new DrawingRules(findings).check(root);
        return findings.all();
    }

    private void walk(Element element) {
        if (isBpmn(element, "process") && BpmnVocabulary.isDrawnOnly(element)) {
            return;
        }
        checkElement(element);
        if (!BpmnVocabulary.DRAWING.contains(SafeXml.namespace(element))) {
            SafeXml.attributes(element).forEach(attribute -> checkAttribute(element, attribute));
        }
        var text = SafeXml.ownText(element);
        if (!BpmnVocabulary.isRemark(element) && !AllowedExpression.allowsText(text)) {
            reportExpression(element, text);
        }
        SafeXml.children(element).forEach(this::walk);
    }

    private void checkElement(Element element) {
        switch (SafeXml.namespace(element)) {
            case BPMN -> checkBpmnElement(element);
            case CAMUNDA -> checkCamundaElement(element);
            default -> {
                if (!BpmnVocabulary.DRAWING.contains(SafeXml.namespace(element))) {
                    report(element, Rule.ELEMENT, "%s is of an unknown namespace: remove it", element.getNodeName());
                }
            }
        }
    }

    private void checkBpmnElement(Element element) {
        switch (element.getLocalName()) {
            case "timeCycle" ->
                report(
                        element,
                        Rule.REPEATED_TIMER,
                        "repeating timers (timeCycle) are refused: use timeDate or timeDuration");
            case "conditionExpression" -> checkCondition(element);
            case "process" -> checkTimeToLive(element);
            default -> {
                if (!BpmnVocabulary.ELEMENTS.contains(element.getLocalName())) {
                    report(
                            element,
                            Rule.ELEMENT,
                            "%s is not allowed: %s",
                            element.getNodeName(),
                            OtherWay.ofElement(element.getLocalName(), "use a task, gateway or event of another kind"));
                }
            }
        }
    }

    private void checkCondition(Element condition) {
        var text = SafeXml.ownText(condition);
        if (!AllowedExpression.allows(text)) {
            reportExpression(condition, text);
        }
    }

    private void checkTimeToLive(Element process) {
        TimeToLive.complaint(Extensions.attribute(process, "historyTimeToLive"))
                .ifPresent(complaint -> report(process, Rule.TIME_TO_LIVE, "%s", complaint));
    }

    private void checkCamundaElement(Element element) {
        var name = element.getLocalName();
        if (name.equals("taskListener")) {
            report(
                    element,
                    Rule.LISTENER,
                    "%s is not allowed, since no delegate listens to tasks: use a service task before or behind it",
                    element.getNodeName());
            return;
        }
        if (!BpmnVocabulary.CAMUNDA_ELEMENTS.contains(name)) {
            report(
                    element,
                    Rule.ELEMENT,
                    "%s is not allowed: %s",
                    element.getNodeName(),
                    OtherWay.ofElement(name, "remove it"));
        }
        if (name.endsWith("Parameter") && !SafeXml.children(element).isEmpty()) {
            report(
                    element,
                    Rule.ELEMENT,
                    "%s may hold plain text or one simple expression only",
                    element.getNodeName());
        }
        if (name.endsWith("Parameter") && element.getAttribute("name").isBlank()) {
            report(element, Rule.OUTPUT, "%s has no name: name the variable that it sets", element.getNodeName());
        }
        if (name.endsWith("Listener")
                && !element.hasAttributeNS(CAMUNDA, "delegateExpression")
                && !element.hasAttribute("delegateExpression")) {
            report(element, Rule.DELEGATE, "%s must name a delegate by delegateExpression", element.getNodeName());
        }
    }

    private void checkAttribute(Element element, Attr attribute) {
        var name = attribute.getLocalName();
        var camundaElement = SafeXml.namespace(element).equals(CAMUNDA);
        var camunda = SafeXml.namespace(attribute).equals(CAMUNDA) || camundaElement;
        if (camunda && name.equals("delegateExpression")) {
            checkDelegate(element, attribute.getValue());
            return;
        }
        var known = camundaElement
                ? Set.of("id", "name", "value", "event").contains(name)
                : camunda ? BpmnVocabulary.CAMUNDA_ATTRIBUTES.contains(name) : isPlainAttribute(attribute);
        if (!known) {
            report(
                    element,
                    Rule.ATTRIBUTE,
                    "attribute %s is not allowed: %s",
                    attribute.getName(),
                    camunda ? OtherWay.ofAttribute(name) : "remove it");
        }
        if (!isAllowedValue(element, attribute)) {
            reportExpression(element, attribute.getValue());
        }
        if (name.equals("isForCompensation") && !NO.contains(attribute.getValue())) {
            report(element, Rule.ATTRIBUTE, "nothing compensates anything here: set isForCompensation to false");
        }
        if (name.equals("taskPriority") && !attribute.getValue().matches("-?[0-9]{1,9}")) {
            report(
                    element,
                    Rule.NUMBER,
                    "the taskPriority '%s' is no number: write one such as 50",
                    attribute.getValue());
        }
    }

    private static boolean isAllowedValue(Element element, Attr attribute) {
        return CONSTANTS.contains(attribute.getLocalName())
                ? !AllowedExpression.isIn(attribute.getValue())
                : BpmnVocabulary.isLabel(element, attribute) || AllowedExpression.allowsText(attribute.getValue());
    }

    private void checkDelegate(Element element, String expression) {
        if (!AllowedExpression.allowsDelegate(expression, delegates)) {
            report(
                    element,
                    Rule.DELEGATE,
                    "delegate %s is unknown: use #{name} with one of %s",
                    expression,
                    delegates.stream().sorted().toList());
        }
    }

    private static boolean isPlainAttribute(Attr attribute) {
        var namespace = SafeXml.namespace(attribute);
        return namespace.isEmpty()
                ? BpmnVocabulary.ATTRIBUTES.contains(attribute.getLocalName())
                : BpmnVocabulary.MODELLER_NOTES.contains(namespace) || BpmnVocabulary.DRAWING.contains(namespace);
    }

    private static boolean isBpmn(Element element, String localName) {
        return SafeXml.namespace(element).equals(BPMN) && element.getLocalName().equals(localName);
    }

    private void reportExpression(Element element, String expression) {
        report(
                element,
                Rule.EXPRESSION,
                "expression %s is not allowed: name one variable, or compare one with a literal",
                expression);
    }

    private void report(Element element, Rule rule, String message, Object... arguments) {
        findings.report(element, rule, message.formatted(arguments));
    }
}
