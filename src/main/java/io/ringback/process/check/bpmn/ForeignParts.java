package io.ringback.process.check.bpmn;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;
import static io.ringback.process.check.bpmn.BpmnVocabulary.CAMUNDA;
import static io.ringback.process.check.bpmn.BpmnVocabulary.DRAWING;

import io.ringback.process.check.xml.SafeXml;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Takes out of a process what other tools have written into it for themselves, and what is drawn for people alone. Both
 * the check and the engine are given the process without it, so that nothing is evaluated that was not looked at.
 */
public final class ForeignParts {

    /** What the server reads of a process; this and nothing else is looked at by the check. */
    private static final Set<String> READ = Set.of("", BPMN, CAMUNDA, XMLConstants.XML_NS_URI);

    /** Left for the check to refuse, since what they tell another engine, or whoever reads the file, would not be done. */
    private static final Set<String> ALIKE = Set.of(
            "http://activiti.org/bpmn",
            "http://flowable.org/bpmn",
            "http://camunda.org/schema/zeebe/1.0",
            "http://www.w3.org/2001/XInclude");

    /** Data and remarks that people draw, of which the engine runs nothing. */
    private static final Set<String> REMARKS = Set.of(
            "property",
            "ioSpecification",
            "dataStore",
            "dataStoreReference",
            "dataState",
            "categoryValueRef",
            "itemDefinition",
            "signal",
            "auditing",
            "monitoring");

    private static final Set<String> ARROWS_OF_DATA = Set.of("dataInputAssociation", "dataOutputAssociation");
    private static final Set<String> ENDS = Set.of("sourceRef", "targetRef", "extensionElements");

    private static final Set<String> ATTRIBUTES_OF_REMARKS =
            Set.of("isImmediate", "itemSubjectRef", "structureRef", "dataStoreRef", "partitionElementRef");

    /** What element templates, diagrams and exporters note in the engine's own namespace. */
    private static final Set<String> NOTES =
            Set.of("modelerTemplate", "modelerTemplateVersion", "modelerTemplateIcon", "diagramRelationId", "exporter");

    /** All that BPMN's schema of drawings knows. */
    private static final Map<String, Set<String>> DRAWN = Map.of(
            "BPMNDiagram", Set.of("id", "name", "documentation", "resolution"),
            "BPMNPlane", Set.of("id", "bpmnElement"),
            "BPMNShape",
                    Set.of(
                            "id",
                            "bpmnElement",
                            "isHorizontal",
                            "isExpanded",
                            "isMarkerVisible",
                            "isMessageVisible",
                            "participantBandKind",
                            "choreographyActivityShape"),
            "BPMNEdge", Set.of("id", "bpmnElement", "sourceElement", "targetElement", "messageVisibleKind"),
            "BPMNLabel", Set.of("id", "labelStyle"),
            "BPMNLabelStyle", Set.of("id"),
            "Bounds", Set.of("x", "y", "width", "height"),
            "waypoint", Set.of("x", "y"),
            "Font", Set.of("name", "size", "isBold", "isItalic", "isUnderline", "isStrikeThrough"));

    private final Set<String> gone = new HashSet<>();
    private boolean changed;

    private ForeignParts() {}

    /** Takes them out; true if there were any. */
    public static boolean takeOutOf(Element root) {
        var parts = new ForeignParts();
        parts.clean(root);
        parts.cleanDrawing(root);
        return parts.changed;
    }

    private void clean(Element element) {
        for (var child : SafeXml.children(element)) {
            if (isForeign(child)) {
                remember(child);
                element.removeChild(child);
                changed = true;
            } else {
                clean(child);
            }
        }
        SafeXml.attributes(element).stream()
                .filter(attribute -> isForeign(element, attribute))
                .forEach(attribute -> {
                    element.removeAttributeNode(attribute);
                    changed = true;
                });
    }

    private void remember(Element part) {
        gone.add(part.getAttribute("id"));
        SafeXml.descendants(part, "*", "*").forEach(inside -> gone.add(inside.getAttribute("id")));
        gone.remove("");
    }

    private static boolean isForeign(Element element) {
        var namespace = SafeXml.namespace(element);
        return namespace.equals(BPMN)
                ? REMARKS.contains(element.getLocalName()) || isArrowOfData(element)
                : !READ.contains(namespace) && !DRAWING.contains(namespace) && !ALIKE.contains(namespace);
    }

    /** As an arrow between data and a task is drawn; one that assigns something is more than a drawing. */
    private static boolean isArrowOfData(Element element) {
        return ARROWS_OF_DATA.contains(element.getLocalName())
                && !SafeXml.children(element).isEmpty()
                && SafeXml.children(element).stream().allMatch(child -> ENDS.contains(child.getLocalName()));
    }

    private static boolean isForeign(Element element, Attr attribute) {
        var namespace = SafeXml.namespace(attribute);
        var name = attribute.getLocalName();
        if (DRAWING.contains(SafeXml.namespace(element))) {
            return namespace.isEmpty() ? !isDrawn(element, name) : !BpmnVocabulary.isNote(namespace);
        }
        if (namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
            return !name.equals("type");
        }
        if (namespace.isEmpty() || namespace.equals(CAMUNDA)) {
            return namespace.isEmpty() ? ATTRIBUTES_OF_REMARKS.contains(name) : NOTES.contains(name);
        }
        return !BpmnVocabulary.isNote(namespace) && !READ.contains(namespace) && !ALIKE.contains(namespace);
    }

    private static boolean isDrawn(Element element, String attribute) {
        return DRAWN.getOrDefault(element.getLocalName(), Set.of()).contains(attribute);
    }

    /** Nothing may be drawn that is not there any more: the engine would look for it. */
    private void cleanDrawing(Element root) {
        for (var shape : SafeXml.descendants(root, "http://www.omg.org/spec/BPMN/20100524/DI", "*")) {
            var parent = shape.getParentNode();
            if (parent != null && gone.contains(SafeXml.withoutPrefix(shape.getAttribute("bpmnElement")))) {
                parent.removeChild(shape);
                changed = true;
            }
        }
    }
}
