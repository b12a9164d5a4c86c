package io.ringback.process;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Looks at what the processes of a file do, where {@link BpmnCheck} looks at what they are made of. */
class FlowCheck {

    /** No drawing for people comes near it. */
    private static final int MOST_NODES = 1000;

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
            if (graph.nodes().size() > MOST_NODES) {
                findings.error(
                        graph.processId(),
                        Rule.TOO_COMPLEX,
                        "has %d elements: %d are the most",
                        graph.nodes().size(),
                        MOST_NODES);
            } else {
                check(graph, findings);
            }
        }
        var all = new ArrayList<>(reader.findings());
        all.addAll(findings.all());
        return all;
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
