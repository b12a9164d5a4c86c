package io.ringback.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value with another one than before: a text, a number, a truth, a time or a length of time as ISO 8601 writes it, or a
 * list of such. Null stands for none.
 */
public record Changed(@Nullable Object before, @Nullable Object after) {

    /** As details of the trail tell of it to programs. */
    public String written() {
        return before + " → " + after;
    }

    /** Several by their names, as details of the trail tell of them to programs. */
    public static Map<String, String> written(Map<String, Changed> changes) {
        var written = new TreeMap<String, String>();
        changes.forEach((name, change) -> written.put(name, change.written()));
        return written;
    }
}
