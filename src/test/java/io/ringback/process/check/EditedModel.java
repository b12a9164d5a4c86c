package io.ringback.process.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.check.xml.UnreadableXmlException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A model as a designer has changed it: a shipped file and small edits. Each edit gives a new model and fails when it
 * finds nothing to change, so that no test looks at an unchanged file.
 */
public record EditedModel(String file, String content) {

    /** Prefixes that added pieces of XML may use, beside those of the file. */
    private static final Map<String, String> PREFIXES = Map.of(
            "xmlns:bpmn", "http://www.omg.org/spec/BPMN/20100524/MODEL",
            "xmlns:camunda", "http://camunda.org/schema/1.0/bpmn",
            "xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI",
            "xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC",
            "xmlns:di", "http://www.omg.org/spec/DD/20100524/DI",
            "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");

    private static final Set<String> ARTIFACTS = Set.of("textAnnotation", "association", "group");

    /** A file of {@code processes/} or {@code forms/} as it is. */
    public static EditedModel shipped(String file) {
        var folder = file.endsWith(".form") ? "forms" : "processes";
        return new EditedModel(file, new String(ShippedModels.content(Path.of(folder, file)), StandardCharsets.UTF_8));
    }

    public static EditedModel callbackCase() {
        return shipped("callbackCase.bpmn");
    }

    public static EditedModel retryPolicy() {
        return shipped("retryPolicy.dmn");
    }

    public byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    /** The same under another name; may lie in a folder: {@code sales/x.bpmn20.xml}. */
    public EditedModel named(String otherFile) {
        return new EditedModel(otherFile, content);
    }

    /** Replaces this text wherever it stands. */
    public EditedModel with(String text, String replacement) {
        assertThat(content).contains(text);
        return new EditedModel(file, content.replace(text, replacement));
    }

    /** Replaces what the regular expression fits. */
    public EditedModel withAll(String pattern, String replacement) {
        var changed = content.replaceAll(pattern, replacement);
        assertThat(changed).as(pattern).isNotEqualTo(content);
        return new EditedModel(file, changed);
    }

    /** Sets an attribute of the element with this id, such as {@code name} or {@code camunda:assignee}. */
    public EditedModel set(String id, String attribute, String value) {
        return edited(root -> byId(root, id).setAttribute(attribute, value));
    }

    public EditedModel without(String id, String attribute) {
        return edited(root -> {
            assertThat(byId(root, id).hasAttribute(attribute)).isTrue();
            byId(root, id).removeAttribute(attribute);
        });
    }

    /** Takes away an element, its drawing, and nothing that leads to it. */
    public EditedModel withoutElement(String id) {
        return edited(root -> {
            remove(byId(root, id));
            all(root).stream()
                    .filter(element -> element.getAttribute("bpmnElement").equals(id))
                    .toList()
                    .forEach(EditedModel::remove);
        });
    }

    /** Adds XML at the end of the element with this id. */
    public EditedModel append(String id, String xml) {
        return edited(root -> insert(byId(root, id), null, xml));
    }

    /** Adds XML at the beginning of the element with this id. */
    public EditedModel prepend(String id, String xml) {
        return edited(root -> insert(byId(root, id), afterDocumentation(byId(root, id)), xml));
    }

    /**
     * Puts a node on a sequence flow: the flow leads to it, and a new one from it to where the flow led.
     *
     * @param xml the node, with the attribute id, without incoming and outgoing
     */
    public EditedModel onFlow(String flow, String nodeId, String xml) {
        return edited(root -> {
            var first = byId(root, flow);
            var target = first.getAttribute("targetRef");
            first.setAttribute("targetRef", nodeId);
            var second = "flow_from_" + nodeId;
            insert((Element) first.getParentNode(), first, xml);
            insert((Element) first.getParentNode(), first.getNextSibling(), flow(second, nodeId, target));
            all(byId(root, target)).stream()
                    .filter(element -> element.getNodeName().equals("bpmn:incoming")
                            && element.getTextContent().equals(flow))
                    .forEach(incoming -> incoming.setTextContent(second));
        });
    }

    public static String flow(String id, String from, String to) {
        return "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(id, from, to);
    }

    /** Lets a flow lead elsewhere. */
    public EditedModel leading(String flow, String target) {
        return set(flow, "targetRef", target)
                .edited(root -> all(root).stream()
                        .filter(element -> element.getNodeName().equals("bpmn:incoming")
                                && element.getTextContent().equals(flow))
                        .toList()
                        .forEach(EditedModel::remove));
    }

    /** Any other change of the file's tree. */
    public EditedModel edited(Consumer<Element> edit) {
        try {
            var root = SafeXml.parse(bytes());
            edit.accept(root);
            return new EditedModel(file, new String(SafeXml.write(root), StandardCharsets.UTF_8));
        } catch (UnreadableXmlException e) {
            throw new AssertionError(e);
        }
    }

    /** The element with this id. */
    public static Element byId(Element root, String id) {
        return all(root).stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + id));
    }

    private static List<Element> all(Element root) {
        var elements = new ArrayList<Element>();
        elements.add(root);
        elements.addAll(SafeXml.descendants(root, "*", "*"));
        return elements;
    }

    private static void remove(Element element) {
        element.getParentNode().removeChild(element);
    }

    /** Puts XML before a node of the parent, or at its end. */
    public static void insert(Element parent, @Nullable Node before, String xml) {
        var prefixes = new TreeMap<>(PREFIXES);
        var declared = parent.getOwnerDocument().getDocumentElement().getAttributes();
        for (int i = 0; i < declared.getLength(); i++) {
            if (declared.item(i).getNodeName().startsWith("xmlns")) {
                prefixes.put(declared.item(i).getNodeName(), declared.item(i).getNodeValue());
            }
        }
        var piece = new StringBuilder("<x");
        prefixes.forEach((prefix, namespace) -> piece.append(" %s='%s'".formatted(prefix, namespace)));
        try {
            var parsed = SafeXml.parse((piece + ">" + xml + "</x>").getBytes(StandardCharsets.UTF_8));
            for (var child : SafeXml.children(parsed)) {
                var place =
                        before == null && !ARTIFACTS.contains(child.getLocalName()) ? firstArtifact(parent) : before;
                parent.insertBefore(parent.getOwnerDocument().importNode(child, true), place);
            }
        } catch (UnreadableXmlException e) {
            throw new AssertionError("not readable: " + xml, e);
        }
    }

    /** BPMN wants them behind all else. */
    private static @Nullable Node firstArtifact(Element parent) {
        return SafeXml.children(parent).stream()
                .filter(child -> ARTIFACTS.contains(child.getLocalName()))
                .findFirst()
                .orElse(null);
    }

    /** BPMN wants it before all else. */
    private static @Nullable Node afterDocumentation(Element parent) {
        return SafeXml.children(parent).stream()
                .filter(child -> !"documentation".equals(child.getLocalName()))
                .findFirst()
                .orElse(null);
    }

    /** Nothing of it is drawn any more. */
    public static void withoutDrawing(Element root) {
        SafeXml.children(root).stream()
                .filter(child -> "BPMNDiagram".equals(child.getLocalName()))
                .forEach(EditedModel::remove);
    }

    /** Makes the child of this name the first one, where BPMN wants it. */
    public static void moveToFront(Element root, String id, String childName) {
        var parent = byId(root, id);
        SafeXml.children(parent).stream()
                .filter(child -> childName.equals(child.getLocalName()))
                .findFirst()
                .ifPresent(child -> parent.insertBefore(child, parent.getFirstChild()));
    }
}
