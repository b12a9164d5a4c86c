package io.ringback.process.check.flow;

import static io.ringback.process.check.bpmn.BpmnVocabulary.BPMN;

import io.ringback.process.check.bpmn.ConditionParser;
import io.ringback.process.check.bpmn.Extensions;
import io.ringback.process.check.xml.SafeXml;
import io.ringback.process.contract.Interplay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Where expressions stand in a process, and which variables they read. */
final class Expressions {

    private static final List<String> OF_TASKS = List.of(
            "assignee", "candidateUsers", "candidateGroups", "dueDate", "followUpDate", "priority", "jobPriority");

    private static final Set<String> DETAILS = Set.of("conditionExpression", "documentation", "extensionElements");

    /** An expression that the engine evaluates when it comes to a node. */
    record Evaluated(FlowNode node, String what, String text) {}

    private Expressions() {}

    /** The text of the timer of an event, such as {@code #{dueAt}}; empty if it has none. */
    static Optional<String> timer(FlowNode event) {
        return event.definition("timerEventDefinition")
                .flatMap(definition -> SafeXml.children(definition).stream()
                        .filter(child -> BPMN.equals(child.getNamespaceURI())
                                && child.getLocalName().startsWith("time"))
                        .findFirst())
                .map(SafeXml::ownText);
    }

    static List<Evaluated> evaluatedOnEntry(ProcessGraph graph, FlowNode node) {
        var found = new ArrayList<Evaluated>();
        var waiting = new ArrayList<>(node.boundary());
        waiting.add(node);
        if (node.is("eventBasedGateway")) {
            node.out().forEach(link -> waiting.add(link.to()));
        }
        waiting.forEach(event -> timer(event).ifPresent(text -> found.add(new Evaluated(event, "the time", text))));
        if (node.is("userTask")) {
            OF_TASKS.forEach(attribute ->
                    found.add(new Evaluated(node, attribute, Extensions.attribute(node.element(), attribute))));
            found.add(new Evaluated(node, "the name", node.element().getAttribute("name")));
            SafeXml.children(node.element()).stream()
                    .filter(child -> child.getLocalName().equals("documentation"))
                    .forEach(text -> found.add(new Evaluated(node, "the documentation", SafeXml.ownText(text))));
        }
        return found;
    }

    /** The variables whose values matter to the way a case takes. */
    static Set<String> deciding(ProcessGraph graph, Interplay script) {
        var names = new HashSet<String>();
        graph.nodes().values().stream()
                .flatMap(node -> node.out().stream())
                .forEach(link -> ConditionParser.parse(link.condition())
                        .ifPresent(condition -> condition.reads().forEach(read -> names.add(read.variable()))));
        script.delegates().values().forEach(step -> names.addAll(step.given().keySet()));
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

    /** The id of the node, flow or other part of the picture that an element belongs to. */
    static String owner(Element element) {
        return ownerOf(element).getAttribute("id");
    }

    /** The node, flow or other part of the picture that an element belongs to. */
    static Element ownerOf(Element element) {
        var owner = element;
        while (isDetail(owner) && owner.getParentNode() instanceof Element parent) {
            owner = parent;
        }
        return owner;
    }

    private static boolean isDetail(Element element) {
        var name = element.getLocalName();
        return !BPMN.equals(element.getNamespaceURI())
                || !element.hasAttribute("id")
                || name.endsWith("EventDefinition")
                || name.startsWith("time")
                || DETAILS.contains(name);
    }
}
