package io.ringback.process.check.flow;

import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.contract.Interplay;
import io.ringback.process.contract.ProcessContract;
import io.ringback.process.contract.ServerStage;
import io.ringback.process.contract.SharedNames;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Walks every path through a process, from its start message to each wait and from there by each event that may end the
 * wait, and follows on each what the server knows of the case. Values that matter to gateways are told apart; all else is
 * what is certain on every path that leads to the same place.
 */
class PathWalk {

    /** So many places in all; no drawing for people comes near it. */
    private static final int MOST = 40_000;

    private record Place(FlowNode node, boolean past, ServerStage stage, Map<String, String> facts, String aside) {}

    private final ProcessGraph graph;
    private final Findings findings;
    private final PathSteps steps;
    private final PathWaits waits;
    private final PathFlows gateways;
    private final Map<Place, Set<String>> known = new HashMap<>();
    private final Deque<Place> open = new ArrayDeque<>();
    private final Set<Place> queued = new HashSet<>();
    private final Map<FlowNode, Optional<FlowNode>> catchers = new HashMap<>();
    private final Interplay interplay;
    private int budget = MOST;

    PathWalk(
            ProcessGraph graph,
            ProcessContract contract,
            Interplay interplay,
            KnownModels models,
            ModelVariables variables,
            Findings findings) {
        this.graph = graph;
        this.findings = findings;
        this.interplay = interplay;
        var deciding = VariableUse.deciding(graph, interplay);
        this.steps = new PathSteps(graph, interplay, deciding, models, findings);
        this.waits = new PathWaits(
                graph,
                interplay,
                deciding,
                this,
                new WaitRules(graph, interplay, new LimitRules(interplay, variables, findings), findings));
        this.gateways = new PathFlows(graph, interplay, steps, waits, this, findings);
        begin(contract, interplay.setAtStart().contains(SharedNames.LIST_ID) ? models.attributes() : Set.of());
    }

    private void begin(ProcessContract contract, Set<String> attributes) {
        var state = PathState.at(interplay.first(), interplay.setAtStart()).knowing(attributes);
        steps.enterScope(Optional.empty(), state);
        graph.plainStarts(Optional.empty()).stream()
                .filter(start -> contract.isStart(graph.message(start)))
                .forEach(start -> leave(start, state));
    }

    void run() {
        while (!open.isEmpty() && budget-- > 0) {
            var place = open.remove();
            queued.remove(place);
            var state = new PathState(place.stage(), place.facts(), known.getOrDefault(place, Set.of()), place.aside());
            if (place.past()) {
                go(place.node(), state);
            } else {
                enter(place.node(), state);
            }
        }
        waits.rules().checkWaitingAside();
        if (!open.isEmpty()) {
            findings.error(
                    graph.processId(),
                    Rule.TOO_COMPLEX,
                    "has more ways through it than can be looked at: draw it with fewer elements and gateways");
        }
    }

    WaitRules rules() {
        return waits.rules();
    }

    /** What costs more than a place is counted in addition. */
    void spend(int more) {
        budget -= more;
    }

    /** The path comes to a node. */
    void arrive(FlowNode node, PathState state) {
        add(new Place(node, false, state.stage(), state.facts(), state.aside()), state.known());
    }

    /** The path goes on behind a node. */
    void leave(FlowNode node, PathState state) {
        add(new Place(node, true, state.stage(), state.facts(), state.aside()), state.known());
    }

    private void add(Place place, Set<String> variables) {
        var before = known.get(place);
        if (before == null) {
            known.put(place, variables);
        } else if (variables.containsAll(before)) {
            return;
        } else {
            var both = new TreeSet<>(before);
            both.retainAll(variables);
            known.put(place, both);
        }
        if (queued.add(place)) {
            open.add(place);
        }
    }

    private void enter(FlowNode node, PathState arriving) {
        var waited = node.isAsyncBefore() ? waits.asynchronous(node, arriving) : Optional.of(arriving);
        if (waited.isEmpty()) {
            return;
        }
        for (var state : steps.begin(node, waited.get())) {
            switch (node.type()) {
                case "userTask", "callActivity", "receiveTask", "intermediateCatchEvent", "eventBasedGateway" ->
                    waits.at(node, state);
                case "subProcess" -> enterScope(node, state);
                case "endEvent" -> end(node, state);
                case "intermediateThrowEvent" -> thrown(node, state);
                default -> leave(node, state);
            }
        }
    }

    private void enterScope(FlowNode scope, PathState state) {
        steps.enterScope(Optional.of(scope), state);
        graph.plainStarts(Optional.of(scope)).forEach(start -> arrive(start, state));
    }

    private void go(FlowNode node, PathState state) {
        for (var done : steps.finish(node, state)) {
            var waited = node.isAsyncAfter() ? waits.asynchronous(node, done) : Optional.of(done);
            if (waited.isEmpty()) {
                continue;
            }
            if (node.out().isEmpty()) {
                over(node, waited.get());
            } else {
                gateways.choose(node, waited.get());
            }
        }
    }

    private void thrown(FlowNode node, PathState state) {
        var catcher = catchers.computeIfAbsent(node, thrower -> ThrownEvents.catcher(graph, thrower));
        catcher.ifPresent(event -> caught(event, state));
        if (catcher.filter(FlowNode::interrupts).isEmpty()) {
            leave(node, state);
        }
    }

    private void end(FlowNode node, PathState state) {
        var catcher = catchers.computeIfAbsent(node, thrower -> ThrownEvents.catcher(graph, thrower));
        catcher.ifPresent(event -> caught(event, state));
        if (catcher.filter(FlowNode::interrupts).isEmpty()) {
            over(node, state);
        }
    }

    private void caught(FlowNode event, PathState state) {
        leave(event, event.interrupts() ? state : state.beside(waits.scopeOf(event)));
    }

    /** The path ends at a node: with its scope, or with the process. */
    private void over(FlowNode node, PathState state) {
        var ended = node;
        for (var scope = node.scope(); ; scope = scope.scope()) {
            if (state.isAside() && state.aside().equals(scope == null ? graph.processId() : scope.id())) {
                checkTermination(node, state);
                return;
            }
            if (scope == null) {
                checkEnd(node, state);
                return;
            }
            if (!scope.isEventSubProcess()) {
                if (ended.definition("terminateEventDefinition").isEmpty() && carriesOpenCase(state)) {
                    waits.rules().leavesOpen(scope);
                }
                leave(scope, state);
                return;
            }
            ended = scope;
        }
    }

    private boolean carriesOpenCase(PathState state) {
        return !state.isAside() && !interplay.ends().contains(state.stage());
    }

    private void checkTermination(FlowNode node, PathState state) {
        var scope = node.scope();
        if (node.definition("terminateEventDefinition").isPresent() && (scope == null || !scope.isEventSubProcess())) {
            findings.error(
                    node.id(),
                    Rule.END,
                    "%s ends everything around it while %s: let this path end by a plain end event",
                    node.title(),
                    state.stage().words());
        }
    }

    private void checkEnd(FlowNode node, PathState state) {
        if (carriesOpenCase(state)) {
            findings.error(
                    node.id(),
                    Rule.END,
                    "%s ends the process while %s: lead the path through the steps that close the callback and tell the"
                            + " reception, or back in line",
                    node.title(),
                    state.stage().words());
        }
    }
}
