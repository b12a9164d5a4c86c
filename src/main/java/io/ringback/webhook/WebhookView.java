package io.ringback.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as the API shows it.
 *
 * @param disabledBecause {@code 410} when the target has answered that it wants no more events
 * @param secret what messages are signed with; only in the answer to the call that has made it
 * @param previousSecretUntil how long messages are also signed with the secret before, and with those before it for a shorter time
 */
record WebhookView(
        UUID id,
        String name,
        String url,
        List<String> types,
        List<String> lists,
        boolean includePersonalData,
        boolean enabled,
        @Nullable String disabledBecause,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,
        @Nullable Instant previousSecretUntil,
        Instant createdAt,
        long version,
        WebhookState state) {

    static final WebhookState NOTHING_YET = new WebhookState(null, 0, null, 0);

    static WebhookView of(Webhook webhook, WebhookState state) {
        return of(webhook, state, null);
    }

    static WebhookView of(Webhook.WithSecret made, WebhookState state) {
        return of(made.webhook(), state, made.secret().text());
    }

    private static WebhookView of(Webhook webhook, WebhookState state, @Nullable String secret) {
        var wish = webhook.wish();
        return new WebhookView(
                webhook.id(),
                wish.name(),
                wish.url(),
                wish.types(),
                wish.lists(),
                wish.includePersonalData(),
                wish.enabled(),
                webhook.disabledBecause(),
                secret,
                webhook.secrets().previousUntil(),
                webhook.createdAt(),
                webhook.version(),
                state);
    }

    /** The host alone; public for the pages. */
    public String host() {
        return URI.create(url).getHost();
    }

    /** The lists, one on each line. */
    public String listLines() {
        return String.join("\n", lists);
    }

    /** Those types that processes make up, one on each line. */
    public String furtherTypes() {
        return types.stream().filter(type -> !EventTypes.ALL.contains(type)).collect(Collectors.joining("\n"));
    }

    /** Without the secret and the address. */
    @Override
    public String toString() {
        return "WebhookView[id=%s, name=%s]".formatted(id, name);
    }
}
