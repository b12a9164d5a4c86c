package io.ringback.process.check.flow;

import io.ringback.process.contract.Interplay;
import io.ringback.process.contract.InterplayStep;
import io.ringback.process.contract.SharedNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may happen while a process waits, and what must be so there for the server to go on with it. */
class PathWaits {

    private record Position(FlowNode node, String aside) {}

    private final ProcessGraph graph;
    private final Interplay interplay;
    private final PathWalk walk;
    private final WaitRules rules;
    private final Set<String> deciding;
    private final Map<Position, List<FlowNode>> around = new HashMap<>();
    private final Map<FlowNode, Boolean> waitingJoins = new HashMap<>();

    /** @param deciding variables of which the value matters to the path that is taken */
    PathWaits(ProcessGraph graph, Interplay interplay, Set<String> deciding, PathWalk walk, WaitRules rules) {
        this.graph = graph;
        this.deciding = deciding;
        this.interplay = interplay;
        this.walk = walk;
        this.rules = rules;
    }

    /** The path waits in a task or event. */
    void at(FlowNode node, PathState state) {
        var own = own(node);
        var around = around(node, state);
        var all = new ArrayList<>(own);
        all.addAll(around);
        walk.spend(all.size());
        if (!rules.mayWait(node, state, all, WaitKind.FOR_EVENTS)) {
            return;
        }
        if (node.is("userTask") || node.is("callActivity")) {
            done(node, state);
        }
        all.forEach(event -> occurs(event, state, own.contains(event)));
    }

    /** The path waits for the engine's worker, which takes it up whenever it can. */
    Optional<PathState> asynchronous(FlowNode node, PathState state) {
        var around = around(node, state);
        walk.spend(around.size());
        if (!rules.mayWait(node, state, around, WaitKind.FOR_WORKER)) {
            return Optional.empty();
        }
        around.forEach(event -> occurs(event, state, false));
        return Optional.of(later(state));
    }

    /** The path waits for the others that a joining gateway needs, unless none of them waits for anything. */
    boolean mayJoin(FlowNode join, PathState state) {
        if (!waitingJoins.computeIfAbsent(join, JoiningGateways::waits)) {
            return true;
        }
        var around = around(join, state);
        walk.spend(around.size());
        return rules.mayWait(join, state, around, WaitKind.FOR_EVENTS);
    }

    WaitRules rules() {
        return rules;
    }

    /** The id of the scope in which a path begins that an event opens beside the one that waits. */
    String scopeOf(FlowNode event) {
        var scope = event.scope();
        return scope == null ? graph.processId() : scope.id();
    }

    /** What ends the wait at the node itself. */
    private List<FlowNode> own(FlowNode node) {
        if (node.is("eventBasedGateway")) {
            return node.out().stream().map(SequenceFlow::to).toList();
        }
        return node.is("userTask") || node.is("callActivity") ? List.of() : List.of(node);
    }

    /** The events on its edge and around it; for a path beside the case, only within its own scope. */
    private List<FlowNode> around(FlowNode node, PathState state) {
        return around.computeIfAbsent(new Position(node, state.aside()), position -> search(node, state));
    }

    private List<FlowNode> search(FlowNode node, PathState state) {
        var events = new ArrayList<>(node.boundary());
        for (var scope : graph.scopesAround(node)) {
            if (state.isAside() && state.aside().equals(scope.map(FlowNode::id).orElse(graph.processId()))) {
                break;
            }
            events.addAll(graph.eventStarts(scope));
            scope.ifPresent(sub -> events.addAll(sub.boundary()));
        }
        return events;
    }

    /** After a wait. What holds callbacks back asks again later whether they can be called, and is told as before. */
    private PathState later(PathState state) {
        var later = state.later();
        return interplay.holdsBack() && state.known().contains(SharedNames.CALLABLE)
                ? later.knowing(Set.of(SharedNames.CALLABLE))
                : later;
    }

    private void done(FlowNode task, PathState state) {
        var saving = interplay.saving();
        if (saving != null && rules.isCallTask(task) && state.stage().isInHand()) {
            follow(saving, later(state), true, task);
        } else {
            walk.leave(task, later(state));
        }
    }

    private void occurs(FlowNode event, PathState state, boolean isOwn) {
        var message = graph.message(event);
        if (WaitRules.isTimer(event)) {
            next(event, later(state), isOwn);
        } else if (!message.isEmpty()) {
            var step = interplay.messages().get(message);
            if (state.isAside() || step == null) {
                next(event, step == null ? later(state) : later(state).knowing(allSet(step)), isOwn);
            } else {
                follow(step, later(state), isOwn || isMeantToCarry(message, state), event);
            }
        }
    }

    /** One that is drawn the other way round is reported, and followed as it is meant. */
    private boolean isMeantToCarry(String message, PathState state) {
        var waiting = interplay.waiting().get(state.stage());
        return waiting == null || !waiting.beside().contains(message);
    }

    private static Set<String> allSet(InterplayStep step) {
        var all = new HashSet<String>();
        step.effects().forEach(move -> all.addAll(move.sets()));
        return all;
    }

    private void follow(InterplayStep step, PathState state, boolean carries, FlowNode behind) {
        for (var move : step.from(state.stage())) {
            for (var facts : move.combinations(deciding)) {
                var after = state.in(move.to()).knowing(move.sets()).supposing(facts);
                walk.leave(behind, carries ? after : after.beside(scopeOf(behind)));
            }
        }
    }

    private void next(FlowNode event, PathState state, boolean isOwn) {
        walk.leave(event, isOwn || event.interrupts() ? state : state.beside(scopeOf(event)));
    }
}
