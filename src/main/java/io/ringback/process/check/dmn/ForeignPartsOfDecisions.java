package io.ringback.process.check.dmn;

import io.ringback.process.check.xml.SafeXml;
import java.util.Set;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The same as {@code ForeignParts} for decisions, whose drawing the engine never reads. */
public final class ForeignPartsOfDecisions {

    private static final Set<String> NOTES = Set.of("modelerTemplate", "modelerTemplateVersion", "diagramRelationId");

    private boolean changed;

    private ForeignPartsOfDecisions() {}

    /** Takes them out; true if there were any. */
    public static boolean takeOutOf(Element root) {
        var parts = new ForeignPartsOfDecisions();
        parts.clean(root);
        return parts.changed;
    }

    private void clean(Element element) {
        for (var child : SafeXml.children(element)) {
            if (isForeign(SafeXml.namespace(child))) {
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

    private static boolean isForeign(String namespace) {
        return !namespace.isEmpty()
                && !DmnVocabulary.DMN.equals(namespace)
                && !DmnVocabulary.DRAWING.contains(namespace)
                && !namespace.equals(DmnVocabulary.CAMUNDA);
    }

    private boolean isForeign(Attr attribute) {
        var namespace = SafeXml.namespace(attribute);
        if (namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
            return true;
        }
        if (namespace.equals(DmnVocabulary.CAMUNDA)) {
            return NOTES.contains(attribute.getLocalName());
        }
        return isForeign(namespace) && !DmnVocabulary.MODELLER_NOTES.contains(namespace);
    }
}
