package io.ringback.process;

import static io.ringback.process.check.EditedModel.retryPolicy;

import io.ringback.process.check.EditedModel;
import io.ringback.support.Json;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Retry tables and forms of designers, and as other versions of their tools write them. */
public final class OtherDecisionsAndForms {

    private static final String DMN_1_3 = "https://www.omg.org/spec/DMN/20191111/";

    /** Those on which the table is asked. */
    private static final Set<Way> RETRIES = EnumSet.of(
            Way.ANSWERED,
            Way.BUSY_THEN_ANSWERED,
            Way.GIVEN_UP,
            Way.EXPIRED_AFTER_AN_ATTEMPT,
            Way.LATER_AS_THE_AGENT_SAYS);

    private static final Set<Way> SAVES =
            EnumSet.of(Way.ANSWERED, Way.BUSY_THEN_ANSWERED, Way.GIVEN_UP, Way.WINDOW_LEFT_OPEN_WITH_A_DRAFT);

    private OtherDecisionsAndForms() {}

    public static Stream<WorkedModel> all() {
        return Stream.concat(decisions(), forms());
    }

    private static Stream<WorkedModel> decisions() {
        return Stream.of(
                        WorkedModel.of(
                                "other times",
                                retryPolicy()
                                        .with("PT5M", "PT7M")
                                        .with("PT15M", "PT2H3M4S")
                                        .with("PT1H", "PT90S")),
                        WorkedModel.of("DMN 1.4", newer("20211108")),
                        WorkedModel.of("DMN 1.5", newer("20230324")),
                        WorkedModel.of(
                                "DMN 1.2",
                                retryPolicy()
                                        .with(DMN_1_3 + "MODEL/", "http://www.omg.org/spec/DMN/20180521/MODEL/")
                                        .with(DMN_1_3 + "DMNDI/", "http://www.omg.org/spec/DMN/20180521/DMNDI/")),
                        WorkedModel.of(
                                "the namespace operaton in a decision",
                                retryPolicy()
                                        .with(
                                                "xmlns:camunda=\"http://camunda.org/",
                                                "xmlns:operaton=\"http://operaton.org/")
                                        .with("camunda:history", "operaton:history")),
                        WorkedModel.of("a decision with notes of tools", noted()),
                        WorkedModel.of("several decisions in a file", several()),
                        WorkedModel.of("each rule alone, and a time that grows", unique()))
                .map(model -> model.on(RETRIES));
    }

    private static Stream<WorkedModel> forms() {
        return Stream.of(
                        WorkedModel.of("other fields", form("otherFields", """
                                {'id': 'f1', 'key': 'product', 'type': 'textfield', 'label': 'Tuote', 'validate': {'maxLength': 20}},
                                {'id': 'f2', 'key': 'count', 'type': 'number', 'label': 'M\u00e4\u00e4r\u00e4'},
                                {'id': 'f3', 'key': 'agreed', 'type': 'checkbox', 'label': 'Sovittu'}"""))
                                .answering(Map.of("product", "\"kenk\u00e4\"", "count", "2", "agreed", "true")),
                        WorkedModel.of("groups, rows and choices", form("grouped", """
                                {'id': 'g', 'type': 'group', 'path': 'order', 'label': 'Tilaus', 'layout': {'row': 'r', 'columns': 8},
                                 'components': [{'id': 'f1', 'key': 'number', 'type': 'textfield', 'label': 'Numero'}]},
                                {'id': 's', 'type': 'separator'}, {'id': 't', 'type': 'text', 'text': '# Kiitos'},
                                {'id': 'f2', 'key': 'topics', 'type': 'taglist', 'label': 'Aiheet',
                                 'values': [{'label': 'Lasku', 'value': 'bill'}, {'label': 'Muu', 'value': 'other'}]}"""))
                                .answering(Map.of("order", "{\"number\":\"A-17\"}", "topics", "[\"bill\",\"other\"]")),
                        WorkedModel.of("a form without fields", form("empty", "")))
                .map(model -> model.on(SAVES)
                        .with(Map.of(
                                "formKey", "\"" + model.models().get(0).file().replace(".form", "") + "\"")));
    }

    private static EditedModel newer(String version) {
        return retryPolicy().with(DMN_1_3, "https://www.omg.org/spec/DMN/" + version + "/");
    }

    private static EditedModel noted() {
        return retryPolicy()
                .with(
                        "xmlns:camunda=",
                        "xmlns:trisotech=\"http://www.trisotech.com/2016/triso/modeling\" xmlns:biodi=\"http://bpmn.io/schema/dmn/biodi/2.0\""
                                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:camunda=")
                .set("definitions_retryPolicy", "xsi:schemaLocation", "http://127.0.0.1:1/a http://127.0.0.1:1/a.xsd")
                .set("definitions_retryPolicy", "exporter", "dmn-js (https://demo.bpmn.io/dmn)")
                .set("input_callStatus", "biodi:width", "192")
                .set("retryPolicy", "trisotech:colour", "#fff")
                .prepend(
                        "retryPolicy",
                        "<dmn:description xmlns:dmn='https://www.omg.org/spec/DMN/20191111/MODEL/'>Milloin?</dmn:description>"
                                + "<dmn:extensionElements xmlns:dmn='https://www.omg.org/spec/DMN/20191111/MODEL/'><t:x xmlns:t='http://www.trisotech.com/2016/triso/modeling'>function</t:x></dmn:extensionElements>");
    }

    private static EditedModel several() {
        return retryPolicy()
                .with("  <dmndi:DMNDI>", """
                          <decision id="patience" name="Patience" camunda:historyTimeToLive="P30D">
                            <decisionTable id="table_patience" hitPolicy="UNIQUE">
                              <input id="in_attempts"><inputExpression id="ex_attempts" typeRef="integer"><text>attempts</text></inputExpression></input>
                              <output id="out_patience" name="patience" typeRef="string"/>
                              <rule id="few"><inputEntry id="few_in"><text>&lt; 3</text></inputEntry><outputEntry id="few_out"><text>"short"</text></outputEntry></rule>
                              <rule id="many"><inputEntry id="many_in"><text>&gt;= 3</text></inputEntry><outputEntry id="many_out"><text>"long"</text></outputEntry></rule>
                            </decisionTable>
                          </decision>
                          <dmndi:DMNDI>""")
                .with("    <decisionTable id=\"table_retryPolicy\"", """
                            <informationRequirement id="needs_patience"><requiredDecision href="#patience"/></informationRequirement>
                            <decisionTable id="table_retryPolicy\"""")
                .with(
                        "<text>attempts</text>\n        </inputExpression>\n      </input>\n      <input id=\"input_lastAttempt\"",
                        "<text>patience</text>\n        </inputExpression>\n      </input>\n      <input id=\"input_lastAttempt\"")
                .withAll("(?s)(expression_attempts\" typeRef=\")integer", "$1string")
                .with("\"PT5M\"", "if patience = \"long\" then \"PT30M\" else \"PT5M\"");
    }

    private static EditedModel unique() {
        return new EditedModel("retryPolicy.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                             id="d" name="Retry" namespace="own">
                  <decision id="retryPolicy" name="Retry policy" camunda:historyTimeToLive="P30D">
                    <decisionTable id="t">
                      <input id="i1"><inputExpression id="e1" typeRef="string"><text>callStatus</text></inputExpression></input>
                      <input id="i2"><inputExpression id="e2" typeRef="integer"><text>attempts</text></inputExpression></input>
                      <output id="o1" name="retryAfter" typeRef="string"/><output id="o2" name="giveUp" typeRef="boolean"/>
                      %s%s%s
                    </decisionTable>
                  </decision>
                </definitions>""".formatted(
                        rule(
                                "early",
                                "\"BUSY\", \"NO_ANSWER\"",
                                "[1..5]",
                                "\"PT\" + string(attempts * 5) + \"M\"",
                                "lastAttempt"),
                        rule("late", "\"BUSY\", \"NO_ANSWER\"", "> 5", "\"PT4H\"", "lastAttempt or attempts > 30"),
                        rule("other", "not(\"BUSY\", \"NO_ANSWER\")", "-", "\"PT1H\"", "lastAttempt = true")));
    }

    private static String rule(String id, String status, String attempts, String after, String giveUp) {
        return """
                <rule id="%1$s"><inputEntry id="%1$s_1"><text>%2$s</text></inputEntry><inputEntry id="%1$s_2"><text>%3$s</text></inputEntry>
                <outputEntry id="%1$s_3"><text>%4$s</text></outputEntry><outputEntry id="%1$s_4"><text>%5$s</text></outputEntry></rule>""".formatted(id, status, attempts.replace(">", "&gt;"), after, giveUp.replace(">", "&gt;"));
    }

    private static EditedModel form(String id, String components) {
        return new EditedModel(
                id + ".form",
                Json.json("{'id': '" + id + "', 'type': 'default', 'schemaVersion': 18, 'components': [")
                        + components.replace('\'', '"') + "]}");
    }
}
