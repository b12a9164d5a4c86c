package io.ringback.process.check.flow;

import io.ringback.process.contract.Interplay;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** Tells where steps lie that only the path may do that carries the case. */
class CaseSteps {

    private final ProcessGraph graph;
    private final Interplay script;
    private final Map<FlowNode, Boolean> known = new HashMap<>();

    CaseSteps(ProcessGraph graph, Interplay script) {
        this.graph = graph;
        this.script = script;
    }

    /** Whether such a step lies ahead, before paths join again. */
    boolean isAhead(FlowNode from) {
        return known.computeIfAbsent(from, this::search);
    }

    private boolean search(FlowNode from) {
        var open = new ArrayDeque<FlowNode>();
        var seen = new HashSet<FlowNode>();
        open.add(from);
        while (!open.isEmpty()) {
            var node = open.remove();
            if (!seen.add(node) || JoiningGateways.isJoin(node)) {
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

    private boolean isWork(FlowNode node) {
        var step = PathSteps.delegates(node).stream().map(script.delegates()::get).filter(found -> found != null);
        return step.anyMatch(found -> !found.aside())
                || script.messages().containsKey(graph.message(node))
                || script.saving() != null && WaitRules.isCallTask(graph, node);
    }
}
