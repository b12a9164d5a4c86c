package io.ringback.process.check.dmn;

import io.ringback.process.check.xml.SafeXml;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * The same as {@code ForeignParts} for decisions, whose drawing the engine never reads: who knows or owns a decision, what
 * it serves, and kinds of value that nothing is of are notes too.
 */
public final class ForeignPartsOfDecisions {

    private static final Set<String> NOTES = Set.of("modelerTemplate", "modelerTemplateVersion", "diagramRelationId");

    /** Elements of DMN that say nothing of how a decision is made. */
    private static final Set<String> ABOUT = Set.of(
            "authorityRequirement",
            "decisionMaker",
            "decisionOwner",
            "elementCollection",
            "group",
            "impactedPerformanceIndicator",
            "knowledgeSource",
            "organizationUnit",
            "performanceIndicator",
            "supportedObjective",
            "usingProcess",
            "usingTask");

    private static final String TYPE = "typeRef";
    private static final String ITEM = "itemDefinition";

    private final Set<String> usedKinds = new HashSet<>();
    private boolean changed;

    private ForeignPartsOfDecisions() {}

    /** Takes them out; true if there were any. */
    public static boolean takeOutOf(Element root) {
        var parts = new ForeignPartsOfDecisions();
        parts.collectKinds(root);
        parts.clean(root);
        return parts.changed;
    }

    /** The engine reads no kind of input data. */
    private void collectKinds(Element element) {
        if (!Set.of(ITEM, "inputData").contains(element.getLocalName())) {
            usedKinds.add(SafeXml.withoutPrefix(element.getAttribute(TYPE)));
            SafeXml.children(element).forEach(this::collectKinds);
        }
    }

    private void clean(Element element) {
        for (var child : SafeXml.children(element)) {
            if (isForeign(SafeXml.namespace(child)) || isNote(child)) {
                element.removeChild(child);
                changed = true;
            } else if (!DmnVocabulary.DRAWING.contains(SafeXml.namespace(child))) {
                clean(child);
            }
        }
        SafeXml.attributes(element).stream().filter(this::isForeign).forEach(attribute -> {
            element.removeAttributeNode(attribute);
            changed = true;
        });
    }

    private boolean isNote(Element element) {
        return DmnVocabulary.DMN.equals(SafeXml.namespace(element))
                && (ABOUT.contains(element.getLocalName())
                        || ITEM.equals(element.getLocalName()) && !usedKinds.contains(element.getAttribute("name")));
    }

    private static boolean isForeign(String namespace) {
        return !namespace.isEmpty()
                && !DmnVocabulary.DMN.equals(namespace)
                && !DmnVocabulary.DRAWING.contains(namespace)
                && !namespace.equals(DmnVocabulary.CAMUNDA);
    }

    private boolean isForeign(Attr attribute) {
        var namespace = SafeXml.namespace(attribute);
        if (namespace.isEmpty()
                && TYPE.equals(attribute.getLocalName())
                && SafeXml.withoutPrefix(attribute.getValue()).equalsIgnoreCase("any")) {
            return true;
        }
        if (namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
            return true;
        }
        if (namespace.equals(DmnVocabulary.CAMUNDA)) {
            return NOTES.contains(attribute.getLocalName());
        }
        return isForeign(namespace) && !DmnVocabulary.MODELLER_NOTES.contains(namespace);
    }
}
