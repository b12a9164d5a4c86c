package io.ringback.process;

import static io.ringback.support.Centre.id;
import static io.ringback.support.Centre.object;
import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the moment the agent gets it to the moment it is given back; outcomes are elsewhere. */
class CallbackInHand extends ProcessTest {

    private String list;
    private String agent;
    private JsonNode callback;

    @BeforeEach
    void aCallbackIsInTheAgentsHands() {
        list = centre.list();
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
    }

    @Test
    void callingTheCustomerEndsTheCountdown() {
        assertThat(time(centre.desk(agent).at("/case/autoStopAt"))).isEqualTo(MORNING.plus(Duration.ofMinutes(2)));

        centre.call(agent);
        pass(Duration.ofMinutes(30));

        assertProcess(callback)
                .isWaitingAt("task_talkToCustomer")
                .hasPassed("event_callStarted")
                .task()
                .isAssignedTo(agent);
        assertThat(centre.desk(agent).at("/case/phase").asText()).isEqualTo("IN_CALL");
        assertThat(centre.desk(agent).at("/case/autoStopAt").isNull()).isTrue();
        assertThat(centre.callback(callback).path("attemptCount").asInt()).isEqualTo(1);
        assertThat(trail(callback)).containsExactly("REQUESTED", "ALLOCATED", "CALL_STARTED");
    }

    @Test
    void afterTheCallTheOutcomeIsRecorded() {
        var call = centre.call(agent);
        clock.advance(Duration.ofMinutes(3));

        centre.endCall(agent, call);

        assertProcess(callback)
                .isWaitingAt("task_recordOutcome")
                .hasPassedInOrder("event_callStarted", "event_callEnded");
        assertThat(centre.desk(agent).at("/case/phase").asText()).isEqualTo("AFTER_CALL");
        assertThat(time(centre.desk(agent).at("/case/closesAt"))).isEqualTo(MORNING.plus(Duration.ofMinutes(8)));
        assertThat(time(history(callback).at("/attempts/0/endedAt"))).isEqualTo(MORNING.plus(Duration.ofMinutes(3)));
        assertThat(trail(callback)).containsExactly("REQUESTED", "ALLOCATED", "CALL_STARTED", "CALL_ENDED");
    }

    /** Cases that began before times were read from the row have them as variables, which nobody sets any more. */
    @Test
    void aTimeThatTheCaseOnceStoredIsNotTheTimersTime() {
        var longAgo = Date.from(MORNING.minus(Duration.ofDays(1)));
        processEngine
                .getRuntimeService()
                .setVariables(
                        engine.instance(id(callback)).getId(), Map.of("closesAt", longAgo, "callEndsBy", longAgo));

        theTimesThatAreStoredAreDeletedAtTheUpgrade();
        callAndHangUp(agent);
        pass(Duration.ofMinutes(5).minusSeconds(1));

        assertHolds(agent, callback);
        pass(Duration.ofSeconds(1));
        assertProcess(callback).hasPassed("timer_windowLeftOpen");
    }

    private void theTimesThatAreStoredAreDeletedAtTheUpgrade() {
        try (var migration = getClass().getResourceAsStream("/db/migration/V99__times_are_no_variables.sql")) {
            var deleted = jdbc.sql(new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8))
                    .update();
            assertThat(deleted).isEqualTo(2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noTimeAndNoWordOfACallerIsStoredWithTheCase() {
        callAndHangUp(agent);

        assertThat(processEngine
                        .getRuntimeService()
                        .getVariables(engine.instance(id(callback)).getId()))
                .containsOnlyKeys("agentId", "allocationId");
    }

    @Test
    void callingAgainIsTheSameAttemptAndEndsTheCountdownOfTheWindow() {
        callAndHangUp(agent);

        centre.call(agent);
        pass(Duration.ofMinutes(30));

        assertProcess(callback).isWaitingAt("task_talkToCustomer").hasPassed("event_calledAgain");
        assertThat(centre.desk(agent).at("/case/closesAt").isNull()).isTrue();
        assertThat(centre.callback(callback).path("attemptCount").asInt()).isEqualTo(1);
        assertThat(history(callback).path("attempts")).hasSize(2);
    }

    @Test
    void theTelephoneSystemsWordOfACallCountsLikeTheAgents() {
        callEvent("STARTED");
        assertProcess(callback).isWaitingAt("task_talkToCustomer");

        callEvent("ENDED");

        assertProcess(callback).isWaitingAt("task_recordOutcome").hasPassed("event_callStarted", "event_callEnded");
        assertThat(trail(callback)).containsExactly("REQUESTED", "ALLOCATED", "CALL_STARTED", "CALL_ENDED");
    }

    @Test
    void withoutACallInTimeReceivingStopsAndItGoesBackInLine() {
        var reception = reception(agent);

        pass(Duration.ofMinutes(2).minusSeconds(1));
        assertHolds(agent, callback);
        pass(Duration.ofSeconds(1));

        assertProcess(callback)
                .isWaitingAtExactly("gateway_waiting")
                .hasPassedInOrder("timer_noCallMade", "end_notCalled", "event_notHandled", "task_stopReception");
        assertStatus(callback, "WAITING");
        assertStopped(agent, "NO_CALL_MADE");
        assertThat(centre.desk(agent).at("/stopped/limit").asText()).isEqualTo("PT2M");
        assertProcess(reception).isEnded();
        assertThat(trail(callback)).containsExactly("REQUESTED", "ALLOCATED", "RELEASED");
        assertThat(event(callback, "RELEASED").path("reason").asText()).isEqualTo("NO_CALL_MADE");
    }

    @Test
    void whatWasNotCalledInTimeGoesToTheNextAgent() {
        var colleague = centre.agentOn(list);
        centre.receive(colleague, true);

        pass(Duration.ofMinutes(2));
        centre.receive(agent, true);
        offers.runOnce();

        assertHolds(colleague, callback);
        assertIdle(agent);
        assertProcess(callback).isWaitingAt("task_callCustomer").task().isAssignedTo(colleague);
    }

    @Test
    void theNextAgentHasTheFullTimeAgain() {
        pass(Duration.ofMinutes(2));
        clock.advance(Duration.ofMinutes(10));
        var colleague = centre.agentOn(list);
        centre.receive(colleague, true);

        pass(Duration.ofMinutes(2).minusSeconds(1));
        assertHolds(colleague, callback);
        pass(Duration.ofSeconds(1));

        assertStopped(colleague, "NO_CALL_MADE");
        assertProcess(callback).isWaitingAtExactly("gateway_waiting");
    }

    @Test
    void givenBackBeforeTheCallItWaitsForTheNextAgent() {
        var reception = reception(agent);

        centre.receive(agent, false);

        assertGivenBack();
        assertProcess(reception).isEnded();
        assertThat(trail(callback)).containsExactly("REQUESTED", "ALLOCATED", "RELEASED");
    }

    @Test
    void givenBackDuringTheCallItWaitsForTheNextAgentWhileTheCallGoesOn() {
        var call = centre.call(agent);

        centre.receive(agent, false);
        clock.advance(Duration.ofMinutes(1));
        centre.endCall(agent, call);

        assertGivenBack();
        assertThat(time(history(callback).at("/attempts/0/endedAt"))).isEqualTo(MORNING.plus(Duration.ofMinutes(1)));
        assertThat(trail(callback)).containsExactly("REQUESTED", "ALLOCATED", "CALL_STARTED", "RELEASED");
    }

    @Test
    void givenBackAfterTheCallItKeepsTheAttempt() {
        callAndHangUp(agent);

        centre.receive(agent, false);

        assertGivenBack();
        assertThat(centre.callback(callback).path("attemptCount").asInt()).isEqualTo(1);
    }

    @Test
    void itDoesNotExpireInTheAgentsHandsButAtOnceWhenGivenBack() {
        centre.call(agent);
        pass(Duration.ofHours(25));
        assertHolds(agent, callback);

        centre.receive(agent, false);

        assertProcess(callback)
                .isEnded()
                .hasPassedInOrder("event_released", "task_expireCallback", "end_expired")
                .hasNotPassed("timer_expired");
        assertStatus(callback, "EXPIRED");
        assertThat(trail(callback)).endsWith("RELEASED", "EXPIRED");
    }

    @Test
    void aReceptionStoppedAfterTheExpiryClosesItAsWell() {
        var lateList = centre.list(Map.of("dueAfter", "\"PT30S\"", "expiresAfter", "\"PT1M\""));
        var colleague = centre.agentOn(lateList);
        var shortLived = centre.request(lateList, centre.newNumber());
        centre.receive(colleague, true);

        pass(Duration.ofMinutes(2));

        assertProcess(shortLived).isEnded().hasPassedInOrder("task_stopReception", "task_expireCallback");
        assertStatus(shortLived, "EXPIRED");
        assertStopped(colleague, "NO_CALL_MADE");
    }

    @Test
    void aListWithoutLimitsNeverStopsAnybody() {
        var patient = centre.list(NO_LIMITS);
        var colleague = centre.agentOn(patient);
        var held = centre.request(patient, centre.newNumber());
        centre.receive(colleague, true);

        pass(Duration.ofDays(365));
        assertProcess(held).isWaitingAt("task_callCustomer");
        callAndHangUp(colleague);
        pass(Duration.ofDays(365));

        assertProcess(held).isWaitingAt("task_recordOutcome").hasNotPassed("timer_noCallMade", "timer_windowLeftOpen");
        assertHolds(colleague, held);
    }

    private void assertGivenBack() {
        assertProcess(callback)
                .isWaitingAtExactly("gateway_waiting")
                .hasPassedInOrder("event_released", "gateway_back", "gateway_backInLine");
        assertStatus(callback, "WAITING");
        assertThat(centre.callback(callback).path("allocatedTo").isNull()).isTrue();
        assertStopped(agent, "AGENT");
    }

    private void callEvent(String event) {
        var answer = centre.as(centre.person("INTEGRATOR"))
                .post(
                        "/api/v1/calls/events",
                        object(Map.of(
                                "agentId", quoted(agent),
                                "externalCallId", "\"pbx-1\"",
                                "event", quoted(event),
                                "at", json(clock.instant()))));
        assertThat(answer.status()).isEqualTo(200);
    }
}
