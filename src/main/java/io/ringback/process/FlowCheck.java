package io.ringback.process;

import java.util.List;
import org.w3c.dom.Element;

/** Looks at what the processes of a file do, where {@link BpmnCheck} looks at what they are made of. */
class FlowCheck {

    /** No drawing for people comes near these. */
    private static final int MOST_NODES = 400;

    private static final int MOST_FLOWS = 1000;
    private static final int MOST_PARAMETERS = 400;

    private final String file;
    private final List<ProcessContract> contracts;
    private final KnownModels models;

    FlowCheck(String file, List<ProcessContract> contracts, KnownModels models) {
        this.file = file;
        this.contracts = contracts;
        this.models = models;
    }

    List<Finding> check(Element root) {
        var reader = new GraphReader(file);
        var graphs = reader.read(root);
        reader.checkReferences(root);
        var findings = new Findings(file);
        new TextRules(findings).check(root);
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

    private static boolean isTooLarge(Graph graph) {
        return graph.nodes().size() > MOST_NODES
                || SafeXml.descendants(graph.process(), BpmnVocabulary.BPMN, "sequenceFlow")
                                .size()
                        > MOST_FLOWS
                || SafeXml.descendants(graph.process(), BpmnVocabulary.CAMUNDA, "*")
                                .size()
                        > MOST_PARAMETERS;
    }

    private void check(Graph graph, Findings findings) {
        var contract = contracts.stream()
                .filter(candidate -> candidate.processId().equals(graph.processId()))
                .findFirst();
        var ofModel = Expressions.setByModel(graph.process());
        new StartRules(graph, contracts, findings).check();
        new TaskRules(graph, models, findings)
                .check(contract.filter(found -> found.script().saving() != null).isPresent());
        new TimerRules(ofModel, findings).check(graph.process());
        new VariableRules(ofModel, findings).check(graph.process());
        var flows = new FlowRules(graph, findings);
        flows.check();
        new LoopRule(graph, contract.map(ProcessContract::script).orElse(null), findings).check();
        contract.ifPresentOrElse(found -> new Walk(graph, found, models, findings).run(), flows::checkWaysOn);
    }
}
