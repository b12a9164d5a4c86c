package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A callback that is no longer wanted, wherever it is. */
class CancelledCallback extends ProcessTest {

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

    @Test
    void leavesTheAgentInTheCallWithTheNextOne() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        var next = centre.request(list, centre.newNumber());
        var call = centre.call(agent);

        cancel(callback);
        centre.endCall(agent, call);

        assertCancelled(callback);
        assertProcess(callback).hasPassed("event_callStarted").hasNotPassed("event_callEnded");
        assertHolds(agent, next);
        assertProcess(next).isWaitingAt("task_callCustomer");
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
