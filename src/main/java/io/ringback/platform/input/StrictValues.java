package io.ringback.platform.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Reads values as strictly as the bodies of the API are read, wherever else they come from. */
@Component
public class StrictValues {

    private static final Pattern ELEMENT = Pattern.compile("\\.<[^>]*>");

    private final ObjectMapper json;
    private final Validator validator;

    StrictValues(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws InvalidField naming each field that is unknown, of another kind, or not valid */
    public <T> T read(JsonNode value, Class<T> type) {
        var read = mapped(value, type);
        var errors = validator.validate(read).stream()
                .map(violation -> new FieldError(field(violation.getPropertyPath()), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidField(errors);
        }
        return read;
    }

    /** Without the element that a path has below what is in a list. */
    private static String field(Path path) {
        return ELEMENT.matcher(path.toString()).replaceAll("");
    }

    /** The value as the API would answer it. */
    public ObjectNode write(Object value) {
        return json.valueToTree(value);
    }

    private <T> T mapped(JsonNode value, Class<T> type) {
        try {
            return json.treeToValue(value, type);
        } catch (JsonProcessingException unreadable) {
            var root = NestedExceptionUtils.getMostSpecificCause(unreadable);
            if (root instanceof InvalidField invalid) {
                throw invalid;
            }
            if (unreadable instanceof JsonMappingException mapping) {
                throw new InvalidField(List.of(JsonProblems.error(mapping)));
            }
            throw new InvalidField("", "expected JSON of another form");
        }
    }
}
