package io.ringback.form;

import static io.ringback.support.Json.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.platform.problem.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Forms and answers to them as a test writes them: JSON with single quotes. */
final class WrittenForms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPTIONS = "'values':[{'label':'A','value':'a'},{'value':2},'c',{'label':'None'}]";

    private WrittenForms() {}

    /** What is wrong with this answer to a form that consists of one component. */
    static List<FieldError> check(String type, @Nullable String properties, String answer) {
        return check(form(component(type, properties == null ? "" : properties)), "{'a':%s}".formatted(answer), true);
    }

    static List<FieldError> check(String form, String answers, boolean demanded) {
        return FormAnswersCheck.check(
                FormSchema.parse(json(form.replace("%", "%%"))), map(answers), "formData", demanded);
    }

    static String form(String... components) {
        return "{'id':'f','type':'default','components':[%s]}".formatted(String.join(",", components));
    }

    static String component(String type, String properties) {
        var all = properties.isEmpty() ? "" : "," + properties.replace("OPTIONS", OPTIONS);
        return "{'type':'%s','key':'a'%s}".formatted(type, all);
    }

    private static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json.replace('\'', '"'), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
