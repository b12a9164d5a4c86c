package io.ringback.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes plain data as YAML that people read, and that libraries of YAML 1.1 and 1.2 read alike. Those disagree about what
 * a value without quotation marks means (NO, 12:30:45, 0o17, 1e3), about line ends (U+0085, U+2028), and about which
 * characters may stand in a file. So only words are left bare, and what is not plainly printable is escaped.
 */
final class YamlWriter {

    /** Begins with a letter, and so is neither number, date nor sign; holds nothing that means something in YAML. */
    private static final Pattern WORDS = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_./-]*( [\\p{L}\\p{Nd}_./-]+)*");

    private static final Set<String> TAKEN = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");
    /** Kinds of characters that show nothing, or mean something to some reader. */
    private static final Set<Byte> UNSEEN = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED,
            Character.SPACE_SEPARATOR,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR);

    private static final int LAST_OF_BMP = 0xffff;

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    static String write(ObjectNode data) {
        var writer = new YamlWriter();
        writer.fields(data, 0, "");
        return writer.out.toString();
    }

    private void fields(JsonNode object, int depth, String before) {
        var first = before;
        for (var field : object.properties()) {
            out.append(first.isEmpty() ? "  ".repeat(depth) : first)
                    .append(scalar(field.getKey()))
                    .append(':');
            first = "";
            value(field.getValue(), depth);
        }
    }

    private void value(JsonNode value, int depth) {
        if (value.isContainerNode() && !value.isEmpty()) {
            out.append('\n');
            if (value.isObject()) {
                fields(value, depth + 1, "");
            } else {
                elements(value, depth + 1);
            }
        } else if (value.isTextual() && isOfLines(value.textValue())) {
            lines(value.textValue(), depth);
        } else {
            out.append(' ').append(leaf(value)).append('\n');
        }
    }

    /** Whole files, which people compare line by line. */
    private static boolean isOfLines(String text) {
        return text.indexOf('\n') > 0 && text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isPrintable(c));
    }

    private void lines(String text, int depth) {
        var ends = text.endsWith("\n\n") ? "+" : text.endsWith("\n") ? "" : "-";
        out.append(" |2").append(ends).append('\n');
        var body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (var line : body.split("\n", -1)) {
            out.append(line.isEmpty() ? "" : "  ".repeat(depth + 1))
                    .append(line)
                    .append('\n');
        }
    }

    private void elements(JsonNode array, int depth) {
        for (var element : array) {
            out.append("  ".repeat(depth)).append('-');
            if (element.isObject() && !element.isEmpty()) {
                fields(element, depth + 1, " ");
            } else {
                value(element, depth);
            }
        }
    }

    private static String leaf(JsonNode value) {
        if (value.isObject()) {
            return "{}";
        }
        if (value.isArray()) {
            return "[]";
        }
        return value.isTextual() ? scalar(value.textValue()) : value.asText();
    }

    private static String scalar(String text) {
        if (text.codePoints().anyMatch(c -> !isPrintable(c))) {
            return escaped(text);
        }
        var bare = WORDS.matcher(text).matches() && !TAKEN.contains(text.toLowerCase(Locale.ROOT));
        return bare ? text : "'" + text.replace("'", "''") + "'";
    }

    private static boolean isPrintable(int c) {
        return c >= ' ' && c <= '~' || c > '~' && c <= LAST_OF_BMP && !UNSEEN.contains((byte) Character.getType(c));
    }

    private static String escaped(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format(Locale.ROOT, c <= LAST_OF_BMP ? "\\u%04X" : "\\U%08X", c));
            }
        });
        return quoted.append('"').toString();
    }
}
