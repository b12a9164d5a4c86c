package io.ringback.desk;

import io.ringback.desk.Connections.Ports;
import io.ringback.desk.Connections.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open stream: of a page, which has a desk id and answers heartbeats, or of a program, which need not. */
final class DeskStream {

    private static final long NO_TIMEOUT = 0;

    /** Looks, one a heartbeat, at which something written before had still not arrived, until the line counts as dead. */
    private static final int UNHEARD_UNTIL_DEAD = 3;

    private static final Duration SOONEST_BACK = Duration.ofMillis(500);
    private static final Duration LATEST_BACK = Duration.ofMillis(3_000);

    private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    private final DeskConnection line;
    private volatile boolean taking = true;
    private volatile boolean started;
    private int unheard;

    DeskStream(DeskConnection line) {
        this.line = line;
    }

    String agentId() {
        return line.answer().accountId();
    }

    SseEmitter emitter() {
        return emitter;
    }

    boolean isOfPage() {
        return line.deskId() != null;
    }

    Ports ports() {
        return line.ports();
    }

    /** Whether the agent's desk is another page now. As long as no page is, this one goes on. */
    boolean isOver(Optional<UUID> agentsDesk) {
        var own = line.deskId();
        return own != null && agentsDesk.isPresent() && !agentsDesk.get().equals(own);
    }

    /**
     * Whether somebody has what was sent so far; false also while a dead line holds up what is being sent, and from the
     * first look on at which something had not arrived.
     */
    boolean isTaking() {
        return taking && unheard == 0;
    }

    /**
     * What the operating system says of the line.
     *
     * @param seen null when it says nothing
     * @return whether the line is dead
     */
    boolean isDead(@Nullable State seen) {
        unheard = seen == State.UNHEARD ? unheard + 1 : 0;
        return seen == State.CLOSED || unheard >= UNHEARD_UNTIL_DEAD;
    }

    /** The version is the event's id, so that a browser says by itself that it comes back and does not open anew. */
    boolean sendDesk(Desk desk) {
        var event = SseEmitter.event().id(desk.version()).name("desk");
        if (!started) {
            started = true;
            event.reconnectTime(back());
        }
        return send(event.data(desk, MediaType.APPLICATION_JSON));
    }

    /** To a page also as an event, which it answers: what was only written may never have arrived. */
    boolean sendHeartbeat(Instant now) {
        var comment = SseEmitter.event().comment("heartbeat");
        return send(isOfPage() ? withTime(comment.name("heartbeat"), now) : comment);
    }

    void sendTakenOver(Instant now) {
        send(withTime(SseEmitter.event().name("takenOver"), now));
    }

    /** The server stops: come back, but not all at once. */
    void sendRestart(Instant now) {
        var back = back();
        send(SseEmitter.event()
                .name("restart")
                .reconnectTime(back)
                .data(new Restart(now, back), MediaType.APPLICATION_JSON));
    }

    void complete() {
        emitter.complete();
    }

    /** No more is sent, and the place is free. */
    void forget() {
        line.answer().close();
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

    /** After how many milliseconds to come back, spread. */
    private static long back() {
        return ThreadLocalRandom.current().nextLong(SOONEST_BACK.toMillis(), LATEST_BACK.toMillis());
    }

    private static SseEmitter.SseEventBuilder withTime(SseEmitter.SseEventBuilder event, Instant now) {
        return event.data(new Told(now), MediaType.APPLICATION_JSON);
    }

    private record Told(Instant serverTime) {}

    private record Restart(Instant serverTime, long retryAfterMillis) {}
}
