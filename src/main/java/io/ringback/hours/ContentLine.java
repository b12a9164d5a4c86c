package io.ringback.hours;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One property of a calendar: {@code DTSTART;VALUE=DATE:20260401}.
 *
 * @param name in capitals
 * @param parameters by their names in capitals; of several with one name the first
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

    /** Empty for a line without a name or a value, as a description with raw line ends leaves behind. */
    static Optional<ContentLine> of(String line) {
        var parameters = new HashMap<String, String>();
        int colon = -1;
        int from = 0;
        var quoted = false;
        String name = null;
        for (int at = 0; at < line.length() && colon < 0; at++) {
            var each = line.charAt(at);
            if (each == '"') {
                quoted = !quoted;
            } else if (!quoted && (each == ';' || each == ':')) {
                if (name == null) {
                    name = line.substring(0, at).strip().toUpperCase(Locale.ROOT);
                } else {
                    add(parameters, line.substring(from, at));
                }
                from = at + 1;
                colon = each == ':' ? at : -1;
            }
        }
        return name == null || name.isEmpty() || colon < 0
                ? Optional.empty()
                : Optional.of(new ContentLine(name, Map.copyOf(parameters), line.substring(colon + 1)));
    }

    @Nullable
    String parameter(String key) {
        return parameters.get(key);
    }

    boolean is(String property, String wanted) {
        return name.equals(property) && value.strip().equalsIgnoreCase(wanted);
    }

    /** The value as people wrote it, without the escapes of the file. */
    String text() {
        var text = new StringBuilder();
        for (int at = 0; at < value.length(); at++) {
            var each = value.charAt(at);
            if (each == '\\' && at + 1 < value.length()) {
                var escaped = value.charAt(++at);
                text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                text.append(each);
            }
        }
        return text.toString();
    }

    private static void add(Map<String, String> parameters, String parameter) {
        var equals = parameter.indexOf('=');
        if (equals > 0) {
            parameters.putIfAbsent(
                    parameter.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                    parameter.substring(equals + 1).replace("\"", "").strip());
        }
    }
}
