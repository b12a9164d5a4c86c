package io.ringback.process;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** Tells where steps lie that only the path may do that carries the case. */
class Work {

    private final Graph graph;
    private final Script script;
    private final Map<Node, Boolean> known = new HashMap<>();

    Work(Graph graph, Script script) {
        this.graph = graph;
        this.script = script;
    }

    /** Whether such a step lies ahead, before paths join again. */
    boolean isAhead(Node from) {
        return known.computeIfAbsent(from, this::search);
    }

    private boolean search(Node from) {
        var open = new ArrayDeque<Node>();
        var seen = new HashSet<Node>();
        open.add(from);
        while (!open.isEmpty()) {
            var node = open.remove();
            if (!seen.add(node) || Joins.isJoin(node)) {
                continue;
            }
            if (isWork(node)) {
                return true;
            }
            node.out().forEach(link -> open.add(link.to()));
            node.boundary().forEach(open::add);
            node.inside().forEach(open::add);
        }
        return false;
    }

    private boolean isWork(Node node) {
        var step = Steps.delegates(node).stream().map(script.delegates()::get).filter(found -> found != null);
        return step.anyMatch(found -> !found.aside())
                || script.messages().containsKey(graph.message(node))
                || script.saving() != null && WaitRules.isCallTask(graph, node);
    }
}
