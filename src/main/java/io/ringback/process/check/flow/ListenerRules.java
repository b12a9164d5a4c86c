package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.bpmn.DrawnPart;
import io.ringback.process.check.bpmn.Extensions;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Listeners may stand only where {@link PathSteps} follows what they call whenever the engine does. */
class ListenerRules {

    /** What something may interrupt, on which the engine calls the listeners of their end too. */
    private static final Set<String> INTERRUPTED = Set.of(
            "userTask", "callActivity", "receiveTask", "intermediateCatchEvent", "eventBasedGateway", "subProcess");

    private static final Set<String> NOT_COME_TO = Set.of("startEvent", "boundaryEvent");

    private final ProcessGraph graph;
    private final Findings findings;

    ListenerRules(ProcessGraph graph, Findings findings) {
        this.graph = graph;
        this.findings = findings;
    }

    void check() {
        SafeXml.descendants(graph.process(), BpmnVocabulary.CAMUNDA, "executionListener")
                .forEach(listener -> complaint(listener)
                        .ifPresent(complaint -> findings.error(
                                DrawnPart.idAround(listener),
                                Rule.LISTENER,
                                "%s: call the delegate in a service task in its place",
                                complaint)));
    }

    private Optional<String> complaint(Element listener) {
        var node = graph.nodes().get(DrawnPart.idAround(listener));
        if (node == null
                || !Extensions.elements(node.element(), "executionListener").contains(listener)) {
            return Optional.of("a listener stands on what is no task, gateway or event");
        }
        return switch (listener.getAttribute("event")) {
            case "start" ->
                isComeTo(node)
                        ? Optional.empty()
                        : Optional.of("a listener to the start stands on an event that begins by itself");
            case "end" ->
                isInterrupted(node)
                        ? Optional.of(
                                "a listener to the end stands on what may be interrupted, and would be called then too")
                        : Optional.empty();
            default -> Optional.of("a listener says neither event start nor end");
        };
    }

    /** Whether a listener to the end stands where none may. */
    static boolean isRefusedAtEnd(FlowNode node) {
        return isInterrupted(node)
                && Extensions.elements(node.element(), "executionListener").stream()
                        .anyMatch(listener -> listener.getAttribute("event").equals("end"));
    }

    private static boolean isComeTo(FlowNode node) {
        return !NOT_COME_TO.contains(node.type())
                && !node.isEventSubProcess()
                && node.in().stream().noneMatch(link -> link.from().is("eventBasedGateway"));
    }

    private static boolean isInterrupted(FlowNode node) {
        return INTERRUPTED.contains(node.type()) || node.isAsyncBefore() || node.isAsyncAfter();
    }
}
