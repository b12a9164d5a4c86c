package io.ringback.process.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.rule.Finding;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    void allowsTheSameKeyInGroupsOfTheirOwn() {
        var home = group("home", field("number", "a"));
        var work = group("work", field("number", "a").replace("field_a", "field_b"));

        assertThat(findings(form(home, work))).isEmpty();
    }

    @Test
    void refusesKeysUsedTwiceInOneGroup() {
        assertRefused(
                form(group("home", field("number", "a")), field("textfield", "home.a")),
                "field_home.a",
                "key 'home.a' is used twice");
    }

    @Test
    void refusesAFieldWhereOthersAre() {
        assertRefused(
                form(field("number", "a"), field("number", "a.b")), "field_a.b", "give each field a place of its own");
        assertRefused(
                form(field("number", "a.b"), field("number", "a")), "field_a", "give each field a place of its own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constructor",
                "__proto__",
                "toString",
                "valueOf",
                "hasOwnProperty",
                "isPrototypeOf",
                "prototype",
                "__defineGetter__",
                "a.constructor",
                "__proto__.a",
                "0",
                "a.12",
                "a..b",
                ".a",
                "a."
            })
    void refusesNamesThatMeanSomethingElseInTheBrowser(String key) {
        assertThat(findings(form(field("textfield", key)))).as("key").isNotEmpty();
        assertThat(findings(form(group(key, field("textfield", "a")))))
                .as("path")
                .isNotEmpty();
        assertThat(findings(form("{'type':'dynamiclist','id':'l','path':'%s','components':[]}"
                        .formatted(key)
                        .replace('\'', '"'))))
                .as("list")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"construct", "proto", "to_string", "value-of", "a1", "order.number"})
    void allowsOtherNames(String key) {
        assertThat(findings(form(field("textfield", key)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select", "radio", "checklist", "taglist"})
    void refusesOptionsWithEqualValues(String type) {
        assertRefused(
                form(choice(type, "\"A\"", "\"B\"", "\"A\"")), "field_a", "two of its options have the value 'A'");
        assertRefused(form(choice(type, "1", "\"1\"")), "field_a", "two of its options have the value '1'");
        assertThat(findings(form(choice(type, "\"A\"", "\"a\"", "\"Å\"")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", ")", "a**", "*a", "a{2,1}", "(?", "(?<a", "[b-a]", "^*", "\\\\"})
    void refusesPatternsThatTheBrowserCannotRead(String pattern) {
        assertRefused(form(patterned(pattern)), "field_a", "its pattern is no regular expression");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"^[0-9]{5}$", "^(?!0).*", "(.)\\\\1", "]", "}", "a{", "[^]", "\\\\p{L}", "^\\\\d+(?:,\\\\d+)?$"})
    void allowsPatternsThatItReads(String pattern) {
        assertThat(findings(form(patterned(pattern)))).isEmpty();
    }

    @Test
    void allowsManyFieldsAndManyChoices() {
        var fields = IntStream.range(0, 300).mapToObj(i -> field("textfield", "field" + i));
        var choices = IntStream.range(0, 500).mapToObj("\"choice%d\""::formatted);

        assertThat(findings(form(fields.toArray(String[]::new)))).isEmpty();
        assertThat(findings(form(choice("taglist", choices.toArray(String[]::new)))))
                .isEmpty();
    }

    @Test
    void refusesFormsWhoseAnswersCouldNeverBeKept() {
        var choices = IntStream.range(0, 2_000).mapToObj("\"a choice with a long name %d\""::formatted);

        assertRefused(
                form(choice("taglist", choices.toArray(String[]::new))),
                "model.form",
                "must be at most 32 KiB of answers together");
        assertRefused(form(field("textfield", "a.b.c.d.e.f.g.h.i.j")), "model.form", "more than 8 levels deep");
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

    private static String group(String path, String... components) {
        return "{\"type\": \"group\", \"id\": \"group_%s\", \"path\": \"%s\", \"components\": [%s]}"
                .formatted(path, path, String.join(",", components));
    }

    private static String choice(String type, String... values) {
        var options = Stream.of(values).map("{\"label\": \"x\", \"value\": %s}"::formatted);
        return "{\"type\": \"%s\", \"id\": \"field_a\", \"key\": \"a\", \"values\": [%s]}"
                .formatted(type, options.collect(joining(",")));
    }

    private static String patterned(String pattern) {
        return "{\"type\": \"textfield\", \"id\": \"field_a\", \"key\": \"a\", \"validate\": {\"pattern\": \"%s\"}}"
                .formatted(pattern);
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
