package io.ringback.callback;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an event tells beside its name, as texts by their names in the contract. */
final class ToldDetails {

    private ToldDetails() {}

    /** @param namesAndValues in turn; values that are null are not told */
    static Map<String, String> of(@Nullable Object... namesAndValues) {
        var details = new TreeMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                details.put(String.valueOf(namesAndValues[i]), value.toString());
            }
        }
        return details;
    }
}
