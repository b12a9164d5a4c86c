package io.ringback.trace;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn in one version of a process.
 *
 * @param elements by their ids, in the order of the file
 * @param flows in the order of the file
 */
public record Drawing(Map<String, Element> elements, List<Flow> flows) {

    /** Of a version that is not there any more. */
    public static final Drawing NONE = new Drawing(Map.of(), List.of());

    /** The subprocess that an element lies in; null for the process itself. */
    @Nullable
    String scope(String elementId) {
        var element = elements.get(elementId);
        return element == null ? null : element.scope();
    }

    /** As BPMN calls it; {@code unknown} for what is not drawn. */
    String type(String elementId) {
        var element = elements.get(elementId);
        return element == null ? "unknown" : element.type();
    }

    /** The flows that lead to an element. */
    List<Flow> into(String elementId) {
        return flows.stream().filter(flow -> flow.to().equals(elementId)).toList();
    }

    /**
     * Whether an element is a gateway that only brings ways together: several flows lead to it, one away, and nothing is decided.
     * The engine notes no passing of it, unless it or what comes after it is left to the clock ({@code asyncBefore}), or it was passed before 0.2.
     */
    boolean isJoin(String elementId) {
        return type(elementId).equals("exclusiveGateway")
                && into(elementId).size() > 1
                && flows.stream().filter(flow -> flow.from().equals(elementId)).count() == 1;
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
