package io.ringback.process.check.flow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is deployed together with a process.
 *
 * @param attributes of requests that processes may read as variables
 * @param isComplete whether these are all; when a file is looked at by itself, decisions and forms may be elsewhere
 */
public record KnownModels(Map<String, Decision> decisions, Set<String> forms, Set<String> attributes, boolean isComplete) {

    /**
     * @param inputs the variables it reads, as far as they are plain names, each with the kind it asks for, empty for any
     * @param outputs the names of its outputs, each with its kind
     */
    public record Decision(Map<String, String> inputs, Map<String, String> outputs) {}

    /** Nothing is known of other files. */
    public static KnownModels none() {
        return new KnownModels(Map.of(), Set.of(), Set.of(), false);
    }

    /** The same, with these attributes. */
    public KnownModels reading(Set<String> names) {
        return new KnownModels(decisions, forms, Set.copyOf(names), isComplete);
    }

    Optional<Decision> decision(String id) {
        return Optional.ofNullable(decisions.get(id));
    }
}
