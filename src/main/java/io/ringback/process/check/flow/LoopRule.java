package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.Condition;
import io.ringback.process.check.bpmn.ConditionParser;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.contract.Interplay;
import io.ringback.process.contract.ServerStage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A loop must wait for something on its way round. Waits are tasks of people, messages, and timers of a length; a date
 * that has passed is none, unless the loop sets it anew.
 */
class LoopRule {

    /** Shorter timers only slow a loop down. */
    private static final long SHORTEST_SECONDS = 60;

    private static final Set<String> WAITING = Set.of("userTask", "receiveTask");

    private final ProcessGraph graph;
    private final Interplay interplay;
    private final Findings findings;
    private final Map<FlowNode, List<FlowNode>> next = new HashMap<>();

    /** @param interplay tells which steps set which times; null when nothing is known of them */
    LoopRule(ProcessGraph graph, @Nullable Interplay interplay, Findings findings) {
        this.graph = graph;
        this.interplay = interplay == null
                ? new Interplay(ServerStage.READY, Set.of(), Map.of(), Map.of(), null, Map.of(), Set.of())
                : interplay;
        this.findings = findings;
    }

    void check() {
        graph.nodes().values().forEach(node -> next.put(node, next(node)));
        var core = core(new LinkedHashSet<>(graph.nodes().values()));
        var set = set(core);
        core.removeIf(node -> deadline(node).filter(set::contains).isPresent());
        core = core(core);
        if (!core.isEmpty()) {
            report(cycle(core));
        }
    }

    private void report(List<FlowNode> cycle) {
        findings.error(
                cycle.get(0).id(),
                Rule.LOOP,
                "%s is part of a loop that never waits (%s): put a task, message or timer of a minute at least into it",
                cycle.get(0).title(),
                String.join(" > ", cycle.stream().limit(8).map(FlowNode::id).toList()));
    }

    /** Where a path may be at once that is in this node, or that waits in it. */
    private List<FlowNode> next(FlowNode node) {
        var following = new ArrayList<>(node.boundary());
        if (node.is("subProcess")) {
            node.inside().stream()
                    .filter(inner -> inner.is("startEvent") || inner.isEventSubProcess())
                    .forEach(following::add);
        } else if (!waits(node)) {
            ThrownEvents.catcher(graph, node).ifPresent(following::add);
            following.addAll(after(node));
        }
        return following;
    }

    private List<FlowNode> after(FlowNode node) {
        var scope = node.scope();
        if (!node.out().isEmpty() || scope == null) {
            return node.out().stream().map(SequenceFlow::to).toList();
        }
        return scope.isEventSubProcess()
                ? Optional.ofNullable(scope.scope()).map(this::after).orElse(List.of())
                : after(scope);
    }

    private boolean waits(FlowNode node) {
        if (WAITING.contains(node.type())) {
            return true;
        }
        if (!graph.message(node).isEmpty() && !node.is("intermediateThrowEvent") && !node.is("endEvent")) {
            return true;
        }
        return node.timer()
                .flatMap(TimerText::seconds)
                .filter(seconds -> seconds >= SHORTEST_SECONDS)
                .isPresent();
    }

    /** The variable with the time that an event waits for. */
    private static Optional<String> deadline(FlowNode node) {
        return node.timer()
                .flatMap(ConditionParser::parse)
                .flatMap(condition -> condition.reads().findFirst())
                .map(Condition.Read::variable);
    }

    private Set<String> set(Set<FlowNode> nodes) {
        var names = new HashSet<String>();
        nodes.stream()
                .flatMap(node -> PathSteps.delegates(node).stream())
                .flatMap(delegate -> Stream.ofNullable(interplay.delegates().get(delegate)))
                .flatMap(step -> step.effects().stream())
                .forEach(move -> names.addAll(move.sets()));
        return names;
    }

    /** What is left when nodes that lead nowhere, or that nothing leads to, are taken away again and again. */
    private Set<FlowNode> core(Set<FlowNode> nodes) {
        var left = peeled(nodes, next);
        var back = new HashMap<FlowNode, List<FlowNode>>();
        left.forEach(node -> next.getOrDefault(node, List.of())
                .forEach(other ->
                        back.computeIfAbsent(other, key -> new ArrayList<>()).add(node)));
        return peeled(left, back);
    }

    private static Set<FlowNode> peeled(Set<FlowNode> nodes, Map<FlowNode, List<FlowNode>> edges) {
        var leadingIn = new HashMap<FlowNode, Integer>();
        nodes.forEach(node -> edges.getOrDefault(node, List.of()).stream()
                .filter(nodes::contains)
                .forEach(other -> leadingIn.merge(other, 1, Integer::sum)));
        var left = new LinkedHashSet<>(nodes);
        var open = new ArrayDeque<FlowNode>();
        nodes.stream().filter(node -> !leadingIn.containsKey(node)).forEach(open::add);
        while (!open.isEmpty()) {
            var node = open.remove();
            left.remove(node);
            edges.getOrDefault(node, List.of()).stream()
                    .filter(left::contains)
                    .filter(other -> leadingIn.merge(other, -1, Integer::sum) == 0)
                    .forEach(open::add);
        }
        return left;
    }

    private List<FlowNode> cycle(Set<FlowNode> core) {
        var path = new ArrayList<FlowNode>();
        var node = core.iterator().next();
        while (!path.contains(node)) {
            path.add(node);
            node = next.getOrDefault(node, List.of()).stream()
                    .filter(core::contains)
                    .findFirst()
                    .orElse(node);
        }
        return path.subList(path.indexOf(node), path.size());
    }
}
