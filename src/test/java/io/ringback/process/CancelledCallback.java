package io.ringback.process;

import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.callback.CallStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A callback that is no longer wanted, wherever it is. */
@SuppressWarnings("NullAway.Init") // Set by inHand() and inCall(), with which most tests here begin.
class CancelledCallback extends ProcessTest {

    private String list;
    private String agent;
    private JsonNode callback;
    private String call;

    @Test
    void isClosedWhileScheduled() {
        var later = Map.of("notBefore", json(MORNING.plus(Duration.ofHours(1))));
        var callback = centre.request(centre.list(), centre.newNumber(), later);

        cancel(callback);

        assertCancelled(callback);
        assertThat(event(callback, "CANCELLED").path("from").asText()).isEqualTo("SCHEDULED");
    }

    @Test
    void isClosedWhileWaiting() {
        var callback = centre.request(centre.list(), centre.newNumber());

        cancel(callback);

        assertCancelled(callback);
        assertThat(trail(callback)).containsExactly("REQUESTED", "CANCELLED");
    }

    @Test
    void isClosedWhileItWaitsForTheNextAttempt() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        centre.save(agent, "BUSY");

        cancel(callback);
        pass(Duration.ofHours(1));
        offers.runOnce();

        assertCancelled(callback);
        assertIdle(agent);
    }

    @Test
    void leavesTheAgentWhoWasAboutToCallWithTheNextOne() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        var next = centre.request(list, centre.newNumber());

        cancel(callback);

        assertCancelled(callback);
        assertProcess(callback).hasNotPassed("event_callStarted");
        assertHolds(agent, next);
        assertProcess(next).isWaitingAt("task_callCustomer");
    }

    @ParameterizedTest
    @EnumSource(CallStatus.class)
    void staysWithTheAgentInTheCallUntilItIsSavedWhateverTheStatus(CallStatus callStatus) {
        inCall();
        var next = centre.request(list, centre.newNumber());

        var answer = cancel(callback);
        centre.endCall(agent, call);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("ALLOCATED");
        assertThat(answer.json().at("/cancelRequested/reason").asText()).isEqualTo("was served at the shop");
        assertThat(time(answer.json().at("/cancelRequested/at"))).isEqualTo(MORNING);
        assertHolds(agent, callback);

        centre.save(agent, callStatus.name(), Map.of("note", quoted("has got it at the shop")));

        assertClosedAsCancelled("end_cancelledMeanwhile");
        assertThat(trail(callback))
                .endsWith("CANCEL_REQUESTED", "CALL_ENDED", "OUTCOME_SAVED", "CANCELLED")
                .doesNotContain("RESOLVED", "RETRY_SCHEDULED");
        var attempt = history(callback).at("/attempts/0");
        assertThat(attempt.path("callStatus").asText()).isEqualTo(callStatus.name());
        assertThat(attempt.path("note").asText()).isEqualTo("has got it at the shop");
        assertHolds(agent, next);
    }

    @Test
    void isCountedWhenItIsInACallButOnlyOnce() {
        inCall();

        assertThat(cancelAll()).isEqualTo(1);
        assertThat(cancelAll()).isZero();

        assertHolds(agent, callback);
        assertThat(cancel(callback).status()).isEqualTo(200);
        assertThat(trail(callback)).containsOnlyOnce("CANCEL_REQUESTED");
    }

    @Test
    void isClosedWhenTheWindowIsLeftOpenAfterTheCall() {
        inCall();
        cancel(callback);
        centre.endCall(agent, call);
        draft(agent, Map.of("note", quoted("will come by herself")));

        pass(Duration.ofMinutes(5));

        assertClosedAsCancelled("end_cancelledGivenBack");
        assertStopped(agent, "WINDOW_LEFT_OPEN");
        assertThat(history(callback).at("/attempts/0/note").asText()).isEqualTo("will come by herself");
        assertThat(history(callback).at("/attempts/0/unsaved").asBoolean()).isTrue();
    }

    @Test
    void isClosedWithItsDraftWhenTheWindowIsLeftOpenWithACallStatus() {
        inCall();
        cancel(callback);
        centre.endCall(agent, call);
        draft(agent, Map.of("callStatus", quoted("BUSY")));

        pass(Duration.ofMinutes(5));

        assertClosedAsCancelled("end_cancelledMeanwhile");
        assertThat(history(callback).at("/attempts/0/callStatus").asText()).isEqualTo("BUSY");
    }

    @Test
    void isClosedWhenTheEndOfTheCallIsNeverToldAndNobodySaves() {
        inCall();
        cancel(callback);

        pass(Duration.ofHours(4));
        assertHolds(agent, callback);
        pass(Duration.ofMinutes(5));

        assertClosedAsCancelled("end_cancelledGivenBack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "OFFWORK", "DO_NOT_DISTURB", "signedOut"})
    void isClosedWhenItsAgentGoesAwayInTheCall(String how) {
        inCall();
        var colleague = centre.agentOn(list);
        cancel(callback);

        switch (how) {
            case "stop" -> centre.receive(agent, false);
            case "signedOut" -> signOut(agent);
            default -> setAvailability(agent, how);
        }
        centre.receive(colleague, true);

        assertClosedAsCancelled("end_cancelledGivenBack");
        assertIdle(colleague);
    }

    @Test
    void staysWithTheAgentAfterTheCallAsLongAsSomethingIsNotSaved() {
        inCall();
        centre.endCall(agent, call);
        draft(agent, Map.of("note", quoted("wants two of them")));

        cancel(callback);
        assertHolds(agent, callback);
        centre.save(agent, "ANSWERED");

        assertClosedAsCancelled("end_cancelledMeanwhile");
    }

    @Test
    void isNotCancelledAnyMoreWhenItsCallerAsksOnceMore() {
        inCall();
        cancel(callback);

        centre.request(list, callback.path("phoneNumber").asText());
        centre.save(agent, "BUSY");

        assertThat(centre.callback(callback).path("cancelRequested").isNull()).isTrue();
        assertStatus(callback, "SCHEDULED");
    }

    @Test
    void keepsWhatWasEnteredBeforeAnyCall() {
        inHand();
        draft(agent, Map.of("note", quoted("asked for Bo")));

        cancel(callback);

        assertCancelled(callback);
        assertThat(history(callback).at("/leftUnsaved/0/note").asText()).isEqualTo("asked for Bo");
        assertThat(history(callback).at("/leftUnsaved/0/leftBy").asText()).isEqualTo(agent);
    }

    private void inHand() {
        list = centre.list();
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
    }

    private void signOut(String person) {
        centre.signedIn(person);
        assertThat(centre.as(centre.person("ADMIN"))
                        .delete("/api/v1/accounts/%s/sessions".formatted(person))
                        .status())
                .isEqualTo(204);
    }

    private void inCall() {
        inHand();
        call = centre.call(agent);
    }

    private int cancelAll() {
        return centre.as(centre.person("INTEGRATOR"))
                .post(
                        "/api/v1/callbacks/cancel",
                        "{\"phoneNumber\": %s, \"listId\": %s, \"reason\": \"was served at the shop\"}"
                                .formatted(callback.path("phoneNumber"), quoted(list)))
                .json()
                .path("cancelled")
                .asInt();
    }

    private void assertClosedAsCancelled(String end) {
        assertProcess(callback).isEnded().hasPassed(end);
        assertStatus(callback, "CANCELLED");
        assertThat(event(callback, "CANCELLED").path("reason").asText()).isEqualTo("was served at the shop");
    }

    @Test
    void leavesTheAgentAfterTheCallWithTheNextOne() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        var next = centre.request(list, centre.newNumber());
        callAndHangUp(agent);

        cancel(callback);

        assertCancelled(callback);
        assertProcess(callback).hasPassed("event_callEnded");
        assertHolds(agent, next);
    }

    @Test
    void leavesTheAgentIdleWhenThereIsNoOther() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);

        cancel(callback);

        assertCancelled(callback);
        assertIdle(agent);
        assertProcess(reception(agent)).isWaitingAtExactly("event_callbackAvailable");
    }

    @Test
    void isClosedForGood() {
        var callback = centre.request(centre.list(), centre.newNumber());
        cancel(callback);

        var again = cancel(callback);

        assertThat(again.status()).isEqualTo(409);
        assertThat(trail(callback)).containsExactly("REQUESTED", "CANCELLED");
    }

    private void assertCancelled(JsonNode callback) {
        assertProcess(callback)
                .isEnded()
                .hasPassedInOrder("event_cancelRequested", "task_cancelCallback", "end_cancelled");
        assertStatus(callback, "CANCELLED");
        assertThat(centre.callback(callback).path("allocatedTo").isNull()).isTrue();
        assertThat(event(callback, "CANCELLED").path("reason").asText()).isEqualTo("was served at the shop");
    }
}
