package io.ringback.process.check.dmn;

import static io.ringback.process.check.dmn.DmnVocabulary.CAMUNDA;
import static io.ringback.process.check.dmn.DmnVocabulary.DMN;

import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.TextLength;
import io.ringback.process.check.rule.TimeToLive;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.DecisionContract;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Allows decision tables and literal expressions in FEEL, and nothing that reaches outside the decision. */
public class DmnCheck {

    /** What the engine keeps in columns. */
    private static final Set<String> KEPT = Set.of("definitions", "decision");

    private static final Pattern ONLY_STRINGS = Pattern.compile("\"[^\"\\\\]*\"(?:\\s*,\\s*\"[^\"\\\\]*\")*");
    private static final Pattern FUNCTION = Pattern.compile("\\b(?:function|external)\\b");

    private final String resourceName;
    private final Set<String> attributes;
    private final Findings findings;

    /** @param attributes of requests that decisions may read */
    public DmnCheck(String resourceName, Set<String> attributes) {
        this.attributes = Set.copyOf(attributes);
        this.resourceName = resourceName;
        this.findings = new Findings(resourceName);
    }

    public List<Finding> check(Element root) {
        if (!DMN.equals(SafeXml.namespace(root)) || !root.getLocalName().equals("definitions")) {
            report(root, "not a DMN 1.1 to 1.3 file: its root must be definitions");
            return findings.all();
        }
        if (SafeXml.descendants(root, SafeXml.namespace(root), "decision").isEmpty()) {
            report(root, "holds no decision: add one");
        }
        walk(root);
        return findings.isEmpty()
                ? new DecisionCheck(
                                resourceName,
                                DecisionContract.ALL.stream()
                                        .map(contract -> contract.reading(attributes))
                                        .toList())
                        .check(resourceName, root)
                : findings.all();
    }

    private void walk(Element element) {
        if (DmnVocabulary.DRAWING.contains(SafeXml.namespace(element))) {
            SafeXml.children(element).forEach(this::walk);
            return;
        }
        if (!DMN.equals(SafeXml.namespace(element)) || !DmnVocabulary.ELEMENTS.contains(element.getLocalName())) {
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
                    && !DmnVocabulary.FEEL.contains(attribute.getValue().toLowerCase(Locale.ROOT))) {
                report(element, "%s %s is not allowed: leave it out or use feel", name, attribute.getValue());
            }
            var known = namespace.isEmpty()
                    || DmnVocabulary.MODELLER_NOTES.contains(namespace)
                    || DmnVocabulary.DRAWING.contains(namespace)
                    || (namespace.equals(CAMUNDA) && DmnVocabulary.CAMUNDA_ATTRIBUTES.contains(name));
            if (!known) {
                report(element, "attribute %s is not allowed: remove it", attribute.getName());
            }
        }
        if (element.getLocalName().equals("decision")) {
            TimeToLive.complaint(element.getAttributeNS(CAMUNDA, "historyTimeToLive"))
                    .ifPresent(complaint -> report(element, Rule.TIME_TO_LIVE, "%s", complaint));
        }
        if (KEPT.contains(element.getLocalName())) {
            checkKept(element);
        }
    }

    private void checkKept(Element element) {
        List.of("id", "name", "namespace")
                .forEach(name -> checkLength(element, name, element.getAttribute(name), TextLength.NAME));
        checkLength(element, "versionTag", element.getAttributeNS(CAMUNDA, "versionTag"), TextLength.VERSION_TAG);
        if (element.getAttribute("id").isBlank()) {
            report(element, Rule.FILE, "has no id: give it one, it is known by it");
        }
    }

    private void checkLength(Element element, String what, String text, int most) {
        TextLength.complaint(what, text, most)
                .ifPresent(complaint -> report(element, Rule.TEXT_LENGTH, "%s", complaint));
    }

    private static boolean definesFunction(String expression) {
        return FUNCTION.matcher(expression).find()
                && !ONLY_STRINGS.matcher(expression).matches();
    }

    private void report(Element element, String message, Object... arguments) {
        report(element, Rule.DECISION, message, arguments);
    }

    private void report(Element element, Rule rule, String message, Object... arguments) {
        findings.report(element, rule, message.formatted(arguments));
    }
}
