package io.ringback.process.check.flow;

import io.ringback.process.contract.Interplay;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * Of several paths that go on at once, only one carries the case. Tells where steps lie that only that one may do.
 */
class CaseSteps {

    private final ProcessGraph graph;
    private final Interplay interplay;
    private final Map<FlowNode, Boolean> known = new HashMap<>();

    CaseSteps(ProcessGraph graph, Interplay interplay) {
        this.graph = graph;
        this.interplay = interplay;
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
        var step = PathSteps.delegates(node).stream()
                .map(interplay.delegates()::get)
                .filter(found -> found != null);
        return step.anyMatch(found -> !found.aside())
                || interplay.messages().containsKey(graph.message(node))
                || interplay.saving() != null && WaitRules.isCallTask(graph, node);
    }
}
