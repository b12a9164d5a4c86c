package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.ProcessContract;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Looks at what the processes of a file do, where {@code BpmnCheck} looks at what they are made of. */
public class FlowCheck {

    /** No drawing for people comes near these. */
    private static final int MOST_NODES = 400;

    private static final int MOST_FLOWS = 1000;
    private static final int MOST_PARAMETERS = 400;

    private final String file;
    private final List<ProcessContract> contracts;
    private final KnownModels models;
    private final Set<String> holding = new HashSet<>();

    public FlowCheck(String file, List<ProcessContract> contracts, KnownModels models) {
        this.file = file;
        this.contracts = contracts;
        this.models = models;
    }

    public List<Finding> check(Element root) {
        var reader = new ProcessGraphReader(file);
        var graphs = reader.read(root);
        reader.checkReferences(root);
        var findings = new Findings(file);
        for (var graph : graphs) {
            if (isTooLarge(graph)) {
                findings.error(
                        graph.processId(),
                        Rule.TOO_COMPLEX,
                        "has more elements than can be looked at: %d, with %d flows, and %d inputs, outputs and listeners,"
                                + " are the most",
                        MOST_NODES,
                        MOST_FLOWS,
                        MOST_PARAMETERS);
            } else {
                check(graph, findings);
            }
        }
        findings.add(reader.findings());
        return findings.all();
    }

    private static boolean isTooLarge(ProcessGraph graph) {
        return graph.nodes().size() > MOST_NODES
                || SafeXml.descendants(graph.process(), BpmnVocabulary.BPMN, "sequenceFlow")
                                .size()
                        > MOST_FLOWS
                || SafeXml.descendants(graph.process(), BpmnVocabulary.CAMUNDA, "*")
                                .size()
                        > MOST_PARAMETERS;
    }

    private void check(ProcessGraph graph, Findings findings) {
        var contract = ProcessContract.of(graph.processId(), graph.startMessages(), contracts);
        var isOurs = contracts.stream().anyMatch(ours -> ours.processId().equals(graph.processId()));
        if (!isOurs && BpmnVocabulary.isDrawnOnly(graph.process())) {
            return;
        }
        var variables = new ModelVariables(graph.process(), models);
        new StartRules(graph, contracts, findings).check();
        new ListenerRules(graph, findings).check();
        new FieldRules(graph, findings).check();
        new CallRules(graph, contracts, models, findings).check();
        new TaskRules(graph, models, findings)
                .check(contract.filter(found -> found.interplay().saving() != null)
                        .isPresent());
        new TimerRules(variables, findings).check(graph.process());
        new VariableRules(variables, findings).check(graph.process());
        new DecisionInputRules(variables, models, findings).check(graph.process());
        new PriorityRules(variables, findings).check(graph.process());
        var flows = new FlowRules(graph, findings);
        flows.check();
        new LoopRule(graph, contract.map(ProcessContract::interplay).orElse(null), findings).check();
        contract.ifPresentOrElse(found -> walk(graph, found, variables, findings), flows::checkWaysOn);
    }

    /** As agents are given what is in line at any time; where that cannot be, as they are given what is offered. */
    private void walk(ProcessGraph graph, ProcessContract contract, ModelVariables variables, Findings findings) {
        var usual = new Findings(file);
        var walk = new PathWalk(graph, contract, contract.interplay(), models, variables, usual);
        walk.run();
        var interplay = contract.heldBack().filter(known -> walk.rules().waitsUnoffered());
        if (interplay.isEmpty()) {
            findings.add(usual);
            return;
        }
        var heldBack = new Findings(file);
        var again = new PathWalk(graph, contract, interplay.get(), models, variables, heldBack);
        again.run();
        if (heldBack.isEmpty()) {
            holding.addAll(again.rules().holding());
        }
        findings.add(heldBack.isEmpty() || walk.rules().areUnofferedTimed() ? heldBack : usual);
    }

    /**
     * The timers for which a process waits before it offers callbacks, so that they must be held back until it does; empty if
     * it never does so, or is none that callbacks can be handled by.
     *
     * @param root of a file that was checked
     */
    public static Set<String> heldBackBy(Element root, String processId) {
        var check = new FlowCheck(processId, List.of(), KnownModels.none());
        var contract = ProcessContract.CALLBACK_CASE.under(processId);
        new ProcessGraphReader(processId)
                .read(root).stream()
                        .filter(graph -> graph.processId().equals(processId))
                        .forEach(graph -> check.walk(
                                graph,
                                contract,
                                new ModelVariables(graph.process(), check.models),
                                new Findings(processId)));
        return Set.copyOf(check.holding);
    }
}
