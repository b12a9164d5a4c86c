package io.ringback.process;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows flows, whatever their conditions. */
class Reach {

    private final Graph graph;

    Reach(Graph graph) {
        this.graph = graph;
    }

    /** The nodes that no path leads to, those inside of such a subprocess left out; none if nothing starts at all. */
    List<Node> unreached() {
        var starts = graph.plainStarts(Optional.empty());
        if (starts.isEmpty()) {
            return List.of();
        }
        var reached = reached(starts);
        return graph.nodes().values().stream()
                .filter(node -> !reached.contains(node))
                .filter(node -> node.scope() == null || reached.contains(node.scope()))
                .toList();
    }

    private Set<Node> reached(Collection<Node> starts) {
        var open = new ArrayDeque<>(starts);
        eventSubProcesses(graph.top(), open);
        var reached = new HashSet<Node>();
        while (!open.isEmpty()) {
            var node = open.remove();
            if (reached.add(node)) {
                node.out().forEach(link -> open.add(link.to()));
                open.addAll(node.boundary());
                node.inside().stream().filter(inner -> inner.is("startEvent")).forEach(open::add);
                eventSubProcesses(node.inside(), open);
            }
        }
        return reached;
    }

    private static void eventSubProcesses(List<Node> nodes, ArrayDeque<Node> open) {
        nodes.stream().filter(Node::isEventSubProcess).forEach(open::add);
    }
}
