package io.ringback.process.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Rule;
import io.ringback.support.Bounds;
import io.ringback.support.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits of the shipped form that the desk could not show, save or work out. */
class RefusedFormsTest {

    private static final String TOPIC = "\"key\": \"topic\"";

    private final ProcessCheck check = ShippedModels.processCheck();

    static Stream<Arguments> forms() {
        return Stream.of(
                edit(
                        "two fields of one id",
                        form().with("\"field_topic\"", "\"field_reason\""),
                        "field_reason",
                        Rule.DUPLICATE_ID),
                edit("two fields of one key", form().with(TOPIC, "\"key\": \"reason\""), "field_topic", Rule.FORM),
                edit("a field named __proto__", form().with(TOPIC, "\"key\": \"__proto__\""), "field_topic", Rule.FORM),
                edit(
                        "a field in constructor",
                        form().with(TOPIC, "\"key\": \"a.constructor\""),
                        "field_topic",
                        Rule.FORM),
                edit("a field named prototype", form().with(TOPIC, "\"key\": \"prototype\""), "field_topic", Rule.FORM),
                edit("a member named __proto__", member("'__proto__': {'a': 1}"), "field_topic", Rule.FORM),
                edit(
                        "a property named constructor",
                        member("'properties': {'constructor': 'x'}"),
                        "field_topic",
                        Rule.FORM),
                edit("content of other servers", type("iframe"), "field_topic", Rule.FORM),
                edit("markup", type("html"), "field_topic", Rule.FORM),
                edit("a file to upload", type("filepicker"), "field_topic", Rule.FORM),
                edit("a type that nobody knows", type("signature"), "field_topic", Rule.FORM),
                edit(
                        "a loop in a condition",
                        member("'conditional': {'hide': '=for i in 1..1000000000 return i'}"),
                        "field_topic",
                        Rule.FORM),
                edit(
                        "a loop in a label",
                        member("'label': '= some i in 1..9999999 satisfies i < 0'"),
                        "field_topic",
                        Rule.FORM),
                edit(
                        "a loop in a template",
                        member("'description': 'Now {{ for i in 1..999999 return i }}'"),
                        "field_topic",
                        Rule.FORM),
                edit("a function of one's own", member("'readonly': '=function(a) a'"), "field_topic", Rule.FORM),
                edit(
                        "a pattern worked out",
                        member("'readonly': '=matches(reason, \\\"(a+)+$\\\")'"),
                        "field_topic",
                        Rule.FORM),
                edit(
                        "an expression that cannot be read",
                        member("'disabled': '=reason = \\\"'"),
                        "field_topic",
                        Rule.FORM),
                edit(
                        "choices from nowhere",
                        new EditedModel(
                                "f.form",
                                Json.json(
                                        "{'id':'f','type':'default','components':[{'id':'c','key':'c','type':'select','valuesKey':'customers'}]}")),
                        "c",
                        Rule.FORM),
                edit(
                        "a comparison without its end",
                        member("'conditional': {'hide': '=a =='}"),
                        "field_topic",
                        Rule.FORM),
                edit("a form of a version in words", version("\"latest\""), "callClassification.form", Rule.FORM),
                edit("a form of version 0", version("0"), "callClassification.form", Rule.FORM),
                edit("a form of half a version", version("1.5"), "callClassification.form", Rule.FORM),
                edit(
                        "no id",
                        form().with("\"id\": \"callClassification\",", ""),
                        "callClassification.form",
                        Rule.FORM));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void isFoundAtTheFieldToMend(String name, EditedModel model, String elementId, Rule rule) {
        assertThat(check.check(model.file(), model.bytes())).anySatisfy(finding -> {
            assertThat(finding.elementId()).isEqualTo(elementId);
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.file()).isEqualTo(model.file());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'conditional': {'hide': '=reason = \\\"ORDER\\\"'}",
                "'conditional': {'hide': '=not(followUp) and (reason != \\\"OTHER\\\")'}",
                "'readonly': '=if followUp then true else false'",
                "'description': 'Of {{reason}}, {{#if followUp}}again{{/if}}'",
                "'label': '=\\\"Topic of \\\" + upper case(reason)'",
                "'defaultValue': '=for'",
                "'properties': {'team': 'voice'}",
                "'layout': {'row': 'Row_1', 'columns': null}",
                "'validate': {'minDate': '=today()'}"
            })
    void whatIsDoneAtOnceIsAllowed(String member) {
        var model = member(member);

        assertThat(check.check(model.file(), model.bytes())).isEmpty();
    }

    @Test
    void formsThatAreLargeOrDeepAreFoundInBoundedTime() {
        var took = Bounds.cpuTimeOf(() -> {
            assertThat(found(fields(4_000))).contains(Rule.TOO_COMPLEX);
            assertThat(found(groups(400))).contains(Rule.TOO_COMPLEX);
            assertThat(found(groups(5_000))).isNotEmpty();
            assertThat(found(groups(5))).isEmpty();
            assertThat(found(fields(400))).isEmpty();
        });

        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    private List<Rule> found(String form) {
        return check.check("f.form", form.getBytes(StandardCharsets.UTF_8)).stream()
                .map(Finding::rule)
                .toList();
    }

    private static String fields(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Json.json("{'id':'f%1$d','key':'k%1$d','type':'checkbox'}".formatted(i)))
                .collect(Collectors.joining(",", Json.json("{'id':'f','type':'default','components':["), "]}"));
    }

    private static String groups(int depth) {
        return Json.json("{'id':'f','type':'default','components':[")
                + IntStream.range(0, depth)
                        .mapToObj(i -> Json.json("{'id':'g%d','type':'group','components':[".formatted(i)))
                        .collect(Collectors.joining())
                + "]}".repeat(depth) + "]}";
    }

    private static EditedModel version(String version) {
        return form().with("\"schemaVersion\": 18", "\"schemaVersion\": " + version);
    }

    private static EditedModel form() {
        return EditedModel.shipped("callClassification.form");
    }

    private static EditedModel type(String type) {
        return form().with("\"type\": \"textfield\"", "\"type\": \"%s\"".formatted(type));
    }

    /** The field topic has this too. */
    private static EditedModel member(String member) {
        var text = form();
        for (var known : new String[] {"label", "description", "validate", "properties"}) {
            if (member.startsWith("'" + known)) {
                text = text.withAll("(?s)(field_topic.*?)\"%s\": (?:\"[^\"]*\"|\\{[^}]*}),?".formatted(known), "$1");
            }
        }
        var topic = "\"id\": \"field_topic\",";
        var changed = text.with(topic, topic + " " + member.replace('\'', '"') + ",");
        return new EditedModel(changed.file(), changed.content().replaceAll(",\\s*}", "}"));
    }

    private static Arguments edit(String name, EditedModel model, String elementId, Rule rule) {
        return arguments(name, model, elementId, rule);
    }
}
