package io.ringback.process.check;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;

import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.ProcessContract;
import java.util.HashMap;
import org.w3c.dom.Element;

/**
 * Gives each process of callbacks a start message of its own, where all are drawn to begin by the same: the engine takes a
 * name for one process only, and is told by the server which process to start anyway. Only its copy is changed.
 */
final class StartMessages {

    private StartMessages() {}

    /** True if there were any. */
    static boolean tellApart(Element root) {
        var names = new HashMap<String, String>();
        SafeXml.descendants(root, BPMN, "message")
                .forEach(message -> names.put(message.getAttribute("id"), message.getAttribute("name")));
        var changed = false;
        for (var process : SafeXml.descendants(root, BPMN, "process")) {
            if (!BpmnVocabulary.isDrawnOnly(process)) {
                for (var child : SafeXml.children(process)) {
                    if (child.getLocalName().equals("startEvent")) {
                        for (var definition : SafeXml.descendants(child, BPMN, "messageEventDefinition")) {
                            changed |= rename(root, process.getAttribute("id"), definition, names);
                        }
                    }
                }
            }
        }
        return changed;
    }

    private static boolean rename(Element root, String processId, Element definition, HashMap<String, String> names) {
        var drawn = names.getOrDefault(SafeXml.withoutPrefix(definition.getAttribute("messageRef")), "");
        var told = ProcessContract.engineStart(processId, drawn);
        if (told.equals(drawn)) {
            return false;
        }
        var prefix = root.getPrefix();
        var message = root.getOwnerDocument().createElementNS(BPMN, prefix == null ? "message" : prefix + ":message");
        message.setAttributeNS(null, "id", told);
        message.setAttributeNS(null, "name", told);
        root.insertBefore(message, root.getFirstChild());
        var reference = definition.getAttribute("messageRef");
        definition.setAttributeNS(null, "messageRef", reference.substring(0, reference.indexOf(':') + 1) + told);
        return true;
    }
}
