package io.ringback.trace;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is drawn in one version of a process. */
public final class Drawing {

    /** Of a version that is not there any more. */
    public static final Drawing NONE = new Drawing(Map.of(), List.of());

    private final Map<String, Element> elements;
    private final List<Flow> flows;
    private final Map<String, List<Flow>> into;
    private final Set<String> joins;

    /**
     * @param elements by their ids, in the order of the file
     * @param flows in the order of the file
     */
    public Drawing(Map<String, Element> elements, List<Flow> flows) {
        this.elements = Collections.unmodifiableMap(elements);
        this.flows = List.copyOf(flows);
        this.into = flows.stream().collect(groupingBy(Flow::to));
        var waysOut = flows.stream().collect(groupingBy(Flow::from, counting()));
        this.joins = elements.keySet().stream()
                .filter(id -> type(id).equals("exclusiveGateway"))
                .filter(id -> into(id).size() > 1 && waysOut.getOrDefault(id, 0L) == 1)
                .collect(toUnmodifiableSet());
    }

    /** By their ids, in the order of the file. */
    public Map<String, Element> elements() {
        return elements;
    }

    /** In the order of the file. */
    public List<Flow> flows() {
        return flows;
    }

    /** As BPMN calls it; {@code unknown} for what is not drawn. */
    String type(String elementId) {
        var element = elements.get(elementId);
        return element == null ? "unknown" : element.type();
    }

    /** The flows that lead to an element. */
    List<Flow> into(String elementId) {
        return into.getOrDefault(elementId, List.of());
    }

    /**
     * Whether an element is a gateway that only brings ways together: several flows lead to it, one away, and nothing is decided.
     * The engine notes no passing of it, unless it or what comes after it is left to the clock ({@code asyncBefore}), or it was passed
     * before 0.2.
     */
    boolean isJoin(String elementId) {
        return joins.contains(elementId);
    }

    /**
     * @param type as BPMN calls it, such as {@code userTask}
     * @param scope the subprocess that it lies in; null for the process itself
     */
    public record Element(
            String id,
            @Nullable String name,
            String type,
            @Nullable String scope) {}

    public record Flow(String id, @Nullable String name, String from, String to) {}
}
