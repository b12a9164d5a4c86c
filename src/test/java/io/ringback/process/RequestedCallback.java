package io.ringback.process;

import static io.ringback.support.Centre.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a request comes in. */
class RequestedCallback extends ProcessTest {

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
    void itsProcessInstanceHasItsIdAndItsRowNamesThat() {
        var callback = id(centre.request(centre.list(), centre.newNumber()));

        assertThat(engine.instance(callback).getId()).isEqualTo(callback.toString());
        assertThat(jdbc.sql("SELECT process_instance_id FROM ringback.callback WHERE id = ?")
                        .param(callback)
                        .query(String.class)
                        .single())
                .isEqualTo(callback.toString());
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
        var later = Map.of("notBefore", json(MORNING.plus(Duration.ofHours(1))));
        var main = centre.request(list, number, later);

        var second = centre.request(list, number, later);
        pass(Duration.ofHours(1));
        var third = centre.request(list, number);

        assertThat(centre.callback(second).path("mainCallbackId")).isEqualTo(main.path("id"));
        assertThat(centre.callback(third).path("mainCallbackId")).isEqualTo(main.path("id"));
        assertThat(trail(main)).containsExactly("REQUESTED", "RELATED_RECEIVED", "BECAME_ELIGIBLE", "RELATED_RECEIVED");
    }

    @Test
    void aRelatedOneForNowTakesOneForLaterOutOfItsWait() {
        var list = centre.list();
        var number = centre.newNumber();
        var main = centre.request(list, number, Map.of("notBefore", json(MORNING.plus(Duration.ofDays(1)))));

        centre.request(list, number);

        assertProcess(main).isWaitingAtExactly("gateway_scheduled");
        assertStatus(main, "WAITING");
        assertThat(trail(main)).containsExactly("REQUESTED", "RELATED_RECEIVED");
        pass(Duration.ofMillis(1));
        assertProcess(main)
                .isWaitingAtExactly("gateway_waiting")
                .hasPassedInOrder("timer_eligible", "task_offerCallback");
        assertThat(trail(main)).containsExactly("REQUESTED", "RELATED_RECEIVED");
    }

    @Test
    void theTimersOfTheMainOneFollowWhatARelatedOneChanges() {
        var list = centre.list();
        var number = centre.newNumber();
        var main = centre.request(list, number);
        pass(Duration.ofHours(23));
        centre.request(list, number, Map.of("dueAt", json(MORNING.plus(Duration.ofHours(24)))));

        pass(Duration.ofHours(2));

        assertProcess(main).isWaitingAtExactly("gateway_waiting");
        assertStatus(main, "WAITING");
        assertThat(time(event(main, "RELATED_RECEIVED").at("/details/expiresAt")))
                .isEqualTo(MORNING.plus(Duration.ofHours(47)));
        pass(Duration.ofHours(22));
        assertProcess(main).isEnded().hasPassed("timer_expired", "end_expired");
        assertStatus(main, "EXPIRED");
    }

    @Test
    void theDueTimeOfOneForLaterComesWithTheRelatedOne() {
        var list = centre.list();
        var number = centre.newNumber();
        var main = centre.request(list, number, Map.of("notBefore", json(MORNING.plus(Duration.ofDays(1)))));
        centre.request(list, number);

        pass(Duration.ofHours(1));

        assertProcess(main).isWaitingAtExactly("gateway_waiting").hasPassed("end_markedOverdue");
        assertThat(trail(main)).containsExactly("REQUESTED", "RELATED_RECEIVED", "OVERDUE");
    }

    @Test
    void oneWhoseExpiryHasPassedUnnoticedIsClosedByTheNextRequest() {
        var list = centre.list();
        var number = centre.newNumber();
        var waiting = centre.request(list, number);
        var scheduled = centre.request(
                list,
                centre.newNumber(),
                Map.of(
                        "notBefore", json(MORNING.plus(Duration.ofHours(20))),
                        "expiresAt", json(MORNING.plus(Duration.ofHours(21)))));
        clock.advance(Duration.ofHours(25));

        var next = centre.request(list, number);
        var nextOfOther = centre.request(list, scheduled.path("phoneNumber").asText());

        for (var expired : List.of(waiting, scheduled)) {
            assertStatus(expired, "EXPIRED");
            assertProcess(expired).isEnded().hasPassed("timer_expired", "end_expired");
        }
        for (var fresh : List.of(next, nextOfOther)) {
            assertStatus(fresh, "WAITING");
            assertProcess(fresh).isWaitingAtExactly("gateway_waiting").hasNotPassed("event_tellMain");
        }
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
