package io.ringback.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where what an event throws is caught. */
final class Throws {

    private static final List<String> KINDS = List.of("escalation", "error");

    private Throws() {}

    /** The nearest event around that catches the escalation or error the node throws; empty if there is none. */
    static Optional<Node> catcher(Graph graph, Node thrower) {
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

    private static Stream<Node> around(Graph graph, Node thrower) {
        return graph.scopesAround(thrower).stream()
                .flatMap(scope -> Stream.concat(
                        graph.eventStarts(scope).stream(), scope.map(Node::boundary).orElse(List.of()).stream()));
    }

    private static String reference(Node event, String kind) {
        return event.definition(kind + "EventDefinition")
                .map(definition -> GraphReader.local(definition.getAttribute(kind + "Ref")))
                .orElse("");
    }
}
