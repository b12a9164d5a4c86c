package io.ringback.process.check.bpmn;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;
import static io.ringback.process.check.bpmn.BpmnVocabulary.CAMUNDA;

import io.ringback.process.check.xml.SafeXml;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes the fields of a step as the inputs that they mean. The engine would put fields into the delegate itself, which is
 * one for all cases; what other delegates are given as fields is left, for the check to refuse.
 */
public final class StepFields {

    private StepFields() {}

    /**
     * Does so wherever this delegate is called.
     *
     * @param names of the fields that there are
     * @return whether there were any
     */
    public static boolean asInputs(Element root, String delegate, Set<String> names) {
        var changed = false;
        for (var element : SafeXml.descendants(root, BPMN, "*")) {
            var called = AllowedExpression.delegate(Extensions.attribute(element, "delegateExpression"));
            if (called.filter(delegate::equals).isPresent()) {
                changed |= move(element, names);
            }
        }
        return changed;
    }

    private static boolean move(Element from, Set<String> names) {
        var changed = false;
        var node = from.getLocalName().endsWith("EventDefinition") ? (Element) from.getParentNode() : from;
        for (var field : Extensions.elements(from, "field")) {
            var name = field.getAttribute("name");
            var text = text(field);
            var isGiven = Extensions.elements(node, "inputParameter").stream()
                    .anyMatch(input -> input.getAttribute("name").equals(name));
            if (text.isPresent() && names.contains(name) && !isGiven) {
                give(node, field, text.get());
                field.getParentNode().removeChild(field);
                changed = true;
            }
        }
        if (changed && node != from) {
            removeEmpty(from);
        }
        return changed;
    }

    private static void give(Element node, Element field, String text) {
        var mapping = child(child(node, BPMN, "extensionElements", node), CAMUNDA, "inputOutput", field);
        var input = create(field, CAMUNDA, "inputParameter");
        input.setAttributeNS(null, "name", field.getAttribute("name"));
        input.setTextContent(text);
        mapping.insertBefore(input, mapping.getFirstChild());
    }

    /** The child of that name; a new one, where BPMN wants it, if there is none. */
    private static Element child(Element parent, String namespace, String name, Element like) {
        var children = SafeXml.children(parent);
        var found = children.stream()
                .filter(child -> child.getLocalName().equals(name) && namespace.equals(child.getNamespaceURI()))
                .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        Node place = children.stream()
                .filter(child -> !child.getLocalName().equals("documentation"))
                .findFirst()
                .orElse(null);
        var made = create(like, namespace, name);
        parent.insertBefore(made, place);
        return made;
    }

    private static Element create(Element like, String namespace, String name) {
        var prefix = like.getPrefix();
        return like.getOwnerDocument().createElementNS(namespace, prefix == null ? name : prefix + ":" + name);
    }

    private static void removeEmpty(Element from) {
        SafeXml.children(from).stream()
                .filter(child -> child.getLocalName().equals("extensionElements")
                        && SafeXml.children(child).isEmpty())
                .forEach(from::removeChild);
    }

    /** What a field says: in an attribute, or in an element; empty when it says nothing, or two things. */
    private static Optional<String> text(Element field) {
        var children = SafeXml.children(field);
        var attributes = SafeXml.attributes(field).stream()
                .filter(attribute -> !attribute.getName().equals("name"))
                .toList();
        if (children.size() + attributes.size() != 1) {
            return Optional.empty();
        }
        if (children.isEmpty()) {
            var attribute = attributes.get(0);
            return Set.of("stringValue", "expression").contains(attribute.getName())
                    ? Optional.of(attribute.getValue())
                    : Optional.empty();
        }
        var child = children.get(0);
        return CAMUNDA.equals(child.getNamespaceURI())
                        && Set.of("string", "expression").contains(child.getLocalName())
                        && SafeXml.attributes(child).isEmpty()
                ? Optional.of(SafeXml.ownText(child))
                : Optional.empty();
    }
}
