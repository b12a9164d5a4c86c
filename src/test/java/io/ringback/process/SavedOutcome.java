package io.ringback.process;

import static io.ringback.support.Centre.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from the outcome an agent saves. */
class SavedOutcome extends ProcessTest {

    private String agent;
    private JsonNode callback;

    @BeforeEach
    void aCallbackIsInTheAgentsHands() {
        hold(centre.list());
    }

    private void hold(String list) {
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
    }

    @Test
    void answeredAfterTheCallResolvesIt() {
        callAndHangUp(agent);

        centre.save(agent, "ANSWERED", Map.of("note", "\"sent the invoice\""));

        assertResolvedFrom("task_recordOutcome");
        assertThat(history(callback).at("/attempts/0/note").asText()).isEqualTo("sent the invoice");
        assertThat(trail(callback))
                .containsExactly("REQUESTED", "ALLOCATED", "CALL_STARTED", "CALL_ENDED", "OUTCOME_SAVED", "RESOLVED");
    }

    @Test
    void answeredDuringTheCallResolvesItAndEndsTheAttempt() {
        centre.call(agent);
        clock.advance(Duration.ofMinutes(1));

        centre.save(agent, "ANSWERED");

        assertResolvedFrom("task_talkToCustomer");
        assertThat(time(history(callback).at("/attempts/0/endedAt"))).isEqualTo(MORNING.plus(Duration.ofMinutes(1)));
    }

    @Test
    void answeredWithoutACallToldToTheServerIsAnOutcomeAndCountsAsNoAttempt() {
        centre.save(agent, "ANSWERED");

        assertResolvedFrom("task_callCustomer");
        assertThat(centre.callback(callback).path("attemptCount").asInt()).isZero();
        assertThat(history(callback).at("/attempts/0/callStatus").asText()).isEqualTo("ANSWERED");
        assertThat(history(callback).at("/attempts/0/withoutCall").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"BUSY,PT5M", "NO_ANSWER,PT15M", "OTHER,PT1H"})
    void notReachedIsOfferedAgainAfterTheDelayOfTheRetryPolicy(String callStatus, Duration delay) {
        callAndHangUp(agent);

        var desk = centre.save(agent, callStatus);

        assertProcess(callback)
                .isWaitingAtExactly("gateway_scheduled")
                .hasPassedInOrder(
                        "gateway_resolved",
                        "task_decideRetry",
                        "gateway_giveUp",
                        "gateway_ownDate",
                        "task_compareWithExpiry",
                        "gateway_beforeExpiry",
                        "task_scheduleRetry",
                        "event_tellReception");
        assertRetryAt(MORNING.plus(delay));
        assertThat(event(callback, "RETRY_SCHEDULED").toString()).contains("POLICY");
        assertThat(desk.path("case").isNull()).isTrue();

        pass(delay);
        offers.runOnce();

        assertHolds(agent, callback);
    }

    @Test
    void theAgentsOwnDateWins() {
        var evening = MORNING.plus(Duration.ofHours(9));
        callAndHangUp(agent);

        centre.save(agent, "BUSY", Map.of("retryAt", json(evening)));

        assertRetryAt(evening);
        assertProcess(callback)
                .hasPassedInOrder("gateway_giveUp", "gateway_ownDate", "task_scheduleOwnDate", "event_tellReception")
                .hasNotPassed("task_compareWithExpiry", "task_scheduleRetry");
        assertThat(event(callback, "RETRY_SCHEDULED").toString()).contains("AGENT");
    }

    @Test
    void theAgentsOwnDateCountsOnce() {
        centre.save(agent, "BUSY", Map.of("retryAt", json(MORNING.plus(Duration.ofMinutes(30)))));
        pass(Duration.ofMinutes(30));
        offers.runOnce();

        centre.save(agent, "BUSY");

        assertRetryAt(MORNING.plus(Duration.ofMinutes(35)));
    }

    @Test
    void aDateAtTheExpiryIsRefusedAndTheCaseStaysInHand() {
        callAndHangUp(agent);
        var expiry = MORNING.plus(Duration.ofHours(24));

        var answer = centre.as(agent)
                .post(
                        "/api/v1/desk/case/outcome",
                        object(Map.of(
                                "allocationId",
                                centre.desk(agent).at("/case/allocationId").toString(),
                                "callStatus",
                                "\"BUSY\"",
                                "retryAt",
                                json(expiry))));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("retryAt", expiry.toString());
        assertProcess(callback).isWaitingAt("task_recordOutcome");
        assertHolds(agent, callback);
        assertThat(trail(callback)).doesNotContain("OUTCOME_SAVED");
    }

    @Test
    void aDelayBeyondTheExpiryIsCutToJustBeforeIt() {
        hold(centre.list(Map.of("dueAfter", "\"PT5M\"", "expiresAfter", "\"PT10M\"")));
        var justBefore = MORNING.plus(Duration.ofMinutes(10)).minusSeconds(1);
        callAndHangUp(agent);

        var suggested = centre.desk(agent).at("/case/suggestedRetryAt");
        centre.save(agent, "NO_ANSWER");

        assertThat(time(suggested.path("BUSY"))).isEqualTo(MORNING.plus(Duration.ofMinutes(5)));
        assertThat(time(suggested.path("NO_ANSWER"))).isEqualTo(justBefore);
        assertRetryAt(justBefore);
        assertProcess(callback)
                .hasPassedInOrder("task_compareWithExpiry", "gateway_beforeExpiry", "task_scheduleBeforeExpiry")
                .hasNotPassed("task_scheduleRetry");
    }

    @Test
    void notReachedAfterTheExpiryExpiresAtOnce() {
        hold(centre.list(NO_LIMITS));
        callAndHangUp(agent);
        pass(Duration.ofHours(24));
        assertHolds(agent, callback);

        centre.save(agent, "BUSY");

        assertProcess(callback)
                .isEnded()
                .hasPassedInOrder("task_leaveToExpire", "event_tellReception", "task_expireCallback", "end_expired")
                .hasNotPassed("timer_expired");
        assertStatus(callback, "EXPIRED");
        assertIdle(agent);
        assertThat(trail(callback)).endsWith("OUTCOME_SAVED", "RETRY_PAST_EXPIRY", "EXPIRED");
    }

    @Test
    void answeredAfterTheExpiryIsResolved() {
        hold(centre.list(NO_LIMITS));
        pass(Duration.ofHours(24));

        centre.save(agent, "ANSWERED");

        assertResolvedFrom("task_callCustomer");
    }

    @Test
    void theLastAttemptTheListAllowsIsGivenUpWhenNobodyAnswers() {
        hold(centre.list(Map.of("maxAttempts", "2")));
        callAndHangUp(agent);
        centre.save(agent, "BUSY");
        pass(Duration.ofMinutes(5));
        offers.runOnce();
        callAndHangUp(agent);

        assertThat(centre.desk(agent).at("/case/suggestedRetryAt/BUSY").isNull())
                .isTrue();
        centre.save(agent, "BUSY");

        assertProcess(callback)
                .isEnded()
                .hasPassedInOrder("task_scheduleRetry", "gateway_giveUp", "task_closeGivenUp", "end_givenUp");
        assertStatus(callback, "CANCELLED");
        assertIdle(agent);
        assertThat(trail(callback)).endsWith("OUTCOME_SAVED", "GIVEN_UP");
    }

    @Test
    void savingGivesTheNextOneWhateverTheOutcome() {
        var second = centre.request(callback.path("listId").asText(), centre.newNumber());
        var third = centre.request(callback.path("listId").asText(), centre.newNumber());

        centre.save(agent, "NO_ANSWER");
        assertHolds(agent, second);
        centre.save(agent, "ANSWERED");

        assertHolds(agent, third);
        assertProcess(third).isWaitingAt("task_callCustomer").task().isAssignedTo(agent);
    }

    private void assertResolvedFrom(String task) {
        assertProcess(callback)
                .isEnded()
                .hasPassedInOrder(
                        task,
                        "gateway_saved",
                        "end_outcomeSaved",
                        "gateway_resolved",
                        "task_closeResolved",
                        "end_resolved")
                .hasNotPassed("task_decideRetry");
        assertStatus(callback, "RESOLVED");
        assertThat(time(centre.callback(callback).path("closedAt"))).isEqualTo(clock.instant());
        assertIdle(agent);
    }

    private void assertRetryAt(Instant time) {
        assertStatus(callback, "SCHEDULED");
        assertThat(time(centre.callback(callback).path("eligibleAt"))).isEqualTo(time);
    }
}
