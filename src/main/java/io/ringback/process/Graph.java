package io.ringback.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/**
 * A process as nodes and the flows between them.
 *
 * @param nodes all nodes by id, those in subprocesses included, in file order
 * @param top the nodes that lie in no subprocess
 * @param messages the names of the file's messages by their ids
 */
record Graph(String file, Element process, Map<String, Node> nodes, List<Node> top, Map<String, String> messages) {

    String processId() {
        return process.getAttribute("id");
    }

    /** The nodes directly in the scope of this one. */
    List<Node> beside(Node node) {
        return in(Optional.ofNullable(node.scope()));
    }

    /** The nodes directly in a subprocess, or in the process itself. */
    List<Node> in(Optional<Node> scope) {
        return scope.map(Node::inside).orElse(top);
    }

    /** The scopes around the node, innermost first, the process itself last as empty. */
    List<Optional<Node>> scopesAround(Node node) {
        var scopes = new ArrayList<Optional<Node>>();
        for (var scope = node.scope(); scope != null; scope = scope.scope()) {
            scopes.add(Optional.of(scope));
        }
        scopes.add(Optional.empty());
        return scopes;
    }

    /** Where a scope begins when it is entered by a flow. */
    List<Node> plainStarts(Optional<Node> scope) {
        return in(scope).stream().filter(node -> node.is("startEvent")).toList();
    }

    /** The start events of the event subprocesses in a scope. */
    List<Node> eventStarts(Optional<Node> scope) {
        return in(scope).stream()
                .filter(Node::isEventSubProcess)
                .flatMap(sub -> sub.inside().stream())
                .filter(node -> node.is("startEvent"))
                .toList();
    }

    /** The name of the message the node waits for or throws; empty if none. */
    String message(Node node) {
        var reference = node.definition("messageEventDefinition")
                .map(definition -> definition.getAttribute("messageRef"))
                .orElse(node.is("receiveTask") ? node.element().getAttribute("messageRef") : "");
        return messages.getOrDefault(reference.substring(reference.indexOf(':') + 1), "");
    }

    /** The events among these whose message it is. */
    List<Node> catching(String message) {
        return nodes.values().stream()
                .filter(node -> !node.is("intermediateThrowEvent") && !node.is("endEvent"))
                .filter(node -> message(node).equals(message))
                .toList();
    }

    /** Whether such a node lies in the scope, at any depth. */
    boolean holds(Node scope, Predicate<Node> wanted) {
        return scope.inside().stream().anyMatch(node -> wanted.test(node) || holds(node, wanted));
    }

    static Map<String, String> messages(Element root) {
        var names = new LinkedHashMap<String, String>();
        SafeXml.descendants(root, BpmnVocabulary.BPMN, "message")
                .forEach(message -> names.put(message.getAttribute("id"), message.getAttribute("name")));
        return names;
    }
}
