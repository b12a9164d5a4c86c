package io.ringback.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.design.ModelChecks;
import io.ringback.process.check.EditedModel;
import io.ringback.process.check.PlayedCheck;
import io.ringback.process.check.rule.Finding;
import io.ringback.support.RingbackTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the check finds by playing, where the rules have found nothing. */
@RingbackTest
class PlayedModelsTest {

    private static final String UNTIL_EXPIRY =
            "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">#{expiresAt}</bpmn:timeDate>";

    @Autowired
    private PlayedCheck games;

    @Autowired
    private ModelChecks checks;

    @Test
    void findsNothingInTheShippedModels() {
        assertThat(games.play(files(EditedModel.callbackCase(), EditedModel.retryPolicy())))
                .isEmpty();
    }

    @Test
    void findsACaseThatNeverExpires() {
        var model = EditedModel.callbackCase()
                .with(
                        "sourceRef=\"timer_expired\" targetRef=\"gateway_toExpire\"",
                        "sourceRef=\"timer_expired\" targetRef=\"gateway_toOffer\"")
                .with("<bpmn:incoming>flow_expiredWaiting</bpmn:incoming>", "")
                .with(
                        "<bpmn:incoming>flow_eligible</bpmn:incoming>",
                        "<bpmn:incoming>flow_eligible</bpmn:incoming><bpmn:incoming>flow_expiredWaiting</bpmn:incoming>")
                .with(UNTIL_EXPIRY, "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT5M</bpmn:timeDuration>");

        var findings = foundByPlayingOnly(model);

        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.file()).isEqualTo("callbackCase.bpmn");
            assertThat(finding.message()).contains("playing \"");
        });
        assertThat(findings.toString()).contains("timers: it never ends", "nobody is free until it expires");
    }

    @Test
    void findsADecisionWhoseAnswerNoTimerCanRead() {
        var decision = new EditedModel("reminder.dmn", REMINDER);
        var model = EditedModel.callbackCase()
                .with(
                        "<bpmn:sequenceFlow id=\"flow_relatedNo\" name=\"no\" sourceRef=\"gateway_related\" targetRef=\"gateway_backInLine\" />",
                        """
                        <bpmn:sequenceFlow id="flow_relatedNo" name="no" sourceRef="gateway_related" targetRef="task_remind" />
                        <bpmn:businessRuleTask id="task_remind" name="Decide when to remind" camunda:decisionRef="reminder"
                            camunda:mapDecisionResult="singleEntry" camunda:resultVariable="remindAfter">
                          <bpmn:incoming>flow_relatedNo</bpmn:incoming><bpmn:outgoing>flow_remind</bpmn:outgoing>
                        </bpmn:businessRuleTask>
                        <bpmn:sequenceFlow id="flow_remind" sourceRef="task_remind" targetRef="gateway_backInLine" />""")
                .with(
                        "<bpmn:incoming>flow_relatedNo</bpmn:incoming>\n      <bpmn:incoming>flow_back<",
                        "<bpmn:incoming>flow_remind</bpmn:incoming>\n      <bpmn:incoming>flow_back<")
                .with(
                        UNTIL_EXPIRY,
                        "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">#{remindAfter}</bpmn:timeDuration>");

        var findings = foundByPlayingOnly(model, decision);

        assertThat(findings.toString()).contains("gateway_waiting", "the step fails");
    }

    @Test
    void findsAWaitOfYearsWhereItIs() {
        var model = EditedModel.callbackCase()
                .with(
                        UNTIL_EXPIRY,
                        "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P3650D</bpmn:timeDuration>");

        var findings = foundByPlayingOnly(model);

        assertThat(findings).extracting(Finding::elementId).contains("timer_expired");
        assertThat(findings.toString()).contains("it waits longer than 366 days");
    }

    @Test
    void playsAgainOnlyWhatHasChanged() {
        var files = files(EditedModel.retryPolicy().with("\"PT15M\"", "\"PT16M\""));
        assertThat(games.play(files)).isEmpty();

        assertThat(games.play(files)).isEmpty();
        assertThat(games.play(Map.of("x.form", new byte[0]))).isEmpty();
    }

    private List<Finding> foundByPlayingOnly(EditedModel... models) {
        var files = files(models);
        assertThat(checks.refusals(files)).isEmpty();
        return games.play(files);
    }

    private static TreeMap<String, byte[]> files(EditedModel... models) {
        var files = new TreeMap<String, byte[]>();
        Arrays.stream(models).forEach(model -> files.put(model.file(), model.bytes()));
        return files;
    }

    private static final String REMINDER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                id="definitions_reminder" name="Reminder" namespace="http://example.com">
              <decision id="reminder" name="Reminder" camunda:historyTimeToLive="P30D">
                <decisionTable id="table_reminder" hitPolicy="FIRST">
                  <input id="input_callable" label="Callable"><inputExpression id="callable_of" typeRef="string"><text>callable</text></inputExpression></input>
                  <output id="output_after" name="remindAfter" typeRef="string" />
                  <rule id="rule_any"><inputEntry id="in_any"><text>-</text></inputEntry><outputEntry id="out_any"><text>"in " + callable</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;
}
