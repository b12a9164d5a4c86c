package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.ProcessContract;
import java.util.List;
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
        contract.ifPresentOrElse(
                found -> new PathWalk(graph, found, models, variables, findings).run(), flows::checkWaysOn);
    }
}
