package io.ringback.process;

import static io.ringback.process.EditedModels.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that go wrong as an outcome is saved: it is kept, and the agent gets the next case. */
class WrongOutcomesTest extends WrongModels {

    static List<Arguments> wrongWhenAnOutcomeIsSaved() {
        return List.of(
                row(
                        "a condition of a variable that is not there",
                        CASE,
                        "gateway_resolved",
                        replacing("#{callStatus == 'ANSWERED'}", "#{nothing == 'ANSWERED'}")),
                row(
                        "a gateway without a flow that fits",
                        CASE,
                        "gateway_resolved",
                        replacing(" default=\"flow_resolvedNo\"", "")
                                .andThen(replacing("#{callStatus == 'ANSWERED'}", "#{callStatus == 'MAYBE'}"))
                                .andThen(replacing(
                                        "sourceRef=\"gateway_resolved\" targetRef=\"task_decideRetry\" />",
                                        "sourceRef=\"gateway_resolved\" targetRef=\"task_decideRetry\"><bpmn:conditionExpression"
                                                + " xsi:type=\"bpmn:tFormalExpression\">#{callStatus == 'PERHAPS'}"
                                                + "</bpmn:conditionExpression></bpmn:sequenceFlow>"))::apply),
                row(
                        "a decision that returns nothing",
                        RETRY,
                        "task_decideRetry|gateway_giveUp",
                        replacing("\"NO_ANSWER\"", "\"NEVER\"")
                                        .andThen(model ->
                                                model.replaceAll("(?s)<rule id=\"rule_anythingElse\".*?</rule>", ""))
                                ::apply),
                row(
                        "a decision with two rules where one is wanted",
                        RETRY,
                        "task_decideRetry",
                        replacing("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")
                                .andThen(replacing(
                                        "<text>true</text>\n        </inputEntry>",
                                        "<text>-</text>\n        </inputEntry>"))::apply),
                row(
                        "a decision whose answer is of another kind",
                        RETRY,
                        "task_decideRetry",
                        replacing("name=\"retryAfter\" typeRef=\"string\"", "name=\"retryAfter\" typeRef=\"integer\"")),
                row("a delay in words", RETRY, "task_compareWithExpiry", replacing("\"PT15M\"", "\"a while\"")),
                row("a timer without a time", CASE, "gateway_scheduled", replacing("#{eligibleAt}", "#{callable}")),
                row(
                        "a step for something else",
                        CASE,
                        "task_scheduleRetry",
                        replacing("#{scheduleAfterDelayDelegate}", "#{expireCallbackDelegate}")),
                row(
                        "two ways at once",
                        CASE,
                        "task_scheduleRetry",
                        model -> model.replaceAll(
                                "bpmn:exclusiveGateway( id=\"gateway_giveUp\"[^>]*?)( default=\"[^\"]*\")?>"
                                        + "(?s:(.*?))</bpmn:exclusiveGateway>",
                                "bpmn:parallelGateway$1>$3</bpmn:parallelGateway>")),
                row(
                        "a circle without a wait",
                        CASE,
                        "task_decideRetry|gateway_giveUp",
                        replacing(
                                "sourceRef=\"gateway_giveUp\" targetRef=\"gateway_ownDate\"",
                                "sourceRef=\"gateway_giveUp\" targetRef=\"task_decideRetry\"")),
                row(
                        "a text that is too long for the database",
                        CASE,
                        ".+",
                        replacing(
                                "<camunda:outputParameter name=\"giveUp\">",
                                "<camunda:outputParameter name=\"story\">" + "long ".repeat(1_000)
                                        + "</camunda:outputParameter><camunda:outputParameter name=\"giveUp\">")),
                row(
                        "a task that nobody gets before the outcome counts",
                        CASE,
                        "task_nobody",
                        replacing(
                                                "<bpmn:exclusiveGateway id=\"gateway_resolved\"",
                                                "<bpmn:userTask id=\"task_nobody\" name=\"Wait\" /><bpmn:sequenceFlow id=\"flow_nobody\""
                                                        + " sourceRef=\"task_nobody\" targetRef=\"gateway_resolved\" />"
                                                        + "<bpmn:exclusiveGateway id=\"gateway_resolved\"")
                                        .andThen(
                                                replacing(
                                                        "targetRef=\"gateway_resolved\" />\n    <bpmn:sequenceFlow id=\"flow_resolvedYes\"",
                                                        "targetRef=\"task_nobody\" />\n    <bpmn:sequenceFlow id=\"flow_resolvedYes\""))
                                ::apply));
    }

    @ParameterizedTest
    @MethodSource("wrongWhenAnOutcomeIsSaved")
    void anOutcomeIsKeptAndTheNextCaseIsGiven(String file, String element, UnaryOperator<String> edit) {
        models.deploy(file, edit);
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        var next = request(list);
        centre.receive(agent, true);
        centre.endCall(agent, centre.call(agent));

        var desk = centre.save(agent, "NO_ANSWER", Map.of("note", "\"rang out\""));

        assertThat(inHand(desk)).isEqualTo(next.path("id"));
        var attempt = history(wrong).at("/attempts/0");
        assertThat(attempt.path("callStatus").asText()).isEqualTo("NO_ANSWER");
        assertThat(attempt.path("note").asText()).isEqualTo("rang out");
        assertThat(centre.callback(wrong).path("attemptCount").asInt()).isEqualTo(1);
        var listed = setAside(wrong).orElseThrow();
        assertThat(listed.path("file").asText()).isEqualTo(CASE);
        assertThat(listed.path("version").asInt()).isPositive();
        assertThat(listed.path("element").asText()).matches(element);
        assertThat(listed.path("message").asText()).isNotBlank();
        assertThat(page())
                .contains(wrong.path("id").asText(), listed.path("element").asText());

        mendAndGoOn(file);

        assertThat(setAside(wrong)).isEmpty();
        centre.save(agent, "ANSWERED");
        clock.advance(Duration.ofHours(1));
        engine.fireDueTimers();
        if (centre.desk(agent).path("case").isNull()) {
            centre.receive(agent, false);
            centre.receive(agent, true);
        }
        assertThat(inHand(centre.desk(agent))).isEqualTo(wrong.path("id"));
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "ANSWERED");
        assertThat(centre.status(wrong)).isEqualTo("RESOLVED");
        assertThat(centre.callback(wrong).path("attemptCount").asInt()).isEqualTo(2);
    }
}
