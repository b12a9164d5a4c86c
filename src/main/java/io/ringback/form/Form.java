package io.ringback.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A form that is deployed.
 *
 * @param json as its designer made it, for the form-js viewer
 * @param schema the same, to check answers by
 */
public record Form(FormVersion version, String json, FormSchema schema) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws IllegalArgumentException when the JSON is none or no form */
    public static Form of(String key, int version, String json) {
        return new Form(new FormVersion(key, version), json, FormSchema.parse(json));
    }

    /** With its texts in this language, such as {@code fi}, as far as it has them; byte for byte as made without any. */
    public String in(String language) {
        var tree = tree();
        return FormTexts.speaks(tree, language) ? FormTexts.in(tree, language).toString() : json;
    }

    /** In the language of a tag, such as {@code fi-FI}, as far as it has that; as its designer made it for null. */
    public String forTag(@Nullable String tag) {
        return tag == null ? json : in(Locale.forLanguageTag(tag).getLanguage());
    }

    /** The fields whose answers can be counted, in this language. */
    public List<ChoiceField> choices(String language) {
        return ChoiceField.of(FormTexts.in(tree(), language));
    }

    JsonNode tree() {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not readable as JSON", e);
        }
    }

    @Override
    public String toString() {
        return "Form[version=%s]".formatted(version);
    }
}
