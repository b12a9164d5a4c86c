package io.ringback.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A desk that is open and does nothing but answer the server's heartbeats, as the page does. */
public final class IdleDesk implements Flow.Subscriber<String> {

    private final String deskId = UUID.randomUUID().toString();
    private final String agentId;
    private final Caller page;
    private final Consumer<String> broken;
    private final AtomicInteger heartbeats;
    private volatile boolean closed;

    /**
     * @param page the agent's session
     * @param broken told what should not happen
     * @param heartbeats counts those answered
     */
    public IdleDesk(String agentId, Caller page, Consumer<String> broken, AtomicInteger heartbeats) {
        this.agentId = agentId;
        this.page = page;
        this.broken = broken;
        this.heartbeats = heartbeats;
    }

    public void open() {
        page.follow("/api/v1/desk/events?desk=" + deskId, this)
                .whenComplete((answer, failure) -> ended(failure == null ? answer.statusCode() : failure));
    }

    /** From now on its end is no broken rule. */
    public void close() {
        closed = true;
    }

    @Override
    public void onNext(String line) {
        if (line.equals("event:heartbeat")) {
            answer();
        }
    }

    private void answer() {
        try {
            page.putLater("/api/v1/desk/presence", Map.of("desk", deskId))
                    .whenComplete((status, failure) -> answered(failure == null ? status : failure));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answered(Object how) {
        if (how.equals(204)) {
            heartbeats.incrementAndGet();
        } else {
            broken.accept("the answer of desk %s to a heartbeat failed: %s".formatted(agentId, how));
        }
    }

    private void ended(Object how) {
        if (!closed) {
            broken.accept("the stream of desk %s ended: %s".formatted(agentId, how));
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription lines) {
        lines.request(Long.MAX_VALUE);
    }

    @Override
    public void onError(Throwable failure) {
        // Told by the answer as a whole.
    }

    @Override
    public void onComplete() {
        // Told by the answer as a whole.
    }
}
