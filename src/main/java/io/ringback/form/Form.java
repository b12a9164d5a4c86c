package io.ringback.form;

/**
 * A form that is deployed.
 *
 * @param json as its designer made it, for the form-js viewer
 * @param schema the same, to check answers by
 */
public record Form(String key, String json, FormSchema schema) {

    /** @throws IllegalArgumentException when the JSON is none or no form */
    public static Form of(String key, String json) {
        return new Form(key, json, FormSchema.parse(json));
    }

    @Override
    public String toString() {
        return "Form[key=%s]".formatted(key);
    }
}
