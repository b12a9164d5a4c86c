package io.ringback.process.check.flow;

import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import java.util.Set;

/** Gateways must have a way on that the engine accepts, and what is drawn must be reached. */
class FlowRules {

    private static final Set<String> CAUGHT = Set.of("intermediateCatchEvent", "receiveTask");

    private static final Set<String> CHOOSING = Set.of("exclusiveGateway", "inclusiveGateway");

    private final ProcessGraph graph;
    private final Findings findings;
    private final Reachability reach;

    FlowRules(ProcessGraph graph, Findings findings) {
        this.graph = graph;
        this.findings = findings;
        this.reach = new Reachability(graph);
    }

    void check() {
        for (var node : graph.nodes().values()) {
            switch (node.type()) {
                case "exclusiveGateway" -> checkExclusive(node);
                case "eventBasedGateway" -> checkEventBased(node);
                case "parallelGateway" -> checkJoin(node);
                default -> {
                    // any other may have any flows
                }
            }
            checkConditions(node);
            checkDefault(node);
        }
        reach.unreached()
                .forEach(node -> findings.error(
                        node.id(),
                        Rule.UNREACHABLE,
                        "no path from the start leads to %s: draw a flow to it, or remove it",
                        node.title()));
    }

    private void checkExclusive(FlowNode gateway) {
        if (gateway.out().size() == 1) {
            gateway.out().stream()
                    .filter(SequenceFlow::hasCondition)
                    .forEach(link -> report(link, "is the only way out of %s and has a condition: remove it", gateway));
            return;
        }
        gateway.out().stream()
                .filter(link -> !link.hasCondition() && !link.isDefault())
                .forEach(link -> report(
                        link, "leaves %s without a condition: give it one, or make it the default flow", gateway));
    }

    /** The engine evaluates those behind a task before its outputs are set, and others not at all. */
    private void checkConditions(FlowNode node) {
        if (!CHOOSING.contains(node.type())) {
            node.out().stream()
                    .filter(SequenceFlow::hasCondition)
                    .forEach(link ->
                            report(link, "leaves %s with a condition: put an exclusive gateway behind it", node));
        }
    }

    private void checkDefault(FlowNode node) {
        node.out().stream()
                .filter(link -> link.isDefault() && link.hasCondition())
                .forEach(link ->
                        report(link, "is the default flow of %s and has a condition: remove one of both", node));
        var named = node.element().getAttribute("default");
        if (!named.isEmpty() && node.out().stream().noneMatch(SequenceFlow::isDefault)) {
            findings.error(
                    node.id(),
                    Rule.REFERENCE,
                    "the default flow '%s' of %s does not leave it: choose another",
                    named,
                    node.title());
        }
    }

    private void checkEventBased(FlowNode gateway) {
        if (gateway.out().isEmpty()) {
            findings.error(
                    gateway.id(), Rule.GATEWAY, "%s leads nowhere: draw the events it waits for", gateway.title());
        }
        gateway.out().stream()
                .filter(link ->
                        !CAUGHT.contains(link.to().type()) || link.to().in().size() > 1)
                .forEach(link -> report(
                        link, "leads from %s to what is no event of its own: lead it to a catching event", gateway));
    }

    private void report(SequenceFlow link, String message, FlowNode node) {
        findings.error(link.id(), Rule.GATEWAY, message, node.title());
    }

    /** A join whose paths are alternatives waits for ever. */
    private void checkJoin(FlowNode join) {
        if (join.in().size() < 2) {
            return;
        }
        var isForked = !JoiningGateways.forks(join).isEmpty();
        if (!isForked) {
            findings.error(
                    join.id(),
                    Rule.JOIN,
                    "%s waits for paths of which only one is ever taken: join alternatives by an exclusive gateway",
                    join.title());
        }
    }

    /** Without an interplay to walk by, every gateway must have a way out whatever the values are. */
    void checkWaysOn() {
        graph.nodes().values().stream()
                .filter(node -> node.out().size() > 0 && CHOOSING.contains(node.type()))
                .filter(node -> node.out().stream().allMatch(link -> link.hasCondition() && !link.isDefault()))
                .forEach(node -> findings.error(
                        node.id(),
                        Rule.NO_WAY_ON,
                        "%s has no way on when none of its conditions is true: make one of its flows the default flow",
                        node.title()));
    }
}
