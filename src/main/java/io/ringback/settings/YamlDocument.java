package io.ringback.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.platform.problem.FieldError;
import java.util.Map;

/**
 * A YAML document that was read.
 *
 * @param lines of its values by their path, counted from 1
 */
record YamlDocument(ObjectNode root, Map<String, Integer> lines) {

    /** The error, with the line of the value it is about, or of the nearest one around it. */
    FieldError located(String path, String message) {
        for (var known = path; !known.isEmpty(); known = outer(known)) {
            var line = lines.get(known);
            if (line != null) {
                return new FieldError(path, "line %s: %s".formatted(line, message));
            }
        }
        return new FieldError(path, message);
    }

    static String inside(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String outer(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
