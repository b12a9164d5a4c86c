package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.engine.runtime.ProcessInstance;

/** What ends receiving, and what becomes of the callback in hand. */
class StoppedReception extends ProcessTest {

    private String list;
    private String agent;
    private ProcessInstance reception;

    @BeforeEach
    void anAgentReceives() {
        list = centre.list();
        agent = centre.agentOn(list);
        centre.receive(agent, true);
        reception = reception(agent);
    }

    @Test
    void whileTheAgentWaitsItJustEnds() {
        centre.receive(agent, false);

        assertEnded("AGENT");
    }

    @Test
    void whileTheAgentHoldsACallbackThatGoesBackInLine() {
        var callback = aCallbackInHand();

        centre.receive(agent, false);

        assertEnded("AGENT");
        assertGivenBack(callback);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DO_NOT_DISTURB", "OFFWORK"})
    void byAnAvailabilityThatAllowsNoCallbacks(String availability) {
        var callback = aCallbackInHand();

        setAvailability(agent, availability);

        assertEnded(availability);
        assertGivenBack(callback);
    }

    @Test
    void notByBeingBusy() {
        var callback = aCallbackInHand();

        setAvailability(agent, "BUSY");

        assertHolds(agent, callback);
        assertProcess(reception).isWaitingAtExactly("event_callbackClosed");
    }

    @Test
    void byASupervisor() {
        var callback = aCallbackInHand();

        var answer = supervisor().post("/api/v1/agents/%s/stop".formatted(agent), "{\"reason\":\"the shift is over\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertEnded("SUPERVISOR");
        assertGivenBack(callback);
    }

    @Test
    void twiceIsStoppedOnce() {
        var callback = aCallbackInHand();
        centre.receive(agent, false);

        centre.receive(agent, false);

        assertEnded("AGENT");
        assertThat(trail(callback)).containsExactly("REQUESTED", "ALLOCATED", "RELEASED");
    }

    @Test
    void whatWasInHandGoesToTheNextAgentAndNotBack() {
        var callback = aCallbackInHand();
        var colleague = centre.agentOn(list);
        centre.receive(colleague, true);

        centre.receive(agent, false);
        centre.receive(agent, true);
        assertIdle(agent);
        offers.runOnce();

        assertHolds(colleague, callback);
        assertIdle(agent);
        assertProcess(reception(agent)).isWaitingAtExactly("event_callbackAvailable");
    }

    @Test
    void theOnlyAgentGetsTheSameCallbackBackAfterSwitchingOnAgain() {
        var callback = aCallbackInHand();
        centre.receive(agent, false);

        centre.receive(agent, true);

        assertHolds(agent, callback);
        assertProcess(reception).isEnded();
        assertProcess(reception(agent)).isWaitingAtExactly("event_callbackClosed");
    }

    private JsonNode aCallbackInHand() {
        var callback = centre.request(list, centre.newNumber());
        offers.runOnce();
        assertHolds(agent, callback);
        return callback;
    }

    private void assertEnded(String because) {
        assertProcess(reception)
                .isEnded()
                .hasPassedInOrder("event_stopReceiving", "task_releaseHeld", "end_receptionEnded");
        assertStopped(agent, because);
    }

    private void assertGivenBack(JsonNode callback) {
        assertProcess(callback).isWaitingAtExactly("gateway_waiting").hasPassed("event_released");
        assertStatus(callback, "WAITING");
    }
}
