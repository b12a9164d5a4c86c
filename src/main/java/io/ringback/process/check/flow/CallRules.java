package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.Extensions;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.contract.ProcessContract;
import io.ringback.process.contract.SharedNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A process may call another one that is deployed. Whatever that does, for the caller it is a wait; so it may do nothing by
 * which the case goes on, nor anything that the caller would have to catch.
 */
class CallRules {

    private static final List<String> REFUSED =
            List.of("messageEventDefinition", "errorEventDefinition", "escalationEventDefinition");

    private final ProcessGraph graph;
    private final List<ProcessContract> contracts;
    private final KnownModels models;
    private final Findings findings;

    CallRules(ProcessGraph graph, List<ProcessContract> contracts, KnownModels models, Findings findings) {
        this.graph = graph;
        this.contracts = contracts;
        this.models = models;
        this.findings = findings;
    }

    void check() {
        graph.nodes().values().stream().filter(node -> node.is("callActivity")).forEach(this::checkCall);
        var isOurs = ProcessContract.of(graph.processId(), graph.startMessages(), contracts)
                .isPresent();
        if (!isOurs && models.isCalled(graph.processId())) {
            graph.nodes().values().forEach(this::checkStep);
        }
    }

    private void checkCall(FlowNode call) {
        var called = call.element().getAttribute("calledElement");
        complaint(called)
                .ifPresent(complaint -> findings.error(
                        call.id(),
                        Rule.CALL,
                        "%s calls %s: %s",
                        call.title(),
                        called.isEmpty() ? "no process" : "the process '%s'".formatted(called),
                        complaint));
        var binding = Extensions.attribute(call.element(), "calledElementBinding");
        if (!Set.of("", "latest").contains(binding)) {
            findings.error(
                    call.id(),
                    Rule.REFERENCE,
                    "%s is bound to a %s of what it calls: bind it to latest, since files are deployed apart",
                    call.title(),
                    binding);
        }
    }

    private Optional<String> complaint(String called) {
        if (called.isEmpty()) {
            return Optional.of("set calledElement to the id of one");
        }
        if (contracts.stream().anyMatch(contract -> contract.processId().equals(called))) {
            return Optional.of("the server begins that by itself; call one that holds only what both are to do");
        }
        var process = models.processes().get(called);
        if (process == null) {
            return models.isComplete()
                    ? Optional.of("there is none in any file; add it, or name another")
                    : Optional.empty();
        }
        if (process.isBegun()) {
            return Optional.of("it begins by an event; give it a plain start");
        }
        return models.callsItself(graph.processId()) || models.callsItself(called)
                ? Optional.of("it comes to itself again; draw a loop with a wait in one process")
                : Optional.empty();
    }

    private void checkStep(FlowNode node) {
        var refused = PathSteps.delegates(node).stream()
                .filter(delegate -> !delegate.equals(SharedNames.NOTIFY))
                .findFirst()
                .map(delegate -> "calls " + delegate)
                .or(() -> caught(node));
        refused.ifPresent(what -> findings.error(
                node.id(),
                Rule.CALL,
                "%s %s, but the process is called by another one, in which the case goes on: do that there; here are only"
                        + " tasks, timers, gateways, decisions and steps that tell other programs",
                node.title(),
                what));
    }

    private static Optional<String> caught(FlowNode node) {
        if (node.is("receiveTask")) {
            return Optional.of("waits for a message");
        }
        return REFUSED.stream()
                .filter(kind -> node.definition(kind).isPresent())
                .filter(kind -> PathSteps.delegates(node).isEmpty())
                .findFirst()
                .map(kind -> "is an event that its caller would have to do with");
    }
}
