package io.ringback.process.check.bpmn;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;
import static io.ringback.process.check.bpmn.BpmnVocabulary.CAMUNDA;

import io.ringback.process.check.xml.SafeXml;
import java.util.List;
import org.w3c.dom.Element;

/** Reads the engine's own attributes and elements, which {@code EngineCopy} writes in one namespace. */
public final class Extensions {

    private Extensions() {}

    /** The value of the attribute; empty if it is not there. */
    public static String attribute(Element element, String name) {
        return element.getAttributeNS(CAMUNDA, name);
    }

    public static boolean has(Element element, String name) {
        return element.hasAttributeNS(CAMUNDA, name);
    }

    /** The engine's elements of that name directly in the extensions of the element, or in a group there. */
    public static List<Element> elements(Element element, String name) {
        return SafeXml.children(element).stream()
                .filter(child -> BPMN.equals(child.getNamespaceURI())
                        && child.getLocalName().equals("extensionElements"))
                .flatMap(extensions -> SafeXml.descendants(extensions, CAMUNDA, name).stream())
                .toList();
    }
}
