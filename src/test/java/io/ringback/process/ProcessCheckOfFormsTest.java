package io.ringback.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessCheckOfFormsTest {

    private final ProcessCheck check = ShippedModels.processCheck();

    @Test
    void allowsOrdinaryFields() {
        var form = form(field("textfield", "a"), field("select", "b"), "{\"type\": \"separator\", \"id\": \"c\"}");

        assertThat(findings(form)).isEmpty();
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThat(findings("{"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("not readable as JSON"));
        assertThat(findings("")).isNotEmpty();
        assertThat(findings(form() + "x")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "iframe", "image", "expression", "documentPreview", "filepicker", "unknown"})
    void refusesComponentsThatLoadOrRunForeignContent(String type) {
        assertRefused(form(field(type, "a")), "field_a", "component type '" + type + "' is not allowed");
    }

    @Test
    void refusesSuchComponentsInsideGroups() {
        var form = form("{\"type\": \"group\", \"id\": \"g\", \"components\": [" + field("html", "a") + "]}");

        assertRefused(form, "field_a", "component type 'html' is not allowed");
    }

    @Test
    void refusesKeysUsedTwice() {
        assertRefused(form(field("number", "a"), field("number", "a")), "field_a", "key 'a' is used twice");
    }

    @Test
    void refusesFieldsWithoutKey() {
        assertRefused(form("{\"type\": \"number\", \"id\": \"field_a\"}"), "field_a", "has no key");
    }

    @Test
    void refusesDynamicListsWithoutPath() {
        assertRefused(form("{\"type\": \"dynamiclist\", \"id\": \"list_a\"}"), "list_a", "has no path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a/b", "a b"})
    void refusesOtherIds(String id) {
        assertRefused(form().replace("\"model\"", "\"" + id + "\""), "model.form", "must be a letter");
    }

    @Test
    void refusesOtherTypesOfForm() {
        assertRefused(form().replace("default", "other"), "model.form", "type must be \"default\"");
    }

    @Test
    void refusesFormsWithoutAListOfComponents() {
        assertRefused("{\"id\": \"model\", \"type\": \"default\"}", "model.form", "components must be a list");
    }

    @Test
    void refusesFormsLargerThanAQuarterOfAMebibyte() {
        assertRefused(form() + " ".repeat(256 * 1024), "model.form", "256 KiB");
    }

    private void assertRefused(String form, String elementId, String message) {
        assertThat(findings(form)).anySatisfy(finding -> {
            assertThat(finding.elementId()).isEqualTo(elementId);
            assertThat(finding.message()).contains(message);
        });
    }

    private List<Finding> findings(String form) {
        return check.check("model.form", form.getBytes(UTF_8));
    }

    private static String field(String type, String key) {
        return "{\"type\": \"%s\", \"id\": \"field_%s\", \"key\": \"%s\"}".formatted(type, key, key);
    }

    private static String form(String... components) {
        return "{\"id\": \"model\", \"type\": \"default\", \"components\": [%s]}"
                .formatted(String.join(",", components));
    }
}
