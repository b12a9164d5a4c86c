package io.ringback.callback;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A fault as people are told of it.
 *
 * @param file the model; null when it is not known
 * @param version the engine's number of it; null when it is not known
 */
public record BlamedModel(
        @Nullable String file,
        @Nullable Integer version,
        @Nullable String element,
        String message) {

    /** No model is to blame. */
    static final BlamedModel NONE = new BlamedModel(null, null, null, "its process instance does not answer");

    /** In one line. */
    public String told() {
        if (file == null) {
            return message;
        }
        return "%s version %s, %s: %s".formatted(file, version, element == null ? "the process" : element, message);
    }

    /** As programs are told of it. */
    Map<String, String> details() {
        var details = new TreeMap<String, String>();
        if (file != null) {
            details.put("file", file);
            details.put("version", String.valueOf(version));
            details.put("message", message);
        }
        if (element != null) {
            details.put("element", element);
        }
        return details;
    }
}
