package io.ringback.process.check.bpmn;

import io.ringback.process.check.xml.SafeXml;
import java.util.List;
import org.w3c.dom.Element;

/** Tasks drawn as sending: with a delegate they do what a service task does, so that both may be drawn. */
public final class SendTasks {

    private static final List<String> MESSAGE = List.of("messageRef", "operationRef");

    private SendTasks() {}

    /**
     * Makes service tasks of those that name a delegate; true if there were any. The message that they may name is told
     * to nobody.
     */
    public static boolean asServiceTasks(Element root) {
        var sending = SafeXml.descendants(root, BpmnVocabulary.BPMN, "sendTask").stream()
                .filter(task ->
                        !Extensions.attribute(task, "delegateExpression").isEmpty())
                .toList();
        for (var task : sending) {
            MESSAGE.forEach(task::removeAttribute);
            var prefix = task.getPrefix();
            task.getOwnerDocument()
                    .renameNode(task, BpmnVocabulary.BPMN, prefix == null ? "serviceTask" : prefix + ":serviceTask");
        }
        return !sending.isEmpty();
    }
}
