package io.ringback.process.check.flow;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;

import io.ringback.process.check.bpmn.DrawnPart;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Makes graphs of the processes of a file, and reports flows and events that hang in the air. */
class ProcessGraphReader {

    private static final Set<String> OTHER_NODES = Set.of(
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "complexGateway");

    private final String file;
    private final Findings findings;

    ProcessGraphReader(String file) {
        this.file = file;
        this.findings = new Findings(file);
    }

    Findings findings() {
        return findings;
    }

    List<ProcessGraph> read(Element root) {
        return SafeXml.descendants(root, BPMN, "process").stream()
                .map(process -> graph(root, process))
                .toList();
    }

    private ProcessGraph graph(Element root, Element process) {
        var graph =
                new ProcessGraph(file, process, new LinkedHashMap<>(), new ArrayList<>(), ProcessGraph.messages(root));
        nodes(graph, process, null);
        attach(graph);
        flows(graph, process);
        return graph;
    }

    private static void nodes(ProcessGraph graph, Element parent, @Nullable FlowNode scope) {
        for (var child : SafeXml.children(parent)) {
            var node = FlowNode.of(child, scope);
            if (BPMN.equals(child.getNamespaceURI()) && (node.isActivity() || OTHER_NODES.contains(node.type()))) {
                graph.nodes().put(node.id(), node);
                (scope == null ? graph.top() : scope.inside()).add(node);
                nodes(graph, child, node);
            }
        }
    }

    private void attach(ProcessGraph graph) {
        graph.nodes().values().stream().filter(node -> node.is("boundaryEvent")).forEach(event -> {
            var host = graph.nodes().get(SafeXml.withoutPrefix(event.element().getAttribute("attachedToRef")));
            if (host == null || !host.isActivity() || host.scope() != event.scope()) {
                report(
                        event.id(),
                        "%s is attached to nothing: put it on the edge of a task or subprocess",
                        event.title());
            } else {
                host.boundary().add(event);
            }
        });
    }

    private void flows(ProcessGraph graph, Element process) {
        for (var flow : SafeXml.descendants(process, BPMN, "sequenceFlow")) {
            var from = end(graph, flow, "sourceRef");
            var to = end(graph, flow, "targetRef");
            if (from != null && to != null) {
                link(flow, from, to);
            }
        }
    }

    private @Nullable FlowNode end(ProcessGraph graph, Element flow, String attribute) {
        var node = graph.nodes().get(SafeXml.withoutPrefix(flow.getAttribute(attribute)));
        if (node == null) {
            report(
                    SafeXml.nearestId(flow, file),
                    "its %s '%s' does not exist: draw the flow again",
                    attribute,
                    flow.getAttribute(attribute));
        }
        return node;
    }

    private void link(Element flow, FlowNode from, FlowNode to) {
        if (from.scope() != to.scope()) {
            report(
                    SafeXml.nearestId(flow, file),
                    "leads from %s over the edge of a subprocess to %s: flows stay inside of it, use an event on its edge",
                    from.title(),
                    to.title());
            return;
        }
        var id = flow.getAttribute("id");
        var condition = SafeXml.children(flow).stream()
                .filter(child -> "conditionExpression".equals(child.getLocalName()))
                .map(SafeXml::ownText)
                .findFirst()
                .orElse("");
        var link = new SequenceFlow(
                id,
                flow,
                from,
                to,
                condition,
                from.element().getAttribute("default").equals(id));
        from.out().add(link);
        to.in().add(link);
    }

    private void report(String elementId, String message, Object... arguments) {
        findings.error(elementId, Rule.REFERENCE, message, arguments);
    }

    /** Everything that names by an attribute what the file must hold. */
    void checkReferences(Element root) {
        var ids = Map.of(
                "messageRef", ids(root, "message"),
                "escalationRef", ids(root, "escalation"),
                "errorRef", ids(root, "error"));
        ids.forEach((attribute, known) -> {
            var examples = known.stream().sorted().limit(20).toList();
            SafeXml.descendants(root, BPMN, "*").stream()
                    .filter(element -> element.hasAttribute(attribute))
                    .filter(element -> !known.contains(SafeXml.withoutPrefix(element.getAttribute(attribute))))
                    .forEach(element -> report(
                            DrawnPart.idAround(element),
                            "names %s '%s', which does not exist: choose one of %s or add it",
                            attribute,
                            element.getAttribute(attribute),
                            examples));
        });
    }

    private static Set<String> ids(Element root, String type) {
        return SafeXml.descendants(root, BPMN, type).stream()
                .map(element -> element.getAttribute("id"))
                .collect(Collectors.toSet());
    }
}
