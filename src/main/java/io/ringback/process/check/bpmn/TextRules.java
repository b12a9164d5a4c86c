package io.ringback.process.check.bpmn;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;

import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.TextLength;
import io.ringback.process.check.xml.SafeXml;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Ids must be there once, and no text may be longer than the engine's column for it. */
class TextRules {

    private static final Set<String> WITHOUT_COLUMN = Set.of("sequenceFlow", "documentation", "text");
    private static final List<String> OF_PEOPLE =
            List.of("assignee", "candidateUsers", "candidateGroups", "candidateStarterGroups", "candidateStarterUsers");

    /** Line ends left aside; also those that turn the direction of what follows, by which a name looks like another one. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]");

    private final Findings findings;
    private final Set<String> ids = new HashSet<>();

    TextRules(Findings findings) {
        this.findings = findings;
    }

    void check(Element root) {
        checkIds(root);
        SafeXml.descendants(root, BPMN, "*").forEach(this::checkElement);
        SafeXml.descendants(root, "*", "*").stream()
                .filter(element -> element.getLocalName().endsWith("putParameter"))
                .forEach(this::checkParameter);
    }

    private void checkIds(Element root) {
        SafeXml.descendants(root, "*", "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty() && !ids.add(id))
                .forEach(id -> findings.error(
                        shortened(id),
                        Rule.DUPLICATE_ID,
                        "the id %s is used twice: give each element its own",
                        shortened(id)));
    }

    private void checkElement(Element element) {
        for (var attribute : List.of("id", "name")) {
            if (UNSEEN.matcher(element.getAttribute(attribute)).find()) {
                findings.error(
                        shortened(DrawnPart.idAround(element)),
                        Rule.ATTRIBUTE,
                        "its %s holds characters that cannot be seen: take them out",
                        attribute);
            }
        }
        if (!WITHOUT_COLUMN.contains(element.getLocalName())) {
            require(element, "id", element.getAttribute("id"), TextLength.NAME);
            require(element, "name", element.getAttribute("name"), TextLength.NAME);
        }
        require(element, "versionTag", Extensions.attribute(element, "versionTag"), TextLength.VERSION_TAG);
        OF_PEOPLE.forEach(
                attribute -> List.of(Extensions.attribute(element, attribute).split(",", -1))
                        .forEach(one -> require(element, attribute, one.strip(), TextLength.NAME)));
        if (element.getLocalName().equals("formalExpression")) {
            List.of(SafeXml.ownText(element).split(",", -1))
                    .forEach(one -> require(element, "owner", one.strip(), TextLength.NAME));
        }
        if (element.getLocalName().equals("documentation")
                && element.getParentNode() instanceof Element parent
                && parent.getLocalName().equals("userTask")) {
            require(parent, "documentation", SafeXml.ownText(element), TextLength.TEXT);
        }
    }

    private void checkParameter(Element parameter) {
        require(parameter, "name", parameter.getAttribute("name"), TextLength.NAME);
        require(parameter, "value", SafeXml.ownText(parameter), TextLength.TEXT);
    }

    private void require(Element element, String what, String text, int most) {
        TextLength.complaint(what, text, most)
                .ifPresent(complaint ->
                        findings.error(shortened(DrawnPart.idAround(element)), Rule.TEXT_LENGTH, "%s", complaint));
    }

    private static String shortened(String id) {
        return id.length() > TextLength.NAME ? id.substring(0, TextLength.NAME) : id;
    }
}
