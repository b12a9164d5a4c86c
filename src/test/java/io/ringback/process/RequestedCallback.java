package io.ringback.process;

import static io.ringback.support.Centre.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a request comes in. */
abstract class RequestedCallback extends ProcessTest {

    @Test
    void oneForNowWaitsForAnAgent() {
        var callback = centre.request(centre.list(), centre.newNumber());

        assertProcess(callback)
                .isWaitingAtExactly("gateway_waiting")
                .hasPassedInOrder("start_callbackRequested", "task_registerCallback", "gateway_callableYet")
                .hasNotPassed("event_tellMain", "gateway_scheduled");
        assertStatus(callback, "WAITING");
        assertThat(trail(callback)).containsExactly("REQUESTED");
    }

    @Test
    void oneForLaterIsScheduledUntilThen() {
        var list = centre.list();
        var notBefore = MORNING.plus(Duration.ofHours(2));

        var callback = centre.request(list, centre.newNumber(), Map.of("notBefore", json(notBefore)));
        pass(Duration.ofHours(2).minusSeconds(1));

        assertProcess(callback).isWaitingAtExactly("gateway_scheduled");
        assertStatus(callback, "SCHEDULED");
        assertThat(time(callback.path("eligibleAt"))).isEqualTo(notBefore);
        assertThat(time(callback.path("dueAt"))).isEqualTo(notBefore.plus(Duration.ofHours(1)));
        assertThat(time(callback.path("expiresAt"))).isEqualTo(notBefore.plus(Duration.ofHours(24)));

        pass(Duration.ofSeconds(1));

        assertProcess(callback)
                .isWaitingAtExactly("gateway_waiting")
                .hasPassedInOrder("timer_eligible", "task_offerCallback");
        assertStatus(callback, "WAITING");
        assertThat(trail(callback)).containsExactly("REQUESTED", "BECAME_ELIGIBLE");
    }

    @Test
    void aSecondOneOfTheSameCallerIsClosedAsRelatedToTheFirst() {
        var list = centre.list();
        var main = centre.request(list, "+358 40 7654321");

        var related = centre.request(list, "040 765 4321");

        assertProcess(related)
                .isEnded()
                .hasPassedInOrder("gateway_related", "event_tellMain", "end_closedAsRelated")
                .hasNotPassed("gateway_callableYet");
        assertStatus(related, "MERGED");
        assertThat(centre.callback(related).path("mainCallbackId")).isEqualTo(main.path("id"));
        assertThat(trail(related)).containsExactly("MERGED");
        assertProcess(main)
                .isWaitingAtExactly("gateway_waiting")
                .hasPassedInOrder("event_relatedReceived", "task_linkRelated", "end_relatedLinked");
        assertStatus(main, "WAITING");
        assertThat(trail(main)).containsExactly("REQUESTED", "RELATED_RECEIVED");
        assertThat(history(main).at("/related/0/id")).isEqualTo(related.path("id"));
    }

    @Test
    void aRelatedOneIsShownToTheAgentWhoHasTheMainOneInHand() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var number = centre.newNumber();
        var main = centre.request(list, number);
        centre.receive(agent, true);

        var related = centre.request(list, number);

        assertProcess(main).isWaitingAt("task_callCustomer").hasPassed("end_relatedLinked");
        assertHolds(agent, main);
        assertThat(centre.desk(agent).at("/case/related/0/id")).isEqualTo(related.path("id"));
    }

    @Test
    void everyFurtherOneIsRelatedToTheSameMainOneHoweverLongThatWaits() {
        var list = centre.list();
        var number = centre.newNumber();
        var main = centre.request(list, number, Map.of("notBefore", json(MORNING.plus(Duration.ofHours(1)))));

        var second = centre.request(list, number);
        pass(Duration.ofHours(1));
        var third = centre.request(list, number);

        assertThat(centre.callback(second).path("mainCallbackId")).isEqualTo(main.path("id"));
        assertThat(centre.callback(third).path("mainCallbackId")).isEqualTo(main.path("id"));
        assertThat(trail(main)).containsExactly("REQUESTED", "RELATED_RECEIVED", "BECAME_ELIGIBLE", "RELATED_RECEIVED");
    }

    @Test
    void theSameCallerOnAnotherListIsAnotherCase() {
        var number = centre.newNumber();
        centre.request(centre.list(), number);

        var elsewhere = centre.request(centre.list(), number);

        assertProcess(elsewhere).isWaitingAtExactly("gateway_waiting");
        assertStatus(elsewhere, "WAITING");
    }

    @Test
    void theSameCallerAfterTheFirstWasClosedIsANewCase() {
        var list = centre.list();
        var number = centre.newNumber();
        cancel(centre.request(list, number));

        var later = centre.request(list, number);

        assertProcess(later).isWaitingAtExactly("gateway_waiting");
        assertStatus(later, "WAITING");
    }

    @Test
    void oneNotCalledWhenDueIsMarkedOverdueAndGoesOnWaiting() {
        var callback = centre.request(centre.list(), centre.newNumber());

        pass(Duration.ofHours(1));

        assertProcess(callback)
                .isWaitingAtExactly("gateway_waiting")
                .hasPassedInOrder("timer_due", "task_markOverdue", "end_markedOverdue");
        assertThat(centre.callback(callback).path("overdue").asBoolean()).isTrue();
        assertStatus(callback, "WAITING");
        assertThat(trail(callback)).containsExactly("REQUESTED", "OVERDUE");
    }

    @Test
    void oneThatFallsDueInTheAgentsHandsStaysThere() {
        var list = centre.list(NO_LIMITS);
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);

        pass(Duration.ofHours(1));

        assertProcess(callback).isWaitingAt("task_callCustomer").hasPassed("end_markedOverdue");
        assertThat(centre.callback(callback).path("overdue").asBoolean()).isTrue();
        assertHolds(agent, callback);
    }

    @Test
    void theProcessIsFoundByTheCallbackAndKnowsNoNumberAndNoName() {
        var number = centre.newNumber();
        var callback = centre.request(centre.list(), number, Map.of("callerName", "\"Aino Esimerkki\""));

        assertProcess(callback).hasBusinessKey(id(callback).toString());
        assertProcess(callback)
                .variables()
                .allSatisfy((name, value) -> assertThat(String.valueOf(value)).doesNotContain(number, "Aino"));
    }
}
