package io.ringback.desk;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open stream: of a page, which has a desk id and answers heartbeats, or of a program, which need not. */
final class DeskStream {

    private static final long NO_TIMEOUT = 0;

    private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    private final String agentId;
    private final @Nullable UUID deskId;
    private volatile boolean taking = true;

    DeskStream(String agentId, @Nullable UUID deskId) {
        this.agentId = agentId;
        this.deskId = deskId;
    }

    String agentId() {
        return agentId;
    }

    SseEmitter emitter() {
        return emitter;
    }

    boolean isOfPage() {
        return deskId != null;
    }

    /** Whether the agent's desk is another page now, or none after signing out. */
    boolean isOver(Optional<UUID> agentsDesk) {
        return deskId != null && !agentsDesk.equals(Optional.of(deskId));
    }

    /** Whether everything sent so far has gone through; false also while a dead line holds up what is being sent. */
    boolean isTaking() {
        return taking;
    }

    /** The version is the event's id, so that a browser says by itself that it comes back and does not open anew. */
    boolean sendDesk(Desk desk) {
        return send(SseEmitter.event().id(desk.version()).name("desk").data(desk, MediaType.APPLICATION_JSON));
    }

    /** To a page also as an event, which it answers: what was only written may never have arrived. */
    boolean sendHeartbeat(Instant now) {
        var comment = SseEmitter.event().comment("heartbeat");
        return send(isOfPage() ? withTime(comment.name("heartbeat"), now) : comment);
    }

    void sendTakenOver(Instant now) {
        send(withTime(SseEmitter.event().name("takenOver"), now));
    }

    void complete() {
        emitter.complete();
    }

    private boolean send(SseEmitter.SseEventBuilder event) {
        taking = false;
        try {
            emitter.send(event);
            taking = true;
        } catch (IOException | IllegalStateException e) {
            // Closed; whoever sends forgets it.
        }
        return taking;
    }

    private static SseEmitter.SseEventBuilder withTime(SseEmitter.SseEventBuilder event, Instant now) {
        return event.data(new Told(now), MediaType.APPLICATION_JSON);
    }

    private record Told(Instant serverTime) {}
}
