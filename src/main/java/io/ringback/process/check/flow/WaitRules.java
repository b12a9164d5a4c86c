package io.ringback.process.check.flow;

import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.contract.Interplay;
import io.ringback.process.contract.ProcessContract;
import io.ringback.process.contract.ServerStage;
import io.ringback.process.contract.SharedNames;
import io.ringback.process.contract.WaitDemands;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds each place where a path waits against what the contract demands of waits in its stage. */
class WaitRules {

    private final ProcessGraph graph;
    private final Interplay interplay;
    private final LimitRules limits;
    private final Findings findings;
    private final Map<FlowNode, FlowNode> waitingAside = new LinkedHashMap<>();
    private final Map<String, List<FlowNode>> catching = new HashMap<>();
    private final Set<FlowNode> leftOpen = new HashSet<>();
    private final Set<String> holding = new TreeSet<>();
    private boolean waitsUnoffered;
    private boolean areUnofferedTimed = true;

    WaitRules(ProcessGraph graph, Interplay interplay, LimitRules limits, Findings findings) {
        this.limits = limits;
        this.graph = graph;
        this.interplay = interplay;
        this.findings = findings;
    }

    static boolean isTimer(FlowNode event) {
        return event.definition("timerEventDefinition").isPresent();
    }

    /** Whether the server takes it for the task in which the agent calls and saves. */
    boolean isCallTask(FlowNode node) {
        return isCallTask(graph, node);
    }

    static boolean isCallTask(ProcessGraph graph, FlowNode node) {
        return node.is("userTask")
                && (SharedNames.TASKS_OF_THE_CALL.contains(node.id())
                        || node.boundary().stream()
                                .anyMatch(event -> SharedNames.WORDS_OF_CALLS.contains(graph.message(event))));
    }

    /**
     * Whether the path may wait here; what is missing all the same is reported.
     *
     * @param events what may happen meanwhile
     */
    boolean mayWait(FlowNode node, PathState state, List<FlowNode> events, WaitKind wait) {
        if (state.isAside()) {
            return mayWaitAside(node, events);
        }
        var waiting = interplay.waiting().get(state.stage());
        if (waiting == null) {
            return true;
        }
        if (waiting.isRefused()) {
            findings.error(
                    node.id(),
                    Rule.WAIT,
                    "%s makes the case wait while %s: %s",
                    node.title(),
                    state.stage().words(),
                    waiting.refusal());
            return false;
        }
        if (waiting.isCallTask() && (wait == WaitKind.FOR_WORKER || !isCallTask(node))) {
            findings.error(
                    node.id(),
                    Rule.CALL_TASK,
                    "%s makes the case wait while %s, and the agent could save nothing: wait only in the tasks of the call"
                            + " (a user task with 'Call started' or 'Call ended' on its edge)",
                    node.title(),
                    state.stage().words());
            return false;
        }
        if (isCaughtTwice(events)) {
            return false;
        }
        waiting.ending().forEach(message -> checkEnding(node, state, message, events));
        waiting.beside().forEach(message -> checkBeside(node, state, message, events));
        if (state.stage() == ServerStage.HELD_BACK) {
            checkHeldBack(node, state, events);
        } else {
            checkExpected(node, state, waiting, events);
        }
        return true;
    }

    private void checkEnding(FlowNode node, PathState state, String message, List<FlowNode> events) {
        var catching = catching(message, events);
        if (catching.isEmpty()) {
            reportUncaught(node, state, message);
        } else if (catching.stream().noneMatch(FlowNode::interrupts)) {
            var event = catching.get(0);
            findings.error(
                    event.id(),
                    Rule.INTERRUPTING,
                    "%s does not end what it interrupts, but after %s the server takes the case for left: make the event"
                            + " interrupting",
                    event.title(),
                    message);
        }
    }

    private void checkBeside(FlowNode node, PathState state, String message, List<FlowNode> events) {
        var catching = catching(message, events);
        if (catching.isEmpty()) {
            reportUncaught(node, state, message);
        } else if (catching.stream().allMatch(FlowNode::interrupts)) {
            var event = catching.get(0);
            findings.error(
                    event.id(),
                    Rule.INTERRUPTING,
                    "%s ends what it interrupts, but the case must go on after %s: make the event non-interrupting",
                    event.title(),
                    message);
        }
    }

    private void checkExpected(FlowNode node, PathState state, WaitDemands waiting, List<FlowNode> events) {
        var expected = waiting.expected();
        var isExpected = !expected.isEmpty() && !catching(expected, events).isEmpty();
        if (isExpected) {
            checkEnding(node, state, expected, events);
        } else if (!expected.isEmpty()) {
            waitsUnoffered = true;
            areUnofferedTimed &= !ending(events).isEmpty();
            findings.error(
                    node.id(),
                    Rule.WAIT,
                    "%s makes the case wait without %s, but agents are given what is in line at any time: wait in an"
                            + " event-based gateway or task that catches it, beside a timer such as #{expiresAt}; or let a"
                            + " timer end the wait, and offer the callback behind it (offerCallbackDelegate)",
                    node.title(),
                    expected);
        }
        var timers = events.stream()
                .filter(event -> isTimer(event) && event.interrupts())
                .toList();
        if (isExpected || waiting.isCallTask()) {
            limits.check(state.stage(), timers);
        }
        if ((isExpected || waiting.isCallTask()) && timers.isEmpty()) {
            findings.error(
                    node.id(),
                    Rule.TIME_LIMIT,
                    "%s may wait for ever, since no timer ends it while %s: add an interrupting timer, such as %s",
                    node.title(),
                    state.stage().words(),
                    ProcessContract.timersOf(state.stage()));
        }
    }

    /** It must come to an end, and agents must be given the callback some time. */
    private void checkHeldBack(FlowNode node, PathState state, List<FlowNode> events) {
        var timers = ending(events);
        limits.check(state.stage(), timers);
        if (timers.isEmpty()) {
            findings.error(
                    node.id(),
                    Rule.TIME_LIMIT,
                    "%s may wait for ever, since no timer ends it while %s: add an interrupting timer, such as %s",
                    node.title(),
                    state.stage().words(),
                    ProcessContract.timersOf(state.stage()));
        } else if (catching(SharedNames.CALLBACK_ALLOCATED, events).isEmpty()) {
            timers.forEach(timer -> holding.add(timer.id()));
        } else if (limits.areExpiries(timers)) {
            findings.error(
                    node.id(),
                    Rule.WAIT,
                    "%s waits for an agent though %s, and the process waits elsewhere before it offers it, so that nobody is"
                            + " given it here: lead the path through a step that calls offerCallbackDelegate",
                    node.title(),
                    state.stage().words());
        }
    }

    private static List<FlowNode> ending(List<FlowNode> events) {
        return events.stream()
                .filter(event -> isTimer(event) && event.interrupts())
                .toList();
    }

    /** The timers that end the waits in which the callback is held back. */
    Set<String> holding() {
        return holding;
    }

    /** Whether the case waits in line where no agent can be given it. */
    boolean waitsUnoffered() {
        return waitsUnoffered;
    }

    /** Whether a timer ends each of those waits. */
    boolean areUnofferedTimed() {
        return areUnofferedTimed;
    }

    /** The engine would not know which of them is meant. */
    private boolean isCaughtTwice(List<FlowNode> events) {
        var seen = new HashSet<String>();
        var again = events.stream()
                .filter(event -> interplay.messages().containsKey(graph.message(event)))
                .filter(event -> !seen.add(graph.message(event)))
                .toList();
        again.forEach(event -> reportTwice(event, "which is caught by another event at the same time"));
        return !again.isEmpty();
    }

    private void reportTwice(FlowNode event, String why) {
        findings.error(
                event.id(),
                Rule.MESSAGE_CAUGHT_TWICE,
                "%s catches %s, %s: the server sends it once, to the one that carries the case; remove one",
                event.title(),
                graph.message(event),
                why);
    }

    private List<FlowNode> catching(String message, List<FlowNode> events) {
        return events.stream()
                .filter(event -> graph.message(event).equals(message))
                .toList();
    }

    /** What nothing in the process catches is reported by {@code ContractCheck}. */
    private void reportUncaught(FlowNode node, PathState state, String message) {
        var elsewhere = catching.computeIfAbsent(message, graph::catching);
        if (elsewhere.isEmpty()) {
            return;
        }
        var event = elsewhere.size() == 1 ? elsewhere.get(0) : node;
        findings.error(
                event.id(),
                Rule.MESSAGE_NOT_CAUGHT,
                "%s is not caught while the case waits in %s and %s: put its event where it covers that too, for instance on"
                        + " the edge of the subprocess around",
                message,
                node.title(),
                state.stage().words());
    }

    private boolean mayWaitAside(FlowNode node, List<FlowNode> events) {
        events.stream()
                .filter(event -> interplay.messages().containsKey(graph.message(event)))
                .forEach(event -> reportTwice(event, "which is meant for the path that carries the case"));
        graph.scopesAround(node).stream()
                .flatMap(Optional::stream)
                .filter(scope -> !scope.isEventSubProcess())
                .forEach(scope -> waitingAside.putIfAbsent(scope, node));
        return true;
    }

    /** The case leaves a subprocess by an end that does not end the other paths in it. */
    void leavesOpen(FlowNode scope) {
        leftOpen.add(scope);
    }

    /** A subprocess is left only when every path in it has ended. */
    void checkWaitingAside() {
        waitingAside.forEach((scope, node) -> {
            if (leftOpen.contains(scope)) {
                findings.error(
                        node.id(),
                        Rule.WAIT,
                        "%s keeps %s open, so that the case does not go on before it is done: draw it behind or beside"
                                + " that subprocess, or let a terminate event end the subprocess",
                        node.title(),
                        scope.title());
            }
        });
    }
}
