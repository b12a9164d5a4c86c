package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a receiver has not taken is sent again, until it takes it, is gone or has refused it too often. */
class DeliveryRetriesTest extends OneReceiver {

    @Test
    void triesAgainLaterAndLaterAndThenGivesUp() {
        var webhook = hooks.of(receiver, list);
        receiver.answering(event -> event.change().equals("REQUESTED") ? 500 : 204);
        var callback = centre.request(list, centre.newNumber());
        centre.cancel(callback);
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
    void whatADeadNodeWasSendingIsSentAgain() {
        var webhook = hooks.of(receiver, list);
        centre.request(list, centre.newNumber());
        events.prepare();
        var claimed = deliveries.claim(Hooks.id(webhook)).orElseThrow();
        events.runOnce();
        var whileClaimed = receiver.received();

        clock.advance(Deliveries.CLAIM.plusSeconds(1));
        events.runOnce();
        deliveries.record(claimed, ReceiverAnswer.failed("too late"));

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

        deliveries.record(slow, ReceiverAnswer.failed("too late"));
        deliveries.record(next, ReceiverAnswer.ofStatus(200, null));

        var delivery = hooks.deliveries(webhook, "").get(0);
        assertThat(delivery.path("status").asText()).isEqualTo("DELIVERED");
        assertThat(delivery.path("attempts").asInt()).isEqualTo(1);
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
}
