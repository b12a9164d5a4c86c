package io.ringback.process.check.bpmn;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;

import java.util.Set;
import org.w3c.dom.Element;

/** Finds the node, flow or other part of the picture that a detail such as a timer or an input belongs to. */
public final class DrawnPart {

    private static final Set<String> DETAILS = Set.of("conditionExpression", "documentation", "extensionElements");

    private DrawnPart() {}

    /** The id of the part that the element belongs to, or is. */
    public static String idAround(Element element) {
        return around(element).getAttribute("id");
    }

    /** The part that the element belongs to, or is. */
    public static Element around(Element element) {
        var part = element;
        while (isDetail(part) && part.getParentNode() instanceof Element parent) {
            part = parent;
        }
        return part;
    }

    private static boolean isDetail(Element element) {
        var name = element.getLocalName();
        return !BPMN.equals(element.getNamespaceURI())
                || !element.hasAttribute("id")
                || name.endsWith("EventDefinition")
                || name.startsWith("time")
                || DETAILS.contains(name);
    }
}
