package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.EventReceiver;
import io.ringback.support.EventReceiver.Received;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reaches a receiver, and in which order. */
@RingbackTest
class DeliveryTest {

    private final EventReceiver receiver = EventReceiver.start();

    @Autowired
    private Centre centre;

    @Autowired
    private OutgoingEvents events;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Hooks hooks;
    private String list;

    @BeforeEach
    void aListWithoutCallers() {
        hooks = new Hooks(centre);
        list = centre.list();
        events.runOnce();
    }

    @AfterEach
    void close() {
        jdbc.sql("DELETE FROM ringback.webhook").update();
        receiver.close();
    }

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
        receiver.answering(event -> isAbout(event, stuck) ? 503 : 204);
        cancel(stuck);
        cancel(other);
        events.runOnce();

        assertThat(receiver.received().stream().filter(event -> isAbout(event, stuck)))
                .singleElement()
                .satisfies(event -> assertThat(changeOf(event)).isEqualTo("REQUESTED"));
        assertThat(receiver.changes()).containsExactly("REQUESTED", "CANCELLED");

        receiver.forget();
        receiver.answering(event -> 204);
        clock.advance(Duration.ofSeconds(6));
        events.runOnce();

        assertThat(receiver.received()).allMatch(event -> isAbout(event, stuck));
        assertThat(receiver.changes()).containsExactly("REQUESTED", "CANCELLED");
    }

    @Test
    void triesAgainLaterAndLaterAndThenGivesUp() {
        var webhook = hooks.of(receiver, list);
        receiver.answering(event -> changeOf(event).equals("REQUESTED") ? 500 : 204);
        var callback = centre.request(list, centre.newNumber());
        cancel(callback);
        events.runOnce();
        var attempts = 1;

        for (var delay : BackOff.DELAYS) {
            clock.advance(delay.minusMillis(1));
            events.runOnce();
            assertThat(receiver.received()).as("before " + delay).hasSize(attempts);
            clock.advance(delay.dividedBy(10).plusMillis(1));
            events.runOnce();
            attempts++;
            assertThat(receiver.received().stream().filter(event -> !event.taken()))
                    .as("after " + delay)
                    .hasSize(attempts);
        }

        assertThat(receiver.received().stream()
                        .map(event -> event.header("webhook-id"))
                        .distinct())
                .hasSize(2);
        assertThat(receiver.changes()).containsExactly("CANCELLED");
        assertThat(hooks.deliveries(webhook, "?status=DEAD")).singleElement().satisfies(dead -> {
            assertThat(dead.path("attempts").asInt()).isEqualTo(9);
            assertThat(dead.path("httpStatus").asInt()).isEqualTo(500);
            assertThat(dead.path("error").asText()).contains("500");
        });
        assertThat(hooks.get(webhook).at("/state/dead").asInt()).isEqualTo(1);
    }

    @Test
    void leavesATargetAloneForAsLongAsItAsks() {
        hooks.of(receiver, list);
        receiver.answering(event -> 429);
        centre.request(list, centre.newNumber());
        events.runOnce();

        clock.advance(Duration.ofMinutes(9));
        events.runOnce();
        assertThat(receiver.received()).hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        events.runOnce();
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void sendsOnceMoreWhatWasGivenUpWhenAskedTo() {
        var webhook = hooks.of(receiver, list);
        var sequence = dead(webhook);
        receiver.answering(event -> 204);

        var retried = hooks.retry(webhook, sequence);
        events.runOnce();
        var again = hooks.retry(webhook, sequence);

        assertThat(retried.status()).isEqualTo(200);
        assertThat(retried.json().path("status").asText()).isEqualTo("PENDING");
        assertThat(receiver.changes()).containsExactly("REQUESTED");
        assertThat(again.status()).isEqualTo(409);
        assertThat(hooks.retry(webhook, sequence + 1_000).status()).isEqualTo(404);
    }

    @Test
    void sendsAtOnceWhatWaitsForItsNextTry() {
        var webhook = hooks.of(receiver, list);
        receiver.answering(event -> 500);
        var callback = centre.request(list, centre.newNumber());
        cancel(callback);
        events.runOnce();
        receiver.answering(event -> 204);
        var waiting = hooks.deliveries(webhook, "");

        var second = hooks.retry(webhook, waiting.get(0).path("sequence").asLong());
        var first = hooks.retry(webhook, waiting.get(1).path("sequence").asLong());
        events.runOnce();

        assertThat(second.status()).isEqualTo(409);
        assertThat(first.status()).isEqualTo(200);
        assertThat(receiver.changes()).containsExactly("REQUESTED", "CANCELLED");
    }

    @Test
    void endsWhenTheTargetIsGone() {
        var webhook = hooks.of(receiver, list);
        receiver.answering(event -> 410);
        centre.request(list, centre.newNumber());
        events.runOnce();
        centre.request(list, centre.newNumber());
        events.runOnce();

        var gone = hooks.get(webhook);
        assertThat(receiver.received()).hasSize(1);
        assertThat(gone.path("enabled").asBoolean()).isFalse();
        assertThat(gone.path("disabledBecause").asText()).isEqualTo("410");

        receiver.answering(event -> 204);
        enable(gone);
        clock.advance(Duration.ofSeconds(6));
        events.runOnce();

        assertThat(receiver.changes()).containsExactly("REQUESTED", "REQUESTED");
    }

    @Test
    void replaysWhatWasDelivered() {
        var webhook = hooks.of(receiver, list);
        var callback = centre.request(list, centre.newNumber());
        cancel(callback);
        events.runOnce();
        var sent = ids();
        var first = hooks.deliveries(webhook, "").get(1).path("sequence").asLong();
        receiver.forget();

        var replayed = hooks.replay(webhook, first);
        events.runOnce();

        assertThat(replayed.json().path("replayed").asInt()).isEqualTo(2);
        assertThat(receiver.changes()).containsExactly("REQUESTED", "CANCELLED");
        assertThat(ids()).isEqualTo(sent);
    }

    @Test
    void replaysWhatHappenedBeforeItWasMade() {
        var before = jdbc.sql("SELECT last_sequence FROM ringback.outgoing_stream")
                .query(Long.class)
                .single();
        centre.request(list, centre.newNumber());
        events.runOnce();
        var webhook = hooks.of(receiver, list);

        hooks.replay(webhook, before + 1);
        events.runOnce();

        assertThat(receiver.changes()).containsExactly("REQUESTED");
    }

    @Test
    void refusesAReplayThatIsTooLongOrBackwards() {
        var webhook = hooks.of(receiver, list);
        jdbc.sql("UPDATE ringback.webhook SET taken_to = 1000000").update();

        var tooLong = hooks.replay(webhook, 1);
        var backwards = hooks.admin().post(Hooks.path(webhook) + "/replay", "{\"fromSequence\":2,\"toSequence\":1}");

        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(backwards.status()).isEqualTo(422);
    }

    @Test
    void whatADeadNodeWasSendingIsSentAgain() {
        var webhook = hooks.of(receiver, list);
        centre.request(list, centre.newNumber());
        events.prepare();
        var claimed = deliveries.claim(Hooks.id(webhook)).orElseThrow();
        events.runOnce();
        var whileClaimed = receiver.received();

        clock.advance(Deliveries.CLAIM.plusSeconds(1));
        events.runOnce();
        deliveries.record(claimed, Answer.failed("too late"));

        assertThat(whileClaimed).isEmpty();
        assertThat(receiver.received())
                .singleElement()
                .satisfies(event -> assertThat(event.header("webhook-id"))
                        .isEqualTo(claimed.event().id().toString()));
        assertThat(hooks.deliveries(webhook, "").get(0).path("status").asText()).isEqualTo("DELIVERED");
    }

    @Test
    void aLateResultDoesNotUndoWhatTheNextOneSends() {
        var webhook = hooks.of(receiver, list);
        centre.request(list, centre.newNumber());
        events.prepare();
        var slow = deliveries.claim(Hooks.id(webhook)).orElseThrow();
        clock.advance(Deliveries.CLAIM.plusSeconds(1));
        var next = deliveries.claim(Hooks.id(webhook)).orElseThrow();

        deliveries.record(slow, Answer.failed("too late"));
        deliveries.record(next, Answer.ofStatus(200, null));

        var delivery = hooks.deliveries(webhook, "").get(0);
        assertThat(delivery.path("status").asText()).isEqualTo("DELIVERED");
        assertThat(delivery.path("attempts").asInt()).isEqualTo(1);
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

    @Test
    void forgetsWhatWasFinishedLongAgo() {
        var webhook = hooks.of(receiver, list);
        dead(webhook);
        receiver.answering(event -> 204);
        centre.request(list, centre.newNumber());
        events.runOnce();

        clock.advance(Duration.ofDays(8));
        deliveries.purge();
        var afterAWeek = hooks.deliveries(webhook, "");
        clock.advance(Duration.ofDays(23));
        deliveries.purge();

        assertThat(afterAWeek)
                .singleElement()
                .satisfies(left -> assertThat(left.path("status").asText()).isEqualTo("DEAD"));
        assertThat(hooks.deliveries(webhook, "")).isEmpty();
    }

    /** Gives up a new event; answers its number. */
    private long dead(JsonNode webhook) {
        receiver.answering(event -> 500);
        centre.request(list, centre.newNumber());
        events.runOnce();
        jdbc.sql("UPDATE ringback.webhook_delivery SET attempts = 8").update();
        clock.advance(Duration.ofSeconds(6));
        events.runOnce();
        receiver.forget();
        return hooks.deliveries(webhook, "?status=DEAD").get(0).path("sequence").asLong();
    }

    private void cancel(JsonNode callback) {
        var answer = centre.as(centre.person("SUPERVISOR"))
                .post(
                        "/api/v1/callbacks/%s/cancel"
                                .formatted(callback.path("id").asText()),
                        "{\"reason\":\"test\"}");
        assertThat(answer.status()).isEqualTo(200);
    }

    private void enable(JsonNode webhook) {
        var answer = hooks.admin()
                .put(
                        Hooks.path(webhook),
                        "{\"name\":\"CRM\",\"url\":\"%s\",\"lists\":[\"%s\"],\"enabled\":true,\"version\":%d}"
                                .formatted(
                                        receiver.url(),
                                        list,
                                        webhook.path("version").asLong()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private List<String> ids() {
        return receiver.received().stream()
                .map(event -> event.header("webhook-id"))
                .toList();
    }

    private List<Long> sequencesOf(String subject) {
        return receiver.received().stream()
                .filter(event -> event.json().path("subject").asText().equals(subject))
                .map(event -> event.json().at("/data/sequence").asLong())
                .toList();
    }

    private static String changeOf(Received event) {
        return event.json().at("/data/change").asText();
    }

    private static boolean isAbout(Received event, JsonNode callback) {
        return event.json().at("/data/callbackId").equals(callback.path("id"));
    }
}
