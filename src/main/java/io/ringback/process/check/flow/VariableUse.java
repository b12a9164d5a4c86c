package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.BpmnVocabulary;
import io.ringback.process.check.bpmn.ConditionParser;
import io.ringback.process.check.bpmn.Extensions;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.Interplay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Where a process reads variables and which ones it sets. */
final class VariableUse {

    private static final List<String> OF_TASKS = List.of(
            "assignee", "candidateUsers", "candidateGroups", "dueDate", "followUpDate", "priority", "jobPriority");

    /** An expression that the engine evaluates when it comes to a node. */
    record Evaluated(FlowNode node, String what, String text) {}

    private VariableUse() {}

    /** What the engine evaluates as a path comes to the node, the times of the events around it included. */
    static List<Evaluated> evaluatedOnEntry(ProcessGraph graph, FlowNode node) {
        var found = new ArrayList<Evaluated>();
        var waiting = new ArrayList<>(node.boundary());
        waiting.add(node);
        if (node.is("eventBasedGateway")) {
            node.out().forEach(link -> waiting.add(link.to()));
        }
        waiting.forEach(event -> event.timer().ifPresent(text -> {
            found.add(new Evaluated(event, "the time", text));
            found.add(new Evaluated(event, "jobPriority", Extensions.attribute(event.element(), "jobPriority")));
        }));
        if (node.is("userTask")) {
            OF_TASKS.forEach(attribute ->
                    found.add(new Evaluated(node, attribute, Extensions.attribute(node.element(), attribute))));
            SafeXml.descendants(node.element(), BpmnVocabulary.BPMN, "formalExpression")
                    .forEach(owner -> found.add(new Evaluated(node, "its owner", SafeXml.ownText(owner))));
            found.add(new Evaluated(node, "the name", node.element().getAttribute("name")));
            SafeXml.children(node.element()).stream()
                    .filter(child -> child.getLocalName().equals("documentation"))
                    .forEach(text -> found.add(new Evaluated(node, "the documentation", SafeXml.ownText(text))));
        }
        return found;
    }

    /** The variables whose values matter to the way a case takes. */
    static Set<String> deciding(ProcessGraph graph, Interplay interplay) {
        var names = new HashSet<String>();
        graph.nodes().values().stream()
                .flatMap(node -> node.out().stream())
                .forEach(link -> ConditionParser.parse(link.condition())
                        .ifPresent(condition -> condition.reads().forEach(read -> names.add(read.variable()))));
        interplay.delegates().values().forEach(step -> names.addAll(step.given().keySet()));
        return names;
    }

    /** The variables that the process sets itself. */
    static Set<String> setByModel(Element process) {
        var names = new HashSet<String>();
        for (var element : SafeXml.descendants(process, "*", "*")) {
            if (element.getLocalName().equals("outputParameter")
                    || element.getLocalName().equals("inputParameter")) {
                names.add(element.getAttribute("name"));
            }
            List.of(
                            "resultVariable",
                            "escalationCodeVariable",
                            "errorCodeVariable",
                            "errorMessageVariable",
                            "initiator")
                    .forEach(attribute -> names.add(Extensions.attribute(element, attribute)));
        }
        names.remove("");
        return names;
    }
}
