package io.ringback.process.check.dmn;

import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.TimeToLive;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.DecisionContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Allows decision tables and literal expressions in FEEL, and nothing that reaches outside the decision. */
public class DmnCheck {

    public static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    static final Set<String> DMN = Set.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd");
    static final Set<String> DRAWING = Set.of(
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://bpmn.io/schema/dmn/biodi/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0");
    static final Set<String> MODELLER_NOTES =
            Set.of("http://camunda.org/schema/modeler/1.0", "http://www.w3.org/2001/XMLSchema-instance");
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "description",
            "question",
            "allowedAnswers",
            "variable",
            "informationRequirement",
            "requiredInput",
            "requiredDecision",
            "inputData",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "defaultOutputEntry",
            "rule",
            "inputEntry",
            "outputEntry",
            "annotation",
            "annotationEntry",
            "literalExpression",
            "text",
            "textAnnotation",
            "association",
            "extensionElements");
    private static final Set<String> CAMUNDA_ATTRIBUTES =
            Set.of("historyTimeToLive", "versionTag", "inputVariable", "diagramRelationId");
    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/feel/20140401",
            "http://www.omg.org/spec/dmn/20180521/feel/",
            "https://www.omg.org/spec/dmn/20191111/feel/");
    /** What the engine keeps in columns, and how long it may be. */
    private static final Set<String> KEPT = Set.of("definitions", "decision");

    private static final Map<String, Integer> LENGTHS =
            Map.of("id", 255, "name", 255, "namespace", 255, "versionTag", 64);
    private static final Pattern ONLY_STRINGS = Pattern.compile("\"[^\"\\\\]*\"(?:\\s*,\\s*\"[^\"\\\\]*\")*");
    private static final Pattern FUNCTION = Pattern.compile("\\b(?:function|external)\\b");

    private final String resourceName;
    private final List<Finding> findings = new ArrayList<>();

    public DmnCheck(String resourceName) {
        this.resourceName = resourceName;
    }

    public List<Finding> check(Element root) {
        if (!DMN.contains(SafeXml.namespace(root)) || !root.getLocalName().equals("definitions")) {
            report(root, "not a DMN 1.1 to 1.3 file: its root must be definitions");
            return findings;
        }
        if (SafeXml.descendants(root, SafeXml.namespace(root), "decision").isEmpty()) {
            report(root, "holds no decision: add one");
        }
        walk(root);
        if (findings.isEmpty()) {
            findings.addAll(
                    new DecisionCheck(resourceName, List.of(DecisionContract.RETRY_POLICY)).check(resourceName, root));
        }
        return findings;
    }

    private void walk(Element element) {
        if (DRAWING.contains(SafeXml.namespace(element))) {
            SafeXml.children(element).forEach(this::walk);
            return;
        }
        if (!DMN.contains(SafeXml.namespace(element)) || !ELEMENTS.contains(element.getLocalName())) {
            report(element, "%s is not allowed: use a decision table or a literal expression", element.getNodeName());
        }
        checkAttributes(element);
        if (element.getLocalName().equals("text") && definesFunction(SafeXml.ownText(element))) {
            report(element, "functions are not allowed in expressions: compare and calculate only");
        }
        SafeXml.children(element).forEach(this::walk);
    }

    private void checkAttributes(Element element) {
        for (var attribute : SafeXml.attributes(element)) {
            var namespace = SafeXml.namespace(attribute);
            var name = attribute.getLocalName();
            if ((name.equals("expressionLanguage") || name.equals("typeLanguage"))
                    && !FEEL.contains(attribute.getValue().toLowerCase(Locale.ROOT))) {
                report(element, "%s %s is not allowed: leave it out or use feel", name, attribute.getValue());
            }
            var known = namespace.isEmpty()
                    || MODELLER_NOTES.contains(namespace)
                    || DRAWING.contains(namespace)
                    || (namespace.equals(CAMUNDA) && CAMUNDA_ATTRIBUTES.contains(name));
            if (!known) {
                report(element, "attribute %s is not allowed: remove it", attribute.getName());
            }
        }
        if (element.getLocalName().equals("decision")) {
            TimeToLive.complaint(element.getAttributeNS(CAMUNDA, "historyTimeToLive"))
                    .ifPresent(complaint -> report(element, Rule.TIME_TO_LIVE, "%s", complaint));
        }
        LENGTHS.forEach((name, most) -> checkLength(element, name, most));
    }

    private void checkLength(Element element, String name, int most) {
        var kept = KEPT.contains(element.getLocalName());
        var text = name.equals("versionTag") ? element.getAttributeNS(CAMUNDA, name) : element.getAttribute(name);
        if (kept && text.codePointCount(0, text.length()) > most) {
            report(
                    element,
                    Rule.TEXT_LENGTH,
                    "its %s has %d characters: %d are the most the engine can keep",
                    name,
                    text.length(),
                    most);
        }
        if (kept && name.equals("id") && text.isBlank()) {
            report(element, Rule.FILE, "has no id: give it one, it is known by it");
        }
    }

    private static boolean definesFunction(String expression) {
        return FUNCTION.matcher(expression).find()
                && !ONLY_STRINGS.matcher(expression).matches();
    }

    private void report(Element element, String message, Object... arguments) {
        report(element, Rule.DECISION, message, arguments);
    }

    private void report(Element element, Rule rule, String message, Object... arguments) {
        findings.add(Finding.error(
                resourceName, SafeXml.nearestId(element, resourceName), rule, message.formatted(arguments)));
    }
}
