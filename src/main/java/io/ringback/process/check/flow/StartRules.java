package io.ringback.process.check.flow;

import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.ProcessContract;
import java.util.List;
import java.util.Optional;

/** Processes begin when the server says so, and only those that are meant. */
class StartRules {

    /** As lists name them. */
    private static final int LONGEST_ID = 100;

    private final ProcessGraph graph;
    private final List<ProcessContract> contracts;
    private final Findings findings;

    StartRules(ProcessGraph graph, List<ProcessContract> contracts, Findings findings) {
        this.graph = graph;
        this.contracts = contracts;
        this.findings = findings;
    }

    void check() {
        contract()
                .filter(contract -> !graph.plainStarts(Optional.empty()).isEmpty())
                .ifPresent(this::checkContract);
        graph.plainStarts(Optional.empty()).forEach(this::checkStart);
        graph.nodes().values().stream().filter(FlowNode::isEventSubProcess).forEach(this::checkEventSubProcess);
    }

    private Optional<ProcessContract> contract() {
        return ProcessContract.of(graph.processId(), graph.startMessages(), contracts);
    }

    /** Whether the process is that of another contract already. */
    private boolean isOfAnother(ProcessContract contract) {
        return contract()
                .filter(own -> !own.startMessage().equals(contract.startMessage()))
                .isPresent();
    }

    private void checkContract(ProcessContract contract) {
        if (!graph.process().getAttribute("isExecutable").equals("true")) {
            findings.error(
                    contract.processId(),
                    Rule.START,
                    "is not executable, so that it would never start: set isExecutable to true");
        }
        if (graph.processId().length() > LONGEST_ID) {
            findings.error(
                    contract.processId(),
                    Rule.TEXT_LENGTH,
                    "its id is longer than %s characters, and no list could name it: shorten it",
                    LONGEST_ID);
        }
        contract.steps().stream()
                .filter(step -> graph.nodes().values().stream()
                        .noneMatch(node -> PathSteps.delegates(node).contains(step)))
                .forEach(step -> findings.error(
                        contract.processId(),
                        Rule.STEP_MISSING,
                        "no step calls %s, which the server relies on: add one",
                        step));
    }

    private void checkStart(FlowNode start) {
        if (WaitRules.isTimer(start)) {
            findings.error(
                    start.id(),
                    Rule.START,
                    "%s starts the process by itself, for no callback: remove it",
                    start.title());
        }
        var message = graph.message(start);
        var owner = contracts.stream()
                .filter(contract -> contract.startMessage().equals(message))
                .filter(contract -> !contract.processId().equals(graph.processId()))
                .filter(contract -> !contract.isForMany() || isOfAnother(contract))
                .findFirst();
        owner.ifPresent(contract -> findings.error(
                start.id(),
                Rule.START,
                "%s begins with %s, by which the server starts %s: use another message",
                start.title(),
                message,
                contract.processId()));
        var isOther = contract()
                .filter(contract -> !contract.startMessage().equals(message))
                .isPresent();
        if (isOther && owner.isEmpty() && !WaitRules.isTimer(start)) {
            findings.error(
                    start.id(),
                    Rule.START,
                    "%s is a second start that the server never uses: remove it",
                    start.title());
        }
    }

    private void checkEventSubProcess(FlowNode subProcess) {
        var starts = subProcess.inside().stream()
                .filter(node -> node.is("startEvent"))
                .toList();
        var hasFlows = !subProcess.in().isEmpty() || !subProcess.out().isEmpty();
        if (starts.size() != 1
                || hasFlows
                || SafeXml.children(starts.get(0).element()).stream()
                        .noneMatch(child -> child.getLocalName().endsWith("EventDefinition"))) {
            findings.error(
                    subProcess.id(),
                    Rule.START,
                    "%s must begin by one event (a message, timer or escalation) and have no flows to or from it",
                    subProcess.title());
        }
    }
}
