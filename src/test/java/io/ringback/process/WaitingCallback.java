package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What ends the waiting: an agent or the expiry. */
class WaitingCallback extends ProcessTest {

    @Test
    void anAgentWhoSwitchesOnGetsIt() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());

        centre.receive(agent, true);

        assertProcess(callback)
                .isWaitingAt("task_callCustomer")
                .hasPassedInOrder("event_allocated", "start_handling")
                .task()
                .isAssignedTo(agent);
        assertStatus(callback, "ALLOCATED");
        assertHolds(agent, callback);
        assertThat(trail(callback)).containsExactly("REQUESTED", "ALLOCATED");
        assertThat(event(callback, "ALLOCATED").path("agentId").asText()).isEqualTo(agent);
    }

    @Test
    void aScheduledOneIsGivenToNobodyBeforeItsTime() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = scheduledInAnHour(list);

        pass(Duration.ofHours(1).minusSeconds(1));
        centre.receive(agent, true);
        offers.runOnce();

        assertIdle(agent);
        assertProcess(callback).isWaitingAtExactly("gateway_scheduled");
    }

    @Test
    void aScheduledOneIsGivenWhenItsTimeHasComeThoughItsTimerIsLate() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = scheduledInAnHour(list);

        clock.advance(Duration.ofHours(1));
        centre.receive(agent, true);

        assertProcess(callback)
                .isWaitingAt("task_callCustomer")
                .hasPassed("event_allocatedEarly")
                .hasNotPassed("timer_eligible", "gateway_waiting");
        assertHolds(agent, callback);
        assertThat(event(callback, "ALLOCATED").path("from").asText()).isEqualTo("SCHEDULED");
    }

    @Test
    void aTimerThatComesAfterTheSweepChangesNothingMore() {
        var callback = scheduledInAnHour(centre.list());
        clock.advance(Duration.ofHours(1));
        offers.runOnce();
        assertStatus(callback, "WAITING");
        assertProcess(callback).isWaitingAtExactly("gateway_scheduled");

        engine.fireDueTimers();

        assertProcess(callback).isWaitingAtExactly("gateway_waiting").hasPassed("timer_eligible", "task_offerCallback");
        assertStatus(callback, "WAITING");
        assertThat(Collections.frequency(trail(callback), "BECAME_ELIGIBLE")).isEqualTo(1);
    }

    @Test
    void anIdleAgentIsGivenItByTheSweepBeforeItsTimerFires() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        var callback = scheduledInAnHour(list);

        clock.advance(Duration.ofHours(1));
        offers.runOnce();

        assertProcess(callback).isWaitingAt("task_callCustomer").hasPassed("event_allocatedEarly");
        assertHolds(agent, callback);
    }

    @Test
    void nobodyCallsBeforeTheExpirySoItCloses() {
        var callback = centre.request(centre.list(), centre.newNumber());

        pass(Duration.ofHours(24).minusSeconds(1));
        assertProcess(callback).isWaitingAtExactly("gateway_waiting");
        pass(Duration.ofSeconds(1));

        assertProcess(callback).isEnded().hasPassedInOrder("timer_expired", "task_expireCallback", "end_expired");
        assertStatus(callback, "EXPIRED");
        assertThat(time(centre.callback(callback).path("closedAt"))).isEqualTo(MORNING.plus(Duration.ofHours(24)));
        assertThat(trail(callback)).containsExactly("REQUESTED", "OVERDUE", "EXPIRED");
    }

    @Test
    void anExpiredOneIsGivenToNobodyThoughItsTimerIsLate() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());

        clock.advance(Duration.ofHours(24));
        centre.receive(agent, true);
        offers.runOnce();

        assertIdle(agent);
        assertStatus(callback, "WAITING");

        engine.fireDueTimers();

        assertStatus(callback, "EXPIRED");
    }

    @Test
    void aScheduledOneWhoseTimersAreAllLateExpires() {
        var callback = scheduledInAnHour(centre.list());

        pass(Duration.ofHours(25));

        assertProcess(callback).isEnded().hasPassedInOrder("timer_eligible", "timer_expired", "end_expired");
        assertStatus(callback, "EXPIRED");
    }

    private JsonNode scheduledInAnHour(String list) {
        return centre.request(
                list,
                centre.newNumber(),
                Map.of("notBefore", json(clock.instant().plus(Duration.ofHours(1)))));
    }
}
