package io.ringback.process.check.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which nodes can be reached at all: follows flows, whatever their conditions. */
class Reachability {

    private final ProcessGraph graph;

    Reachability(ProcessGraph graph) {
        this.graph = graph;
    }

    /** Where what no path leads to begins; none if nothing starts at all. */
    List<FlowNode> unreached() {
        var starts = graph.plainStarts(Optional.empty());
        if (starts.isEmpty()) {
            return List.of();
        }
        var covered = reached(starts, true);
        var candidates = new ArrayList<FlowNode>();
        graph.nodes().values().stream().filter(Reachability::isFirst).forEach(candidates::add);
        candidates.addAll(graph.nodes().values());
        var first = new ArrayList<FlowNode>();
        for (var node : candidates) {
            if (!covered.contains(node)) {
                first.add(node);
                covered.addAll(reached(List.of(node), false));
                covered.addAll(insideOf(node));
            }
        }
        return first;
    }

    private static boolean isFirst(FlowNode node) {
        return node.in().isEmpty() && !node.is("boundaryEvent") && node.scope() == null;
    }

    private static Set<FlowNode> insideOf(FlowNode node) {
        var all = new HashSet<>(node.inside());
        node.inside().forEach(inner -> all.addAll(insideOf(inner)));
        return all;
    }

    private Set<FlowNode> reached(Collection<FlowNode> starts, boolean fromStart) {
        var open = new ArrayDeque<>(starts);
        if (fromStart) {
            eventSubProcesses(graph.top(), open);
        }
        var reached = new HashSet<FlowNode>();
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

    private static void eventSubProcesses(List<FlowNode> nodes, ArrayDeque<FlowNode> open) {
        nodes.stream().filter(FlowNode::isEventSubProcess).forEach(open::add);
    }
}
