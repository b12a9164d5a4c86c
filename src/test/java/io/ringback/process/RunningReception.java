package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agent who receives is given, and when. */
class RunningReception extends ProcessTest {

    private String list;
    private String agent;

    @BeforeEach
    void anAgentIsOnTheList() {
        list = centre.list();
        agent = centre.agentOn(list);
    }

    @Test
    void switchingOnGivesTheOldestCallbackAtOnce() {
        var oldest = centre.request(list, centre.newNumber());
        clock.advance(Duration.ofSeconds(1));
        centre.request(list, centre.newNumber());

        centre.receive(agent, true);

        assertProcess(reception(agent))
                .isWaitingAtExactly("event_callbackClosed")
                .hasPassedInOrder("start_receivingSwitchedOn", "task_allocateCallback", "gateway_callbackFound");
        assertHolds(agent, oldest);
        assertThat(centre.desk(agent).path("acceptsServiceCalls").asBoolean()).isFalse();
    }

    @Test
    void withNothingToCallTheAgentWaits() {
        centre.receive(agent, true);

        assertProcess(reception(agent)).isWaitingAtExactly("event_callbackAvailable");
        assertIdle(agent);
        assertThat(centre.desk(agent).path("acceptsServiceCalls").asBoolean()).isFalse();
    }

    @Test
    void anAgentWhoWaitsGetsTheCallbackThatBecomesAvailable() {
        centre.receive(agent, true);
        var callback = centre.request(list, centre.newNumber());

        var offered = offers.runOnce();

        assertThat(offered).isEqualTo(1);
        assertProcess(reception(agent))
                .isWaitingAtExactly("event_callbackClosed")
                .hasPassedInOrder("event_callbackAvailable", "task_allocateCallback");
        assertHolds(agent, callback);
    }

    @Test
    void whoHasWaitedLongestIsServedFirst() {
        var colleague = centre.agentOn(list);
        centre.receive(colleague, true);
        clock.advance(Duration.ofSeconds(1));
        centre.receive(agent, true);
        var callback = centre.request(list, centre.newNumber());

        offers.runOnce();

        assertHolds(colleague, callback);
        assertIdle(agent);
    }

    @Test
    void anAgentWithACallbackInHandIsNotDisturbedByAnother() {
        var held = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        centre.request(list, centre.newNumber());

        var offered = offers.runOnce();

        assertThat(offered).isZero();
        assertHolds(agent, held);
    }

    @Test
    void closingACallbackGivesTheNextOne() {
        centre.request(list, centre.newNumber());
        clock.advance(Duration.ofSeconds(1));
        var next = centre.request(list, centre.newNumber());
        centre.receive(agent, true);

        centre.save(agent, "ANSWERED");

        assertProcess(reception(agent))
                .isWaitingAtExactly("event_callbackClosed")
                .hasPassedInOrder("task_allocateCallback", "event_callbackClosed", "task_allocateCallback");
        assertHolds(agent, next);
    }

    @Test
    void closingTheLastCallbackLeavesTheAgentWaiting() {
        centre.request(list, centre.newNumber());
        centre.receive(agent, true);

        centre.save(agent, "ANSWERED");

        assertProcess(reception(agent))
                .isWaitingAtExactly("event_callbackAvailable")
                .hasPassed("event_callbackClosed");
        assertIdle(agent);
    }

    @Test
    void switchingOnIsPossibleDuringACallOfAnotherKind() {
        setAvailability(agent, "BUSY");
        var callback = centre.request(list, centre.newNumber());

        centre.receive(agent, true);

        assertHolds(agent, callback);
    }
}
