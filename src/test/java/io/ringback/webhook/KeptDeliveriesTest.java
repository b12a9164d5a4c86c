package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has happened is kept for a while, and sent once more when somebody asks for it. */
class KeptDeliveriesTest extends OneReceiver {

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
        centre.cancel(callback);
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
    void replaysWhatWasDelivered() {
        var webhook = hooks.of(receiver, list);
        var callback = centre.request(list, centre.newNumber());
        centre.cancel(callback);
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
    void isNotLateForWhatIsSentOnceMore() {
        var webhook = hooks.of(receiver, list);
        var givenUp = dead(webhook);
        receiver.answering(event -> 204);
        centre.request(list, centre.newNumber());
        events.runOnce();
        clock.advance(Duration.ofHours(2));

        hooks.retry(webhook, givenUp);
        var afterRetry = events.lag();
        hooks.replay(webhook, givenUp);
        clock.advance(Duration.ofMinutes(3));
        var afterReplay = events.lag();

        assertThat(afterRetry.undelivered()).isEqualTo(1);
        assertThat(afterRetry.oldest()).isLessThan(Duration.ofMinutes(1));
        assertThat(afterReplay.undelivered()).isEqualTo(2);
        assertThat(afterReplay.oldest()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
    }

    @Test
    void isAsLateAsWhatWaitsThoughAnotherIsSentOnceMore() {
        var webhook = hooks.of(receiver, list);
        var givenUp = dead(webhook);
        centre.request(list, centre.newNumber());
        events.runOnce();
        clock.advance(Duration.ofHours(2));

        hooks.replay(webhook, givenUp);

        assertThat(events.lag().undelivered()).isEqualTo(2);
        assertThat(events.lag().oldest()).isBetween(Duration.ofHours(2), Duration.ofHours(3));
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

    private List<String> ids() {
        return receiver.received().stream()
                .map(event -> event.header("webhook-id"))
                .toList();
    }
}
