package io.ringback.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.platform.database.Seal;
import io.ringback.platform.database.SealFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Sends events, outside of any transaction. The message is signed as Standard Webhooks says. */
@Service
class DeliverySender {

    private static final Logger log = LoggerFactory.getLogger(DeliverySender.class);

    private final Deliveries deliveries;
    private final CloudEvents events;
    private final WebhookClient client;
    private final TargetRules targets;
    private final ObjectMapper json;
    private final Clock clock;
    private final Seal seal;

    DeliverySender(
            Deliveries deliveries,
            CloudEvents events,
            WebhookClient client,
            TargetRules targets,
            ObjectMapper json,
            Clock clock,
            Seal seal) {
        this.deliveries = deliveries;
        this.events = events;
        this.client = client;
        this.targets = targets;
        this.json = json;
        this.clock = clock;
        this.seal = seal;
    }

    /** What came of looking for something to send. */
    enum Result {
        NOTHING_DUE,
        DELIVERED,
        FAILED
    }

    /** Sends the next event that is due to the webhook. */
    Result deliverNext(UUID webhook) {
        var next = deliveries.claim(webhook);
        if (next.isEmpty()) {
            return Result.NOTHING_DUE;
        }
        var claimed = next.get();
        var event = claimed.webhook().wish().includePersonalData()
                ? events.withPersonalData(claimed.event())
                : events.of(claimed.event());
        var answer = send(claimed.webhook(), event);
        deliveries.record(claimed, answer);
        return answer.delivered() ? Result.DELIVERED : Result.FAILED;
    }

    /** Sends an event about nothing, at once and only once. */
    ReceiverAnswer test(Webhook webhook) {
        return send(webhook, events.test());
    }

    private ReceiverAnswer send(Webhook webhook, CloudEvent event) {
        if (!targets.permits(webhook.wish().url())) {
            return ReceiverAnswer.failed("The settings of this server do not permit this target any more.");
        }
        var body = written(event);
        var seconds = clock.instant().getEpochSecond();
        try {
            return client.post(
                    webhook.target(),
                    Map.of(
                            "webhook-id", event.id(),
                            "webhook-timestamp", Long.toString(seconds),
                            "webhook-signature", signatures(webhook, event.id(), seconds, body)),
                    body);
        } catch (SealFailure unreadable) {
            log.error("Events of webhook {} cannot be signed: {}", webhook.id(), unreadable.getMessage());
            return ReceiverAnswer.failed(
                    "The secret cannot be read with the keys this server has in ringback.secrets.");
        }
    }

    private String signatures(Webhook webhook, String event, long seconds, byte[] body) {
        return webhook.secrets().at(Instant.ofEpochSecond(seconds)).stream()
                .map(stored -> Secret.opened(seal, webhook.id(), stored))
                .map(secret -> secret.sign(event, seconds, body))
                .collect(Collectors.joining(" "));
    }

    private byte[] written(CloudEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Event %s could not be written as JSON".formatted(event.id()), e);
        }
    }
}
