package io.ringback.process.check.flow;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is deployed together with a process.
 *
 * @param attributes of requests that processes may read as variables
 * @param isComplete whether these are all; when a file is looked at by itself, decisions and forms may be elsewhere
 */
public record KnownModels(
        Map<String, Decision> decisions,
        Set<String> forms,
        Map<String, Called> processes,
        Set<String> attributes,
        boolean isComplete) {

    /**
     * A process as others see it that call it.
     *
     * @param calls the processes that it calls
     * @param isBegun whether it begins by a message or at a time, so that it cannot be called
     */
    public record Called(Set<String> calls, boolean isBegun) {}

    /**
     * @param inputs the variables it reads, as far as they are plain names, each with the kind it asks for, empty for any
     * @param outputs the names of its outputs, each with its kind
     */
    public record Decision(Map<String, String> inputs, Map<String, String> outputs) {}

    /** Nothing is known of other files. */
    public static KnownModels none() {
        return new KnownModels(Map.of(), Set.of(), Map.of(), Set.of(), false);
    }

    /** The same, with these attributes. */
    public KnownModels reading(Set<String> names) {
        return new KnownModels(decisions, forms, processes, Set.copyOf(names), isComplete);
    }

    /** Whether some process calls it. */
    boolean isCalled(String processId) {
        return processes.values().stream().anyMatch(process -> process.calls().contains(processId));
    }

    /** Whether a process comes to itself again by what it calls. */
    boolean callsItself(String processId) {
        var open = new ArrayDeque<>(List.of(processId));
        var seen = new HashSet<String>();
        while (!open.isEmpty()) {
            var process = processes.get(open.remove());
            for (var called : process == null ? Set.<String>of() : process.calls()) {
                if (called.equals(processId)) {
                    return true;
                }
                if (seen.add(called)) {
                    open.add(called);
                }
            }
        }
        return false;
    }

    Optional<Decision> decision(String id) {
        return Optional.ofNullable(decisions.get(id));
    }
}
