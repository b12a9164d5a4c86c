package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.rule.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists, sources, attributes, clocks and earlier attempts, where processes and decisions read them. */
class ReadableFactsTest {

    private final ProcessCheck check = ShippedModels.processCheck().reading(Set.of("segment"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "segment == 'gold'                     |",
                "empty segment or segment != 'gold'    |",
                "listId == 'sales' and source == 'WEB' |",
                "source == null                        |",
                "source == 'FAX'                       | value",
                "source == 'web'                       | value",
                "segment > 3                           | value",
                "segment                               | variable-kind",
                "segmnt == 'gold'                      | unknown-variable",
                "tariff == 'gold'                      | unknown-variable",
                "weekday == 'MONDAY'                   | unknown-variable"
            })
    void aGatewayComparesWhatItCanRead(String condition, String rule) {
        var model = callbackCase().with("#{giveUp}", "#{giveUp and (%s)}".formatted(condition.replace(">", "&gt;")));
        if (condition.equals("segment")) {
            model = callbackCase().with("#{giveUp}", "#{segment}");
        }

        assertThat(rules(check.check(model.file(), model.bytes()))).isEqualTo(rule == null ? Set.of() : Set.of(rule));
    }

    @Test
    void anUnknownAttributeIsToldHowItBecomesKnown() {
        var model = callbackCase().with("#{giveUp}", "#{giveUp and tariff == 'gold'}");

        assertThat(check.check(model.file(), model.bytes()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("processAttributes of a list"));
    }

    @Test
    void noModelSetsWhatIsRead() {
        for (var name : List.of("segment", "source", "listId")) {
            var model = callbackCase().with("outputParameter name=\"giveUp\"", "outputParameter name=\"" + name + "\"");

            assertThat(rules(check.check(model.file(), model.bytes()))).as(name).contains("output");
        }
    }

    @Test
    void whatIsReadStaysReadableAfterAWait() {
        var model =
                callbackCase().with("#{cancelRequested}", "#{cancelRequested or segment == 'gold' or source == 'IVR'}");

        assertThat(check.check(model.file(), model.bytes())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source       | string  | \"WEB\"                  |",
                "source       | string  | \"FAX\"                  | value",
                "weekday      | string  | \"SATURDAY\", \"SUNDAY\" |",
                "weekday      | string  | \"Saturday\"             | value",
                "hour         | integer | [8..15]                  |",
                "hour         | string  | \"8\"                    | variable-kind value",
                "status1      | string  | \"BUSY\"                 |",
                "status5      | string  | null                     |",
                "status6      | string  | \"BUSY\"                 | unknown-variable",
                "lastStatus   | string  | \"GONE\"                 | value",
                "busyAttempts | integer | >= 3                     |",
                "segment      | string  | \"gold\"                 |",
                "segment      | boolean | true                     | variable-kind value",
                "tariff       | string  | \"gold\"                 | unknown-variable",
                "listId       | string  | \"sales\"                |"
            })
    void theRetryTableAsksForWhatThereIs(String input, String type, String test, String rules) {
        var model = table(
                        "retryPolicy",
                        List.of("lastAttempt boolean", input + " " + type),
                        List.of("retryAfter string", "giveUp boolean"))
                .row("true", "-", "\"PT0S\"", "true")
                .row("-", test, "\"PT1M\"", "false")
                .row("-", "-", "\"PT5M\"", "false");

        assertThat(rules(found(model))).isEqualTo(rules == null ? Set.of() : Set.of(rules.split(" ")));
    }

    @Test
    void theCaseThatNoRuleFitsIsNamed() {
        var model = table(
                        "retryPolicy",
                        List.of("weekday string", "hour integer", "status1 string"),
                        List.of("retryAfter string", "giveUp boolean"))
                .row("\"SUNDAY\"", "< 12", "null", "\"PT1M\"", "lastAttempt")
                .row("\"SUNDAY\"", ">= 12", "-", "\"PT5M\"", "lastAttempt")
                .row("not(\"SUNDAY\")", "-", "-", "\"PT5M\"", "lastAttempt");

        assertThat(found(model))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("weekday = SUNDAY", "hour = 0", "status1 = BUSY")
                        .doesNotContain("busyAttempts"));
    }

    @Test
    void theLimitOfAttemptsIsKeptWhateverElseIsAsked() {
        var model = table(
                        "retryPolicy",
                        List.of("segment string", "lastAttempt boolean"),
                        List.of("retryAfter string", "giveUp boolean"))
                .row("\"gold\"", "-", "\"PT1M\"", "false")
                .row("-", "true", "\"PT0S\"", "true")
                .row("-", "-", "\"PT5M\"", "false");

        assertThat(rules(found(model))).containsExactly("attempt-limit");
    }

    @Test
    void aTableThatAsksForVeryMuchIsTriedOrRefusedInAMoment() {
        var inputs = List.of(
                "attempts integer",
                "hour integer",
                "weekday string",
                "source string",
                "segment string",
                "busyAttempts integer",
                "otherAttempts integer",
                "status1 string",
                "status2 string");
        var model = table("retryPolicy", inputs, List.of("retryAfter string", "giveUp boolean"));
        for (int i = 0; i < 40; i++) {
            model = model.row(
                    "" + (i + 1),
                    "" + i % 24,
                    "\"MONDAY\"",
                    "\"WEB\"",
                    "\"s" + i + "\"",
                    "" + i,
                    "" + i,
                    "\"BUSY\"",
                    "null",
                    "\"PT1M\"",
                    "lastAttempt");
        }
        model = model.row("-", "-", "-", "-", "-", "-", "-", "-", "-", "\"PT1M\"", "lastAttempt");

        assertThat(rules(found(model))).containsExactly("too-complex");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0          | null      | null      |",
                "9          | \"PT10M\" | \"PT2H\"  |",
                "10         | null      | null      | decision-output",
                "0 - 1      | null      | null      | decision-output",
                "1.5        | null      | null      | decision-output",
                "\"high\"   | null      | null      | decision-output",
                "5          | \"soon\"  | null      | decision-output",
                "5          | \"P400D\" | null      | decision-output",
                "5          | \"PT0S\"  | null      | decision-output",
                "5          | \"PT2H\"  | \"PT1H\"  | decision-output",
                "attempts   | null      | null      | unknown-variable",
                "if later then 1 else 2 | null | null |"
            })
    void prioritiesAndTheirTimesAreOnesThatThereAre(String priority, String due, String expires, String rule) {
        var model = table(
                        "callbackPriority",
                        List.of("segment string"),
                        List.of("priority integer", "dueAfter string", "expiresAfter string"))
                .row("\"gold\"", priority, due, expires)
                .row("-", "0", "null", "null");

        assertThat(rules(found(model))).isEqualTo(rule == null ? Set.of() : Set.of(rule));
    }

    @Test
    void everyRequestHasAPriority() {
        var model = table("callbackPriority", List.of("source string", "later boolean"), List.of("priority integer"))
                .row("\"WEB\"", "-", "1")
                .row("not(\"WEB\")", "true", "2");
        var unnamed = table("callbackPriority", List.of("source string"), List.of("urgency integer"))
                .row("-", "1");

        assertThat(rules(found(model))).containsExactly("no-rule");
        assertThat(rules(found(unnamed))).containsExactly("decision-output");
    }

    @Test
    void theShippedTablesNeedNoAttribute() {
        for (var file : List.of("callbackPriority.dmn", "retryPolicy.dmn")) {
            var model = shipped(file);
            assertThat(ShippedModels.processCheck().check(model.file(), model.bytes()))
                    .isEmpty();
        }
    }

    private List<Finding> found(Table table) {
        return check.check(table.decision() + ".dmn", table.bytes());
    }

    private static Set<String> rules(List<Finding> findings) {
        return findings.stream().map(finding -> finding.rule().code()).collect(Collectors.toSet());
    }

    private static Table table(String decision, List<String> inputs, List<String> outputs) {
        return new Table(decision, inputs, outputs, List.of());
    }

    /** A table under FIRST; inputs and outputs are written as their names and types. */
    private record Table(String decision, List<String> inputs, List<String> outputs, List<List<String>> rows) {

        Table row(String... cells) {
            var more = new ArrayList<>(rows);
            more.add(List.of(cells));
            return new Table(decision, inputs, outputs, more);
        }

        byte[] bytes() {
            var xml = new StringBuilder("""
                    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                      id="d" name="D" namespace="own"><decision id="%s" name="D" camunda:historyTimeToLive="P30D">
                      <decisionTable id="t" hitPolicy="FIRST">""".formatted(decision));
            for (int i = 0; i < inputs.size(); i++) {
                var input = inputs.get(i).split(" ");
                xml.append(
                        "<input id=\"i%s\"><inputExpression id=\"e%s\" typeRef=\"%s\"><text>%s</text></inputExpression></input>"
                                .formatted(i, i, input[1], input[0]));
            }
            for (int i = 0; i < outputs.size(); i++) {
                var output = outputs.get(i).split(" ");
                xml.append("<output id=\"o%s\" name=\"%s\" typeRef=\"%s\"/>".formatted(i, output[0], output[1]));
            }
            IntStream.range(0, rows.size()).forEach(i -> {
                xml.append("<rule id=\"r%s\">".formatted(i));
                for (int j = 0; j < rows.get(i).size(); j++) {
                    var entry = j < inputs.size() ? "inputEntry" : "outputEntry";
                    xml.append("<%s id=\"c%s_%s\"><text>%s</text></%s>"
                            .formatted(
                                    entry,
                                    i,
                                    j,
                                    rows.get(i).get(j).replace("<", "&lt;").replace(">", "&gt;"),
                                    entry));
                }
                xml.append("</rule>");
            });
            return xml.append("</decisionTable></decision></definitions>")
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
