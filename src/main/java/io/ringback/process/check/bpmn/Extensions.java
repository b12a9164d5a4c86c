package io.ringback.process.check.bpmn;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;

import io.ringback.process.check.xml.SafeXml;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads the engine's own attributes and elements, in either of the namespaces in which modelers write them. */
public final class Extensions {

    private static final Set<String> NAMESPACES = Set.of(BpmnVocabulary.CAMUNDA, "http://operaton.org/schema/1.0/bpmn");

    private Extensions() {}

    /** The value of the attribute; empty if it is not there. */
    public static String attribute(Element element, String name) {
        return NAMESPACES.stream()
                .map(namespace -> element.getAttributeNS(namespace, name))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    public static boolean has(Element element, String name) {
        return NAMESPACES.stream().anyMatch(namespace -> element.hasAttributeNS(namespace, name));
    }

    /** The engine's elements of that name directly in the extensions of the element, or in a group there. */
    public static List<Element> elements(Element element, String name) {
        return SafeXml.children(element).stream()
                .filter(child -> BPMN.equals(child.getNamespaceURI())
                        && child.getLocalName().equals("extensionElements"))
                .flatMap(extensions -> NAMESPACES.stream()
                        .flatMap(namespace -> SafeXml.descendants(extensions, namespace, name).stream()))
                .toList();
    }
}
