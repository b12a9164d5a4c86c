package io.ringback.process;

import static io.ringback.support.Centre.id;
import static io.ringback.support.Centre.object;
import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call whose end nobody tells. */
class CallNeverEnded extends ProcessTest {

    private static final Duration LIMIT = Duration.ofHours(4);

    private String agent;
    private JsonNode callback;

    @BeforeEach
    void inACall() {
        inACallOn(centre.list());
    }

    private String inACallOn(String list) {
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        return centre.call(agent);
    }

    @Test
    void afterTheLimitTheAgentIsAskedAndTheAttemptIsClosed() {
        pass(LIMIT.minusMillis(1));
        assertProcess(callback).isWaitingAt("task_talkToCustomer");
        pass(Duration.ofMillis(1));

        assertAsked();
        assertThat(time(inHand().path("callAskedAt"))).isEqualTo(MORNING.plus(LIMIT));
        assertThat(time(inHand().path("closesAt")))
                .isEqualTo(MORNING.plus(LIMIT).plus(Duration.ofMinutes(5)));
        assertThat(time(history(callback).at("/attempts/0/endedAt"))).isEqualTo(MORNING.plus(LIMIT));
        assertThat(trail(callback)).endsWith("CALL_STARTED", "OVERDUE", "CALL_TAKEN_FOR_ENDED");
        assertThat(event(callback, "CALL_TAKEN_FOR_ENDED").toString()).contains("PT4H");
    }

    @ParameterizedTest
    @CsvSource({"PT1S", "PT10M", "PT2H30M", "P1D"})
    void theLimitIsThatOfTheList(Duration limit) {
        inACallOn(centre.list(Map.of("longestCall", quoted(limit.toString()))));

        pass(limit.minusMillis(1));
        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        pass(Duration.ofMillis(1));

        assertAsked();
    }

    @Test
    void whoDoesNotAnswerIsStoppedAndTheCaseGoesOn() {
        pass(LIMIT);

        pass(Duration.ofMinutes(5));

        assertProcess(callback)
                .isWaitingAtExactly("gateway_waiting")
                .hasPassedInOrder("task_askAboutCall", "timer_windowLeftOpen", "task_stopReception");
        assertStopped(agent, "WINDOW_LEFT_OPEN");
        assertStatus(callback, "WAITING");
    }

    @Test
    void withoutALimitAfterTheCallTheQuestionStays() {
        inACallOn(centre.list(NO_LIMITS));

        pass(LIMIT);
        pass(Duration.ofHours(10));

        assertAsked();
    }

    @Test
    void whoSavesHasAnswered() {
        pass(LIMIT);

        centre.save(agent, "ANSWERED");

        assertProcess(callback).isEnded().hasPassed("task_closeResolved");
        assertThat(centre.callback(callback).path("attemptCount").asInt()).isEqualTo(1);
    }

    @Test
    void aCallThatGoesOnGoesOnUntilItsEndIsTold() {
        var call = inACallOn(centre.list());
        pass(LIMIT);

        var answer = resume(call);
        pass(Duration.ofMinutes(30));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertProcess(callback).isWaitingAt("task_talkToCustomer");
        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(inHand().path("callAskedAt").isNull()).isTrue();
        assertThat(inHand().path("attempts")).hasSize(1);
        assertThat(inHand().at("/callback/attemptCount").asInt()).isEqualTo(1);
        assertThat(trail(callback)).endsWith("CALL_TAKEN_FOR_ENDED", "CALL_RESUMED");
        assertThat(resume(call).status()).isEqualTo(200);

        centre.endCall(agent, call);
        assertProcess(callback).isWaitingAt("task_recordOutcome");
        assertThat(time(history(callback).at("/attempts/0/endedAt"))).isEqualTo(clock.instant());
    }

    @Test
    void aCallThatGoesOnIsAskedAboutAgain() {
        var call = inACallOn(centre.list());
        pass(LIMIT);
        resume(call);

        pass(LIMIT);

        assertAsked();
        assertThat(trail(callback)).endsWith("CALL_RESUMED", "CALL_TAKEN_FOR_ENDED");
    }

    @Test
    void aCallAfterItIsAnotherCall() {
        pass(LIMIT);

        var other = centre.call(agent);

        assertThat(inHand().path("callAskedAt").isNull()).isTrue();
        centre.endCall(agent, other);
        assertThat(inHand().path("callAskedAt").isNull()).isTrue();
        assertThat(inHand().path("attempts")).hasSize(2);
    }

    @Test
    void anEndToldInTimeIsNoQuestion() {
        pass(LIMIT.minusSeconds(1));
        centre.endCall(agent, callId());

        pass(Duration.ofMinutes(4));

        assertThat(inHand().path("callAskedAt").isNull()).isTrue();
        assertProcess(callback).isWaitingAt("task_recordOutcome").hasNotPassed("timer_callTooLong");
    }

    @Test
    void anEndToldAfterTheQuestionChangesNothing() {
        tell("STARTED");
        pass(LIMIT);
        clock.advance(Duration.ofMinutes(1));

        tell("ENDED");

        assertAsked();
        assertThat(inHand().path("attempts")).hasSize(1);
    }

    @Test
    void theDeskTheBoardAndThePageOfTheCaseShowIt() {
        pass(LIMIT);

        var board = supervisor().get("/api/v1/board").json();
        var supervisor = centre.signedIn(centre.person("SUPERVISOR"));

        assertThat(board.findValuesAsText("callAskedAt"))
                .contains(MORNING.plus(LIMIT).toString());
        assertThat(supervisor.page("/supervision").body()).contains("is the call over?");
        assertThat(supervisor.page("/supervision/cases/" + id(callback)).body())
                .contains("id=\"call-asked\"", "End of the call not reported");
        assertThat(centre.signedIn(agent).page("/desk").body())
                .contains("id=\"call-asked\"", "Nobody has reported the end of this call", "/resume\"");
    }

    /** As an older version of the process, or one that a designer has drawn, may be. */
    @Test
    void aProcessWithoutTheQuestionGoesOnAsBefore() throws Exception {
        var deployment = deployWithoutTheQuestion();
        try {
            var call = inACallOn(centre.list());
            pass(LIMIT.plusHours(1));
            assertProcess(callback).isWaitingAt("task_talkToCustomer");

            centre.endCall(agent, call);
            centre.save(agent, "ANSWERED");

            assertStatus(callback, "RESOLVED");
        } finally {
            processEngine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    private String deployWithoutTheQuestion() throws IOException {
        var without = Files.readString(Path.of("processes/callbackCase.bpmn"))
                .replaceAll(
                        "(?s)<bpmn:(boundaryEvent|serviceTask) id=\"(timer_callTooLong|task_askAboutCall)\".*?</bpmn:\\1>",
                        "")
                .replaceAll(
                        "<bpmn:(sequenceFlow id|incoming>|outgoing>)(=\")?flow_(callTooLong|askedAboutCall)[^\n]*", "")
                .replaceAll(
                        "(?s)<bpmndi:BPMN(Shape|Edge) id=\"(timer_callTooLong|task_askAboutCall|flow_callTooLong|flow_askedAboutCall)_di\".*?</bpmndi:BPMN\\1>",
                        "");
        return processEngine
                .getRepositoryService()
                .createDeployment()
                .addString("callbackCase.bpmn", without)
                .deploy()
                .getId();
    }

    private String callId() {
        return centre.as(agent)
                .post(
                        "/api/v1/desk/case/calls",
                        object(Map.of(
                                "allocationId", inHand().path("allocationId").toString())))
                .json()
                .path("callId")
                .asText();
    }

    private Http.Answer resume(String call) {
        return centre.as(agent).post("/api/v1/desk/case/calls/%s/resume".formatted(call), "");
    }

    private JsonNode inHand() {
        return centre.desk(agent).path("case");
    }

    private void assertAsked() {
        assertProcess(callback)
                .isWaitingAt("task_recordOutcome")
                .hasPassedInOrder("timer_callTooLong", "task_askAboutCall", "gateway_talked");
        assertThat(inHand().path("phase").asText()).isEqualTo("AFTER_CALL");
        assertThat(inHand().path("callAskedAt").isTextual()).isTrue();
        assertThat(inHand().path("callEndsBy").isNull()).isTrue();
        assertHolds(agent, callback);
    }

    private void tell(String event) {
        centre.as(centre.person("INTEGRATOR"))
                .post(
                        "/api/v1/calls/events",
                        object(Map.of(
                                "agentId", quoted(agent),
                                "externalCallId", "\"pbx-1\"",
                                "event", quoted(event),
                                "at", json(clock.instant()))));
    }
}
