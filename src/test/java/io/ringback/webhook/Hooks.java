package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.EventReceiver;
import io.ringback.support.Http;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An administrator who makes webhooks for a receiver. */
final class Hooks {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Http admin;

    Hooks(Centre centre) {
        this.admin = centre.as(centre.person("ADMIN"));
    }

    Http admin() {
        return admin;
    }

    /** A webhook that is told of one list. */
    JsonNode of(EventReceiver receiver, String list) {
        return of(receiver, Map.of("lists", "[\"%s\"]".formatted(list)));
    }

    /** A webhook with these further fields; values are JSON. */
    JsonNode of(EventReceiver receiver, Map<String, String> fields) {
        var all = new TreeMap<>(
                Map.of("name", Centre.quoted("CRM " + COUNT.incrementAndGet()), "url", Centre.quoted(receiver.url())));
        all.putAll(fields);
        var answer = admin.post("/api/v1/webhooks", Centre.object(all));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    JsonNode get(JsonNode webhook) {
        return admin.get(path(webhook)).json();
    }

    JsonNode deliveries(JsonNode webhook, String query) {
        return admin.get(path(webhook) + "/deliveries" + query).json().path("items");
    }

    Http.Answer retry(JsonNode webhook, long sequence) {
        return admin.post(path(webhook) + "/deliveries/%d/retry".formatted(sequence), "");
    }

    Http.Answer replay(JsonNode webhook, long from) {
        return admin.post(path(webhook) + "/replay", "{\"fromSequence\":%d}".formatted(from));
    }

    static String path(JsonNode webhook) {
        return "/api/v1/webhooks/" + webhook.path("id").asText();
    }

    static UUID id(JsonNode webhook) {
        return UUID.fromString(webhook.path("id").asText());
    }
}
