package io.ringback.platform.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a value says, in one writing: two values mean the same when only the order of their members, the writing of their
 * numbers, the offsets of their times or absent members differ.
 */
public final class CanonicalValue {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]{5,18}(Z|[+-][0-9:]{2,9})");

    private CanonicalValue() {}

    /** The value in the one writing of all that mean the same. */
    public static String of(Object value, ObjectMapper json) {
        try {
            return json.writeValueAsString(plain(json.valueToTree(value)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    private static JsonNode plain(JsonNode node) {
        if (node.isObject()) {
            var members = new TreeMap<String, JsonNode>();
            node.properties().stream()
                    .filter(member -> !member.getValue().isNull())
                    .forEach(member -> members.put(member.getKey(), plain(member.getValue())));
            return JsonNodeFactory.instance.objectNode().setAll(members);
        }
        if (node.isArray()) {
            var items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (node.isNumber()) {
            return isFinite(node)
                    ? DecimalNode.valueOf(node.decimalValue().stripTrailingZeros())
                    : TextNode.valueOf(node.asText());
        }
        return node.isTextual() ? TextNode.valueOf(time(node.textValue())) : node;
    }

    private static boolean isFinite(JsonNode number) {
        return !(number.isDouble() || number.isFloat()) || Double.isFinite(number.doubleValue());
    }

    /** A time in UTC; any other text as it is. */
    private static String time(String text) {
        try {
            return TIME.matcher(text).matches()
                    ? OffsetDateTime.parse(text).toInstant().toString()
                    : text;
        } catch (DateTimeException e) {
            return text;
        }
    }
}
