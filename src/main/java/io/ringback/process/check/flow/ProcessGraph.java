package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.xml.SafeXml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * A process as nodes and the flows between them.
 *
 * @param nodes all nodes by id, those in subprocesses included, in file order
 * @param top the nodes that lie in no subprocess
 * @param messages the names of the file's messages by their ids
 */
record ProcessGraph(
        String file, Element process, Map<String, FlowNode> nodes, List<FlowNode> top, Map<String, String> messages) {

    String processId() {
        return process.getAttribute("id");
    }

    /** The names of the messages by which it may begin. */
    Set<String> startMessages() {
        return plainStarts(Optional.empty()).stream().map(this::message).collect(Collectors.toSet());
    }

    /** The nodes directly in the scope of this one. */
    List<FlowNode> beside(FlowNode node) {
        return in(Optional.ofNullable(node.scope()));
    }

    /** The nodes directly in a subprocess, or in the process itself. */
    List<FlowNode> in(Optional<FlowNode> scope) {
        return scope.map(FlowNode::inside).orElse(top);
    }

    /** The scopes around the node, innermost first, the process itself last as empty. */
    List<Optional<FlowNode>> scopesAround(FlowNode node) {
        var scopes = new ArrayList<Optional<FlowNode>>();
        for (var scope = node.scope(); scope != null; scope = scope.scope()) {
            scopes.add(Optional.of(scope));
        }
        scopes.add(Optional.empty());
        return scopes;
    }

    /** Where a scope begins when it is entered by a flow. */
    List<FlowNode> plainStarts(Optional<FlowNode> scope) {
        return in(scope).stream().filter(node -> node.is("startEvent")).toList();
    }

    /** The start events of the event subprocesses in a scope. */
    List<FlowNode> eventStarts(Optional<FlowNode> scope) {
        return in(scope).stream()
                .filter(FlowNode::isEventSubProcess)
                .flatMap(sub -> sub.inside().stream())
                .filter(node -> node.is("startEvent"))
                .toList();
    }

    /** The name of the message the node waits for or throws; empty if none. */
    String message(FlowNode node) {
        var reference = node.definition("messageEventDefinition")
                .map(definition -> definition.getAttribute("messageRef"))
                .orElse(node.is("receiveTask") ? node.element().getAttribute("messageRef") : "");
        return messages.getOrDefault(SafeXml.withoutPrefix(reference), "");
    }

    /** The events among these whose message it is. */
    List<FlowNode> catching(String message) {
        return nodes.values().stream()
                .filter(node -> !node.is("intermediateThrowEvent") && !node.is("endEvent"))
                .filter(node -> message(node).equals(message))
                .toList();
    }

    static Map<String, String> messages(Element root) {
        var names = new LinkedHashMap<String, String>();
        SafeXml.descendants(root, BpmnVocabulary.BPMN, "message")
                .forEach(message -> names.put(message.getAttribute("id"), message.getAttribute("name")));
        return names;
    }
}
