package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a case whose window is left open after the call. */
class WindowLeftOpen extends ProcessTest {

    private String agent;
    private JsonNode callback;

    @BeforeEach
    void theCallHasEnded() {
        afterACallOn(centre.list());
    }

    private void afterACallOn(String list) {
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        callAndHangUp(agent);
    }

    @Test
    void withoutADraftItGoesBackInLineUnchangedAndReceivingStops() {
        var reception = reception(agent);

        pass(Duration.ofMinutes(5).minusSeconds(1));
        assertHolds(agent, callback);
        pass(Duration.ofSeconds(1));

        assertReleased();
        assertProcess(reception).isEnded();
        assertThat(trail(callback)).endsWith("CALL_ENDED", "RELEASED");
        assertThat(event(callback, "RELEASED").path("reason").asText()).isEqualTo("WINDOW_LEFT_OPEN");
        assertThat(history(callback).at("/attempts/0/callStatus").isNull()).isTrue();
    }

    @Test
    void aDraftWithoutACallStatusIsNoOutcome() {
        draft(agent, Map.of("note", "\"will ask a colleague\""));

        pass(Duration.ofMinutes(5));

        assertReleased();
        assertThat(history(callback).at("/attempts/0/callStatus").isNull()).isTrue();
        assertThat(history(callback).at("/attempts/0/note").asText()).isEqualTo("will ask a colleague");
        assertThat(history(callback).at("/attempts/0/unsaved").asBoolean()).isTrue();
        assertThat(history(callback).at("/attempts/0/leftBy").asText()).isEqualTo(agent);
        assertThat(time(history(callback).at("/attempts/0/leftAt")))
                .isEqualTo(time(event(callback, "RELEASED").path("at")));
    }

    @Test
    void aDraftThatSaysAnsweredResolvesItAndReceivingStops() {
        draft(agent, Map.of("callStatus", "\"ANSWERED\"", "note", "\"all is well\""));
        var reception = reception(agent);

        pass(Duration.ofMinutes(5));

        assertProcess(callback)
                .isEnded()
                .hasPassedInOrder(
                        "timer_windowLeftOpen",
                        "task_takeDraft",
                        "task_stopAfterDraft",
                        "end_outcomeSaved",
                        "end_resolved")
                .hasNotPassed("task_stopReception");
        assertStatus(callback, "RESOLVED");
        assertThat(history(callback).at("/attempts/0/callStatus").asText()).isEqualTo("ANSWERED");
        assertThat(history(callback).at("/attempts/0/note").asText()).isEqualTo("all is well");
        assertStopped(agent, "WINDOW_LEFT_OPEN");
        assertProcess(reception).isEnded();
        assertThat(trail(callback)).endsWith("CALL_ENDED", "OUTCOME_SAVED", "RESOLVED");
        assertThat(event(callback, "RESOLVED").path("from").asText()).isEqualTo("ALLOCATED");
    }

    @Test
    void aDraftThatSaysBusyIsOfferedAgainByTheRetryPolicyAndReceivingStops() {
        draft(agent, Map.of("callStatus", "\"BUSY\""));

        pass(Duration.ofMinutes(5));

        assertProcess(callback)
                .isWaitingAtExactly("gateway_scheduled")
                .hasPassedInOrder("task_takeDraft", "task_decideRetry", "task_scheduleRetry", "event_tellReception");
        assertThat(trail(callback)).endsWith("CALL_ENDED", "OUTCOME_SAVED", "RETRY_SCHEDULED");
        assertRetryAt(MORNING.plus(Duration.ofMinutes(10)));
        assertStopped(agent, "WINDOW_LEFT_OPEN");
    }

    @Test
    void theDateInTheDraftWins() {
        var tomorrow = MORNING.plus(Duration.ofHours(23));
        draft(agent, Map.of("callStatus", "\"OTHER\"", "retryAt", json(tomorrow)));

        pass(Duration.ofMinutes(5));

        assertRetryAt(tomorrow);
    }

    @Test
    void aDateInTheDraftAfterTheExpiryGivesWayToTheRetryPolicy() {
        draft(agent, Map.of("callStatus", "\"NO_ANSWER\"", "retryAt", json(MORNING.plus(Duration.ofHours(24)))));

        pass(Duration.ofMinutes(5));

        assertRetryAt(MORNING.plus(Duration.ofMinutes(20)));
        assertThat(event(callback, "RETRY_SCHEDULED").toString()).contains("POLICY");
    }

    @Test
    void aDateInTheDraftThatHasPassedMeanwhileGivesWayToTheRetryPolicy() {
        draft(agent, Map.of("callStatus", "\"BUSY\"", "retryAt", json(MORNING.plus(Duration.ofMinutes(4)))));

        pass(Duration.ofMinutes(5));

        assertRetryAt(MORNING.plus(Duration.ofMinutes(10)));
    }

    @Test
    void aDraftOfTheLastAttemptAllowedIsGivenUp() {
        afterACallOn(centre.list(Map.of("maxAttempts", "1")));
        draft(agent, Map.of("callStatus", "\"NO_ANSWER\""));

        pass(Duration.ofMinutes(5));

        assertProcess(callback).isEnded().hasPassedInOrder("task_takeDraft", "task_closeGivenUp", "end_givenUp");
        assertStatus(callback, "CANCELLED");
        assertStopped(agent, "WINDOW_LEFT_OPEN");
    }

    @Test
    void aDraftThatSaysBusyAfterTheExpiryExpiresIt() {
        afterACallOn(centre.list(Map.of("dueAfter", "\"PT1M\"", "expiresAfter", "\"PT4M\"")));
        draft(agent, Map.of("callStatus", "\"BUSY\""));

        pass(Duration.ofMinutes(5));

        assertProcess(callback).isEnded().hasPassedInOrder("task_takeDraft", "task_leaveToExpire", "end_expired");
        assertStatus(callback, "EXPIRED");
        assertThat(history(callback).at("/attempts/0/callStatus").asText()).isEqualTo("BUSY");
        assertStopped(agent, "WINDOW_LEFT_OPEN");
    }

    @Test
    void afterAnotherCallTheAgentHasTheFullTimeAgain() {
        pass(Duration.ofMinutes(4));
        callAndHangUp(agent);

        pass(Duration.ofMinutes(5).minusSeconds(1));
        assertHolds(agent, callback);
        pass(Duration.ofSeconds(1));

        assertReleased();
    }

    private void assertReleased() {
        assertProcess(callback)
                .isWaitingAtExactly("gateway_waiting")
                .hasPassedInOrder("timer_windowLeftOpen", "task_takeDraft", "end_windowLeftOpen", "task_stopReception")
                .hasNotPassed("gateway_saved");
        assertStatus(callback, "WAITING");
        assertStopped(agent, "WINDOW_LEFT_OPEN");
    }

    private void assertRetryAt(Instant time) {
        assertStatus(callback, "SCHEDULED");
        assertThat(time(centre.callback(callback).path("eligibleAt"))).isEqualTo(time);
    }
}
