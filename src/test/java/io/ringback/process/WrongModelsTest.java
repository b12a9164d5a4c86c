package io.ringback.process;

import static io.ringback.process.EditedModels.replacing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.allocation.SetAsideRounds;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.operaton.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Models that go wrong while they run: whatever they do, nothing that callers and agents have said is lost. */
@RingbackTest
@DirtiesContext
class WrongModelsTest {

    private static final String CASE = "callbackCase.bpmn";
    private static final String RETRY = "retryPolicy.dmn";
    private static final String RECEPTION = "agentReception.bpmn";

    @Autowired
    private Centre centre;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private SetAsideRounds rounds;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RepositoryService repository;

    private EditedModels models;

    @BeforeEach
    void models() {
        models = new EditedModels(repository);
    }

    @AfterEach
    void mend() {
        tick();
        for (var file : List.of(RETRY, CASE, RECEPTION)) {
            models.mend(file);
        }
        tick();
    }

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
        centre.save(agent, "ANSWERED");
        assertThat(centre.status(wrong)).isEqualTo("RESOLVED");
        assertThat(centre.callback(wrong).path("attemptCount").asInt()).isEqualTo(2);
    }

    static List<Arguments> wrongWhenARequestComesIn() {
        return List.of(
                row(
                        "a first step that does not exist",
                        CASE,
                        "task_registerCallback",
                        replacing("#{registerCallbackDelegate}", "#{nothingDelegate}")),
                row(
                        "a first step for something else",
                        CASE,
                        "task_registerCallback",
                        replacing("#{registerCallbackDelegate}", "#{takeDraftDelegate}")),
                row(
                        "a start without its due time",
                        CASE,
                        "start_callbackRequested|.*",
                        replacing("#{dueAt}", "#{whenever}")),
                row(
                        "a process that ends at once",
                        CASE,
                        "end_.*",
                        replacing(
                                "sourceRef=\"gateway_related\" targetRef=\"gateway_backInLine\"",
                                "sourceRef=\"gateway_related\" targetRef=\"end_closedAsRelated\"")),
                row(
                        "a script",
                        CASE,
                        "task_registerCallback",
                        model -> model.replaceAll(
                                "(?s)<bpmn:serviceTask id=\"task_registerCallback\".*?</bpmn:serviceTask>",
                                "<bpmn:scriptTask id=\"task_registerCallback\" scriptFormat=\"juel\">"
                                        + "<bpmn:script>\\${1 + 1}</bpmn:script></bpmn:scriptTask>")));
    }

    @ParameterizedTest
    @MethodSource("wrongWhenARequestComesIn")
    void aRequestBeginsOnTheNewestVersionThatStarts(String file, String element, UnaryOperator<String> edit) {
        models.deploy(file, edit);
        var list = centre.list();
        var agent = centre.agentOn(list);

        var callback = request(list);

        assertThat(setAside(callback)).isEmpty();
        var fault = faults().get(0);
        assertThat(fault.get("element_id")).asString().matches(element);
        assertThat(fault.get("starts")).isEqualTo(false);
        assertThat(inHand(centre.receive(agent, true))).isEqualTo(callback.path("id"));
        centre.save(agent, "ANSWERED");
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
    }

    @Test
    void aRequestIsKeptThoughNoVersionStarts() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        jdbc.sql("UPDATE public.act_re_procdef SET suspension_state_ = 2 WHERE key_ = 'callbackCase'")
                .update();
        models.deploy(CASE, replacing("#{registerCallbackDelegate}", "#{nothingDelegate}"));
        var number = centre.newNumber();
        tick();

        var callback = centre.request(list, number);
        var related = centre.request(list, number);

        assertThat(setAside(callback).orElseThrow().path("element").asText()).isEqualTo("task_registerCallback");
        assertThat(centre.status(related)).isEqualTo("MERGED");
        assertThat(centre.receive(agent, true).path("case").isNull()).isTrue();

        mendAndGoOn(CASE);
        centre.receive(agent, false);

        assertThat(inHand(centre.receive(agent, true))).isEqualTo(callback.path("id"));
    }

    static List<Arguments> wrongWhenACaseIsAllocated() {
        return List.of(
                row(
                        "an assignee that is not there",
                        CASE,
                        "task_callCustomer|subprocess_handleCallback|.*",
                        replacing("#{agentId}", "#{nobody}")),
                row("a time limit in words", CASE, ".+", replacing("#{autoStopAt}", "soon")),
                row(
                        "a wait for somebody before the line",
                        CASE,
                        "task_nobody",
                        replacing(
                                                "<bpmn:eventBasedGateway id=\"gateway_waiting\"",
                                                "<bpmn:userTask id=\"task_nobody\" name=\"Wait\" /><bpmn:sequenceFlow id=\"flow_nobody\""
                                                        + " sourceRef=\"task_nobody\" targetRef=\"gateway_waiting\" />"
                                                        + "<bpmn:eventBasedGateway id=\"gateway_waiting\"")
                                        .andThen(model -> model.replaceAll(
                                                "(id=\"flow_offered\"[^>]*targetRef=)\"gateway_waiting\"",
                                                "$1\"task_nobody\""))::apply),
                row(
                        "a message under another name",
                        CASE,
                        ".+",
                        replacing("name=\"message_callbackAllocated\"", "name=\"message_somethingElse\"")));
    }

    @ParameterizedTest
    @MethodSource("wrongWhenACaseIsAllocated")
    void aCaseThatCannotBeAllocatedIsPassedBy(String file, String element, UnaryOperator<String> edit) {
        var list = centre.list();
        var agent = centre.agentOn(list);
        models.deploy(file, edit);
        var wrong = request(list);
        tick();
        models.mend(file);
        var next = request(list);

        var desk = centre.receive(agent, true);

        assertThat(inHand(desk)).isEqualTo(next.path("id"));
        assertThat(setAside(wrong).orElseThrow().path("element").asText()).matches(element);

        rounds.runOnce();

        assertThat(inHand(centre.save(agent, "ANSWERED"))).isEqualTo(wrong.path("id"));
        assertThat(centre.save(agent, "ANSWERED").path("case").isNull()).isTrue();
        assertThat(centre.status(wrong)).isEqualTo("RESOLVED");
    }

    @Test
    void aCallIsBegunAndEndedThoughNothingWaitsForItsWord() {
        models.deploy(CASE, replacing("name=\"message_callStarted\"", "name=\"message_somethingElse\""));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        var next = request(list);
        centre.receive(agent, true);

        centre.endCall(agent, centre.call(agent));

        assertThat(setAside(wrong).orElseThrow().path("held").asBoolean()).isTrue();
        assertThat(inHand(centre.save(agent, "ANSWERED"))).isEqualTo(next.path("id"));
        assertThat(centre.status(wrong)).isEqualTo("RESOLVED");
    }

    @Test
    void aCaseIsGivenBackThoughNothingWaitsForItsRelease() {
        models.deploy(CASE, replacing("name=\"message_released\"", "name=\"message_somethingElse\""));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        centre.receive(agent, true);

        var desk = centre.receive(agent, false);

        assertThat(desk.path("case").isNull()).isTrue();
        assertThat(centre.status(wrong)).isEqualTo("WAITING");
        assertThat(setAside(wrong)).isPresent();
        mendAndGoOn(CASE);
        assertThat(inHand(centre.receive(agent, true))).isEqualTo(wrong.path("id"));
    }

    @Test
    void aCallerWhoAsksAgainIsMergedThoughTheMainCaseGoesWrong() {
        models.deploy(CASE, replacing("#{linkRelatedDelegate}", "#{nothingDelegate}"));
        var list = centre.list();
        var number = centre.newNumber();
        tick();
        var main = centre.request(list, number);

        var related = centre.request(list, number);

        assertThat(centre.status(related)).isEqualTo("MERGED");
        assertThat(setAside(main).orElseThrow().path("element").asText()).isEqualTo("task_linkRelated");
        assertThat(history(main).path("events").findValuesAsText("type")).contains("RELATED_RECEIVED", "SET_ASIDE");
    }

    @Test
    void theButtonTakesACaseUpAgainAtOnce() {
        models.deploy(CASE, replacing("#{callStatus == 'ANSWERED'}", "#{nothing == 'ANSWERED'}"));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        centre.receive(agent, true);
        centre.save(agent, "BUSY");

        var repaired =
                centre.as(centre.person("ADMIN")).post("/api/v1/set-aside/%s/repair".formatted(Centre.id(wrong)), "");

        assertThat(repaired.status()).isEqualTo(204);
        assertThat(setAside(wrong)).isEmpty();
        assertThat(centre.status(wrong)).isEqualTo("SCHEDULED");
    }

    @Test
    void nothingIsTakenUpAgainAsLongAsNothingIsMended() {
        models.deploy(CASE, replacing("#{callStatus == 'ANSWERED'}", "#{nothing == 'ANSWERED'}"));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        centre.receive(agent, true);
        centre.save(agent, "BUSY");
        tick();

        rounds.runOnce();

        assertThat(setAside(wrong)).isPresent();
    }

    @Test
    void webhooksAreToldWhatHasGoneWrong() {
        models.deploy(CASE, replacing("#{callStatus == 'ANSWERED'}", "#{nothing == 'ANSWERED'}"));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        centre.receive(agent, true);
        centre.save(agent, "BUSY");

        var event = StreamSupport.stream(history(wrong).path("events").spliterator(), false)
                .filter(one -> one.path("type").asText().equals("SET_ASIDE"))
                .findFirst()
                .orElseThrow();

        assertThat(event.at("/details/file").asText()).isEqualTo(CASE);
        assertThat(event.at("/details/element").asText()).isEqualTo("gateway_resolved");
        assertThat(event.at("/details/message").asText()).contains("nothing");
    }

    @Test
    void aCaseIsCancelledAndItsAgentGetsTheNextThoughItsModelDoesNotCloseIt() {
        models.deploy(CASE, replacing("#{cancelCallbackDelegate}", "#{offerCallbackDelegate}"));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        var next = request(list);
        centre.receive(agent, true);

        centre.cancel(wrong);

        assertThat(centre.status(wrong)).isEqualTo("CANCELLED");
        assertThat(inHand(centre.desk(agent))).isEqualTo(next.path("id"));
    }

    @Test
    void anAgentWhomTheModelForgetsGetsTheNextCase() {
        models.deploy(
                CASE,
                model -> model.replace(
                                " camunda:delegateExpression=\"#{tellReceptionDelegate}\"",
                                " camunda:delegateExpression=\"#{offerAgainDelegate}\"")
                        .replace("#{offerAgainDelegate}", "#{markOverdueDelegate}"));
        var list = centre.list();
        var agent = centre.agentOn(list);
        request(list);
        var next = request(list);
        centre.receive(agent, true);

        assertThat(inHand(centre.save(agent, "NO_ANSWER"))).isEqualTo(next.path("id"));
    }

    @Test
    void anAgentIsStoppedThoughTheTimerOfTheCaseGoesWrong() {
        models.deploy(CASE, replacing("#{stopReceptionDelegate}", "#{nothingDelegate}"));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        centre.receive(agent, true);
        clock.advance(Duration.ofMinutes(3));
        engine.failTwice(Centre.id(wrong), "timer_noCallMade");

        rounds.runOnce();

        assertThat(setAside(wrong).orElseThrow().path("element").asText()).isEqualTo("task_stopReception");
        assertThat(centre.desk(agent).path("stoppedBecause").asText()).isEqualTo("NO_CALL_MADE");
        assertThat(centre.status(wrong)).isEqualTo("WAITING");
    }

    @Test
    void whatIsSetAsideBecomesOverdueAndExpires() {
        models.deploy(CASE, replacing("#{callStatus == 'ANSWERED'}", "#{nothing == 'ANSWERED'}"));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        centre.receive(agent, true);
        centre.save(agent, "BUSY");

        clock.advance(Duration.ofHours(2));
        rounds.runOnce();

        assertThat(centre.callback(wrong).path("overdue").asBoolean()).isTrue();
        clock.advance(Duration.ofHours(23));
        rounds.runOnce();
        assertThat(centre.status(wrong)).isEqualTo("EXPIRED");
        assertThat(setAside(wrong)).isEmpty();
    }

    @Test
    void aWindowLeftOpenIsClosedThoughTheCaseIsSetAside() {
        models.deploy(CASE, replacing("name=\"message_callStarted\"", "name=\"message_somethingElse\""));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var wrong = request(list);
        centre.receive(agent, true);
        centre.endCall(agent, centre.call(agent));
        clock.advance(Duration.ofMinutes(6));

        rounds.runOnce();

        assertThat(centre.desk(agent).path("stoppedBecause").asText()).isEqualTo("WINDOW_LEFT_OPEN");
        assertThat(centre.desk(agent).path("case").isNull()).isTrue();
        assertThat(centre.callback(wrong).path("status").asText()).isEqualTo("WAITING");
    }

    static List<Arguments> wrongReceptions() {
        return List.of(
                row(
                        "a condition of a variable that is not there",
                        RECEPTION,
                        "gateway_callbackFound",
                        replacing("#{callbackFound}", "#{nothing}")),
                row(
                        "an allocation that does not exist",
                        RECEPTION,
                        "task_allocateCallback",
                        replacing("#{allocationDelegate}", "#{nothingDelegate}")),
                row(
                        "an end after the first case",
                        RECEPTION,
                        "end_.*",
                        replacing(
                                                "sourceRef=\"event_callbackClosed\" targetRef=\"gateway_allocate\"",
                                                "sourceRef=\"event_callbackClosed\" targetRef=\"end_early\"")
                                        .andThen(
                                                replacing(
                                                        "<bpmn:subProcess id=\"subprocess_stop\"",
                                                        "<bpmn:endEvent id=\"end_early\" /><bpmn:subProcess id=\"subprocess_stop\""))
                                ::apply),
                row(
                        "nothing that waits for the end of a case",
                        RECEPTION,
                        "event_callbackClosed|gateway_.*",
                        replacing("name=\"message_callbackClosed\"", "name=\"message_somethingElse\"")));
    }

    @ParameterizedTest
    @MethodSource("wrongReceptions")
    void anAgentReceivesOnTheNewestVersionThatWorks(String file, String element, UnaryOperator<String> edit) {
        models.deploy(file, edit);
        var list = centre.list();
        var agent = centre.agentOn(list);
        var first = request(list);
        var next = request(list);
        var last = request(list);

        assertThat(inHand(centre.receive(agent, true))).isEqualTo(first.path("id"));
        assertThat(inHand(centre.save(agent, "ANSWERED"))).isEqualTo(next.path("id"));
        assertThat(inHand(centre.save(agent, "ANSWERED"))).isEqualTo(last.path("id"));
        assertThat(centre.save(agent, "ANSWERED").path("receiving").asBoolean()).isTrue();
        assertThat(faults().get(0).get("element_id")).asString().matches(element);
        assertThat(centre.receive(agent, false).path("receiving").asBoolean()).isFalse();
    }

    @Test
    void aCaseInHandIsGivenBackThoughTheReceptionDoesNotReleaseIt() {
        models.deploy(RECEPTION, replacing("#{releaseHeldDelegate}", "#{nothingDelegate}"));
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = request(list);
        centre.receive(agent, true);

        var desk = centre.receive(agent, false);

        assertThat(desk.path("receiving").asBoolean()).isFalse();
        assertThat(desk.path("case").isNull()).isTrue();
        assertThat(centre.status(callback)).isEqualTo("WAITING");
    }

    /** Those of models, the latest first. */
    private List<Map<String, Object>> faults() {
        return jdbc.sql("SELECT * FROM ringback.model_fault ORDER BY last_at DESC, version DESC")
                .query()
                .listOfRows();
    }

    private void mendAndGoOn(String file) {
        tick();
        models.mend(file);
        tick();
        rounds.runOnce();
    }

    private void tick() {
        clock.advance(Duration.ofSeconds(1));
    }

    private JsonNode request(String list) {
        tick();
        return centre.request(list, centre.newNumber());
    }

    private static JsonNode inHand(JsonNode desk) {
        return desk.at("/case/callback/id");
    }

    private JsonNode history(JsonNode callback) {
        return centre.as(centre.person("AUDITOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json();
    }

    private Optional<JsonNode> setAside(JsonNode callback) {
        var items = centre.as(centre.person("ADMIN"))
                .get("/api/v1/set-aside")
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("id").equals(callback.path("id")))
                .findFirst();
    }

    private String page() {
        return centre.signedIn(centre.person("ADMIN")).get("/admin/operations").body();
    }

    private static Arguments row(String what, String file, String element, UnaryOperator<String> edit) {
        return arguments(named(what, file), element, edit);
    }
}
