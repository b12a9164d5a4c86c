package io.ringback.process.check;

import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.bpmn.ForeignParts;
import io.ringback.process.check.bpmn.SendTasks;
import io.ringback.process.check.bpmn.StepFields;
import io.ringback.process.check.dmn.DmnVocabulary;
import io.ringback.process.check.dmn.ForeignPartsOfDecisions;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.check.xml.UnreadableXmlException;
import io.ringback.process.contract.SharedNames;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import org.operaton.bpm.engine.repository.DeploymentBuilder;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A model as it is checked and as the engine is given it: without the parts of other tools, and in the namespaces that
 * the engine reads. So nothing reaches the engine that the check has not seen, and the file is kept as it was written.
 */
public final class EngineCopy {

    /** What means the same to us. The other versions of DMN say all that is allowed here as 1.3 says it. */
    private static final Map<String, String> SAME = Map.of(
            "http://operaton.org/schema/1.0/bpmn",
            BpmnVocabulary.CAMUNDA,
            "http://operaton.org/schema/1.0/dmn",
            DmnVocabulary.CAMUNDA,
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            DmnVocabulary.DMN,
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            DmnVocabulary.DMN,
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            DmnVocabulary.DMN,
            "https://www.omg.org/spec/DMN/20230324/MODEL/",
            DmnVocabulary.DMN,
            "https://www.omg.org/spec/DMN/20240513/MODEL/",
            DmnVocabulary.DMN);

    private boolean changed;

    private EngineCopy() {}

    /** The name in its deployment of a file as it was written, where the engine's copy differs from it. */
    public static String original(String file) {
        return file + ".original";
    }

    /** Puts a file into a deployment as the engine can read it; and beside that, if they differ, as it was written. */
    public static void add(DeploymentBuilder deployment, String file, byte[] content) {
        var kind = ModelKind.of(file).orElseThrow();
        var engineName = kind.engineName(file);
        var copy = of(kind, content);
        deployment.addInputStream(engineName, new ByteArrayInputStream(copy));
        if (!engineName.equals(file) || !Arrays.equals(copy, content)) {
            deployment.addInputStream(original(file), new ByteArrayInputStream(content));
        }
    }

    /**
     * The copy's root, to be checked.
     *
     * @throws UnreadableXmlException when it is no XML, or says one thing in two namespaces that mean the same
     */
    static Element read(ModelKind kind, byte[] content) throws UnreadableXmlException {
        var root = SafeXml.parse(content);
        new EngineCopy().simplify(kind, root);
        return root;
    }

    /** The copy, to be deployed; the content itself if nothing had to be changed in it. */
    static byte[] of(ModelKind kind, byte[] content) {
        if (kind == ModelKind.FORM) {
            return content;
        }
        try {
            var copy = new EngineCopy();
            var root = SafeXml.parse(content);
            copy.simplify(kind, root);
            copy.changed |= kind == ModelKind.PROCESS && StartMessages.tellApart(root);
            return copy.changed ? SafeXml.write(root) : content;
        } catch (UnreadableXmlException e) {
            throw new IllegalArgumentException("expected a model that was checked", e);
        }
    }

    private void simplify(ModelKind kind, Element root) throws UnreadableXmlException {
        rename(root);
        changed |= kind == ModelKind.PROCESS ? ForeignParts.takeOutOf(root) : ForeignPartsOfDecisions.takeOutOf(root);
        if (kind == ModelKind.PROCESS) {
            changed |= SendTasks.asServiceTasks(root);
            changed |= StepFields.asInputs(root, SharedNames.NOTIFY, Set.of(SharedNames.EVENT_TYPE, SharedNames.TEXT));
        }
    }

    private void rename(Element element) throws UnreadableXmlException {
        renameNode(element, element);
        for (var attribute : Set.copyOf(SafeXml.attributes(element))) {
            renameNode(attribute, element);
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var declared = SAME.get(attributes.item(i).getNodeValue());
            if (declared != null
                    && XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(
                            attributes.item(i).getNamespaceURI())) {
                attributes.item(i).setNodeValue(declared);
            }
        }
        for (var child : SafeXml.children(element)) {
            rename(child);
        }
    }

    private void renameNode(Node node, Element owner) throws UnreadableXmlException {
        var same = SAME.get(SafeXml.namespace(node));
        if (same == null) {
            return;
        }
        if (node != owner && owner.hasAttributeNS(same, node.getLocalName())) {
            throw new UnreadableXmlException("%s says %s twice, in the namespaces camunda and operaton: remove one"
                    .formatted(SafeXml.nearestId(owner, owner.getNodeName()), node.getLocalName()));
        }
        owner.getOwnerDocument().renameNode(node, same, node.getNodeName());
        changed = true;
    }
}
