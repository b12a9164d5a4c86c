package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.engine.runtime.ProcessInstance;

/** The paths of {@code agentReception.bpmn}. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class AgentReceptionTest {

    @Nested
    class Receiving extends ProcessTest {

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
            assertThat(centre.desk(agent).path("acceptsServiceCalls").asBoolean())
                    .isFalse();
        }

        @Test
        void withNothingToCallTheAgentWaits() {
            centre.receive(agent, true);

            assertProcess(reception(agent)).isWaitingAtExactly("event_callbackAvailable");
            assertIdle(agent);
            assertThat(centre.desk(agent).path("acceptsServiceCalls").asBoolean())
                    .isFalse();
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

    @Nested
    class Stopped extends ProcessTest {

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

            var answer =
                    supervisor().post("/api/v1/agents/%s/stop".formatted(agent), "{\"reason\":\"the shift is over\"}");

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

    @Nested
    @Order(Integer.MAX_VALUE)
    class AllOfThem extends ProcessTest {

        @Test
        void haveTogetherPassedEveryFlowNodeAndEverySequenceFlow() {
            assertEverythingPassed("agentReception");
        }
    }
}
