package io.ringback.platform.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.Malformed;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * The fields of an HTML form as what they mean: a field is the member of the same name of what the API takes, whose type
 * says how to read it. They become JSON first, so that a form is read exactly as strictly as what programs send.
 *
 * <p>A tick that is not set is not sent by browsers, and is false; an empty field is nothing. Ticks of one name, or the
 * lines of a text, are a list. Two fields of one name are a duration: an amount, and the pattern it stands in
 * ({@code PT%M}); where durations are a list, the first holds several amounts, separated by commas or spaces. What is a list
 * of records or a map comes as JSON.
 */
@Component
public class FormFields {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern AMOUNTS = Pattern.compile("[,;\\s]+");
    private static final Pattern PART = Pattern.compile("[0-9]{1,9}[.][0-9]{1,6}");
    private static final String[] NONE = {};

    private final ObjectMapper json;
    private final Validator validator;

    FormFields(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * What the fields say, checked like the body of a call.
     *
     * @throws InvalidField for a field that cannot be read
     * @throws ConstraintViolationException for one that may not be so
     * @throws Malformed for what the form does not make
     */
    public <T> T checked(Class<T> type, Map<String, String[]> fields) {
        T entered;
        try {
            entered = read(type, fields);
        } catch (JsonMappingException e) {
            throw new InvalidField(List.of(JsonProblems.error(e)));
        } catch (JsonProcessingException e) {
            throw new Malformed("What was entered cannot be read.");
        }
        var violations = validator.validate(entered);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return entered;
    }

    /** What the fields say, read as if it had come as JSON. */
    <T> T read(Class<T> type, Map<String, String[]> fields) throws JsonProcessingException {
        var body = json.createObjectNode();
        for (var member : type.getRecordComponents()) {
            body.set(member.getName(), value(member, fields.getOrDefault(member.getName(), NONE)));
        }
        return json.readValue(json.writeValueAsString(body), type);
    }

    private JsonNode value(RecordComponent member, String[] values) throws JsonProcessingException {
        var type = ClassUtils.resolvePrimitiveIfNecessary(member.getType());
        if (type == Boolean.class) {
            return BooleanNode.valueOf(values.length > 0 && values[0].equals("true"));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return collection(member, values);
        }
        if (Map.class.isAssignableFrom(type)) {
            var text = Stream.of(values).findFirst().filter(value -> !value.isBlank());
            return text.isPresent() ? json.readTree(text.get()) : NullNode.getInstance();
        }
        if (values.length == 0 || values[0].isBlank()) {
            return NullNode.getInstance();
        }
        if (type == Duration.class && values.length > 1) {
            return TextNode.valueOf(values[1].replace("%", values[0].strip()));
        }
        return Number.class.isAssignableFrom(type) ? number(values[0].strip()) : TextNode.valueOf(values[0]);
    }

    private JsonNode collection(RecordComponent member, String[] values) throws JsonProcessingException {
        if (isOf(member, Duration.class) && values.length > 1) {
            return list(AMOUNTS.splitAsStream(values[0].strip())
                    .filter(amount -> !amount.isEmpty())
                    .map(amount -> duration(amount, values[1]))
                    .toArray(String[]::new));
        }
        return isOfRecords(member) ? records(values) : list(values);
    }

    /** Minutes may have a part, as forms show them; ISO 8601 knows parts of seconds only. */
    private static String duration(String amount, String pattern) {
        return pattern.equals("PT%M") && PART.matcher(amount).matches()
                ? Duration.ofMillis(new BigDecimal(amount)
                                .movePointRight(3)
                                .multiply(BigDecimal.valueOf(60))
                                .longValue())
                        .toString()
                : pattern.replace("%", amount);
    }

    /** What is no number stays a text, which the reader of JSON refuses in its own words. */
    private static JsonNode number(String text) {
        return NUMBER.matcher(text).matches() ? LongNode.valueOf(Long.parseLong(text)) : TextNode.valueOf(text);
    }

    private static ArrayNode list(String[] values) {
        var list = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(values)
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(list::add);
        return list;
    }

    private JsonNode records(String[] values) throws JsonProcessingException {
        var text = Stream.of(values).findFirst().filter(value -> !value.isBlank());
        return text.isPresent() ? json.readTree(text.get()) : JsonNodeFactory.instance.arrayNode();
    }

    private static boolean isOfRecords(RecordComponent member) {
        return member.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isRecord();
    }

    private static boolean isOf(RecordComponent member, Class<?> element) {
        return member.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0].equals(element);
    }
}
