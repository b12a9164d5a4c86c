package io.ringback.process.check.flow;

import io.ringback.process.check.xml.SafeXml;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the event that catches the escalation or error that another one throws. */
final class ThrownEvents {

    private static final List<String> KINDS = List.of("escalation", "error");

    private ThrownEvents() {}

    /** The nearest event around that catches the escalation or error the node throws; empty if there is none. */
    static Optional<FlowNode> catcher(ProcessGraph graph, FlowNode thrower) {
        return KINDS.stream()
                .filter(kind -> thrower.definition(kind + "EventDefinition").isPresent())
                .findFirst()
                .flatMap(kind -> around(graph, thrower)
                        .filter(event ->
                                event.definition(kind + "EventDefinition").isPresent())
                        .filter(event -> reference(event, kind).isEmpty()
                                || reference(event, kind).equals(reference(thrower, kind)))
                        .findFirst());
    }

    private static Stream<FlowNode> around(ProcessGraph graph, FlowNode thrower) {
        return graph.scopesAround(thrower).stream()
                .flatMap(scope -> Stream.concat(
                        graph.eventStarts(scope).stream(), scope.map(FlowNode::boundary).orElse(List.of()).stream()));
    }

    private static String reference(FlowNode event, String kind) {
        return event.definition(kind + "EventDefinition")
                .map(definition -> SafeXml.withoutPrefix(definition.getAttribute(kind + "Ref")))
                .orElse("");
    }
}
