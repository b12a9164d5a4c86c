package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.callback.CaseNotices;
import io.ringback.support.Centre;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What reaches a receiver, and in which order. */
class DeliveryTest extends OneReceiver {

    @Autowired
    private CaseNotices notices;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void takesOneCallbackAfterTheOtherThoughThePlannerKnowsOfOneOnly() {
        var webhook = UUID.fromString(hooks.of(receiver, list).path("id").asText());
        centre.request(list, centre.newNumber());
        events.prepare();
        jdbc.sql("ANALYZE ringback.webhook_lane").update();
        for (int number = 0; number < 11; number++) {
            centre.request(list, centre.newNumber());
        }
        events.prepare();

        for (int number = 0; number < 12; number++) {
            assertThat(deliveries.claim(webhook)).isPresent();
        }
        assertThat(deliveries.claim(webhook)).isEmpty();
    }

    @Test
    void tellsWhatHappensToACallbackSignedAndInOrder() {
        var webhook = hooks.of(receiver, list);
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        centre.save(agent, "ANSWERED");
        events.runOnce();

        assertThat(receiver.changes()).containsExactly("REQUESTED", "ALLOCATED", "OUTCOME_SAVED", "RESOLVED");
        assertThat(receiver.received()).allSatisfy(event -> {
            assertThat(SignatureCheck.accepts(webhook.path("secret").asText(), event))
                    .isTrue();
            assertThat(event.header("webhook-id"))
                    .isEqualTo(event.json().path("id").asText());
            assertThat(event.header("webhook-timestamp"))
                    .isEqualTo(Long.toString(clock.instant().getEpochSecond()));
            assertThat(event.json().path("subject").asText())
                    .isEqualTo("callback/" + callback.path("id").asText());
        });
        var state = hooks.get(webhook).path("state");
        assertThat(state.path("pending").asInt()).isZero();
        assertThat(state.path("lastDeliveredAt").asText())
                .isEqualTo(clock.instant().toString());
    }

    @Test
    void saysNothingAboutTheCallerUnlessAskedTo() {
        hooks.of(receiver, list);
        var number = centre.newNumber();
        centre.request(list, number, Map.of("callerName", "\"Maija Meikäläinen\""));
        events.runOnce();
        var silent = receiver.received();
        jdbc.sql("DELETE FROM ringback.webhook").update();
        receiver.forget();
        hooks.of(receiver, Map.of("lists", "[\"%s\"]".formatted(list), "includePersonalData", "true"));
        var other = centre.newNumber();
        centre.request(list, other, Map.of("callerName", "\"Maija Meikäläinen\""));
        events.runOnce();

        assertThat(silent)
                .singleElement()
                .satisfies(
                        event -> assertThat(event.text()).doesNotContain(number).doesNotContain("Maija"));
        assertThat(receiver.received()).singleElement().satisfies(event -> {
            assertThat(event.json().at("/data/phoneNumber").asText()).isEqualTo(other);
            assertThat(event.json().at("/data/callerName").asText()).isEqualTo("Maija Meikäläinen");
        });
    }

    @Test
    void sendsOnlyTheTypesThatAreWanted() {
        hooks.of(receiver, Map.of("types", "[\"io.ringback.callback.allocated\",\"io.ringback.reception.started\"]"));
        var agent = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        centre.receive(agent, false);
        events.runOnce();

        assertThat(receiver.changes()).containsExactlyInAnyOrder("RECEIVING_STARTED", "ALLOCATED");
    }

    @Test
    void sendsOnlyThoseNoticesOfProcessesThatAreWanted() {
        hooks.of(receiver, Map.of("types", "[\"io.ringback.callback.notified.shop_informed\"]"));
        var callback = Centre.id(centre.request(list, centre.newNumber()));
        for (var eventType : List.of("shop_informed", "shop_closed")) {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(during -> notices.tell(callback, eventType, "Come by"));
        }
        events.runOnce();

        assertThat(receiver.received()).singleElement().satisfies(event -> {
            assertThat(event.json().path("type").asText()).isEqualTo("io.ringback.callback.notified");
            assertThat(event.json().at("/data/details/eventType").asText()).isEqualTo("shop_informed");
            assertThat(event.json().at("/data/details/text").asText()).isEqualTo("Come by");
        });
    }

    @Test
    void tellsAHundredNoticesOfACallbackAtMost() {
        hooks.of(receiver, Map.of("types", "[\"io.ringback.callback.notified\"]"));
        var callback = Centre.id(centre.request(list, centre.newNumber()));
        for (int times = 0; times < 102; times++) {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(during -> notices.tell(callback, "shop_informed", "Come by"));
        }
        events.runOnce();

        assertThat(receiver.received()).hasSize(100);
        assertThat(receiver.received().get(98).json().at("/data/details/last").isMissingNode())
                .isTrue();
        assertThat(receiver.received().get(99).json().at("/data/details/last").asText())
                .isEqualTo("true");
    }

    @Test
    void aWebhookIsToldOfWhatHappensAfterItWasMade() {
        centre.request(list, centre.newNumber());
        events.runOnce();
        hooks.of(receiver, list);
        events.runOnce();

        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void keepsTheOrderOfACallbackWhileOthersGoOn() {
        hooks.of(receiver, list);
        var stuck = centre.request(list, centre.newNumber());
        var other = centre.request(list, centre.newNumber());
        receiver.answering(event -> event.isAbout(stuck) ? 503 : 204);
        centre.cancel(stuck);
        centre.cancel(other);
        events.runOnce();

        assertThat(receiver.received().stream().filter(event -> event.isAbout(stuck)))
                .singleElement()
                .satisfies(event -> assertThat(event.change()).isEqualTo("REQUESTED"));
        assertThat(receiver.changes()).containsExactly("REQUESTED", "CANCELLED");

        receiver.forget();
        receiver.answering(event -> 204);
        clock.advance(Duration.ofSeconds(6));
        events.runOnce();

        assertThat(receiver.received()).allMatch(event -> event.isAbout(stuck));
        assertThat(receiver.changes()).containsExactly("REQUESTED", "CANCELLED");
    }

    @Test
    void catchesUpWithALongLag() {
        var webhook = hooks.of(receiver, list);
        jdbc.sql("""
                        INSERT INTO ringback.audit_event (at, actor, type, callback_id, list_id)
                        SELECT now(), 'test', 'OVERDUE', ('00000000-0000-4000-8000-' || lpad((n %% 300)::text, 12, '0'))::uuid, '%s'
                        FROM generate_series(1, 1500) n""".formatted(list)).update();
        assertThat(events.lag().undelivered()).isGreaterThanOrEqualTo(1_500);
        events.runOnce();

        assertThat(receiver.changes()).hasSize(1_500);
        assertThat(sequencesOf("callback/00000000-0000-4000-8000-000000000007"))
                .hasSize(5)
                .isSorted();
        assertThat(hooks.get(webhook).at("/state/pending").asInt()).isZero();
        assertThat(events.lag().undelivered()).isZero();
    }

    private List<Long> sequencesOf(String subject) {
        return receiver.received().stream()
                .filter(event -> event.json().path("subject").asText().equals(subject))
                .map(event -> event.json().at("/data/sequence").asLong())
                .toList();
    }
}
