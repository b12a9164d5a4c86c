package io.ringback.webhook;

import io.ringback.audit.Actor;
import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes events of the stream as CloudEvents. */
@Component
class CloudEvents {

    private static final String VERSION = "1.0";
    private static final String JSON = "application/json";

    private final JdbcEventStream stream;
    private final Callbacks callbacks;
    private final Clock clock;
    private final WebhookProperties settings;
    private volatile @Nullable String source;

    CloudEvents(JdbcEventStream stream, Callbacks callbacks, Clock clock, WebhookProperties settings) {
        this.stream = stream;
        this.callbacks = callbacks;
        this.clock = clock;
        this.settings = settings;
    }

    /** Without anything about the caller. */
    CloudEvent of(OutgoingEvent event) {
        return of(event, null);
    }

    /** With the number and the name of the caller, as far as they are still kept. */
    CloudEvent withPersonalData(OutgoingEvent event) {
        var id = event.callbackId();
        return of(event, id == null ? null : callbacks.find(id).orElse(null));
    }

    /** An event about nothing, to see whether a target takes events. */
    CloudEvent test() {
        var data = new CloudEvent.Data(
                null, "TEST", null, null, null, null, null, null, Actor.current(), null, null, null);
        return new CloudEvent(
                VERSION,
                UUID.randomUUID().toString(),
                source(),
                EventTypes.TEST,
                null,
                clock.instant(),
                JSON,
                null,
                null,
                data);
    }

    private CloudEvent of(OutgoingEvent event, @Nullable Callback about) {
        var data = new CloudEvent.Data(
                event.sequence(),
                event.change(),
                event.callbackId(),
                event.listId(),
                event.agentId(),
                event.from(),
                event.to(),
                event.reason(),
                event.actor(),
                event.details(),
                about == null ? null : about.request().phoneNumber(),
                about == null ? null : about.request().callerName());
        return new CloudEvent(
                VERSION,
                event.id().toString(),
                source(),
                EventTypes.of(event.change()),
                event.subject(),
                event.at(),
                JSON,
                String.format(Locale.ROOT, "%020d", event.sequence()),
                event.lane(),
                data);
    }

    private String source() {
        var known = source;
        if (known == null) {
            known = settings.source() != null ? settings.source() : "urn:uuid:" + stream.installation();
            source = known;
        }
        return known;
    }
}
