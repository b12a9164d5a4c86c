package io.ringback.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/** A desk that is open and does nothing but answer the server's heartbeats, as the page does. */
final class IdleDesk implements Flow.Subscriber<String> {

    private final String deskId = UUID.randomUUID().toString();
    private final Agent agent;
    private final Caller page;
    private final Rules rules;
    private final AtomicInteger heartbeats;
    private volatile boolean closed;

    /**
     * @param page the agent's session
     * @param heartbeats counts those answered
     */
    IdleDesk(Agent agent, Caller page, Rules rules, AtomicInteger heartbeats) {
        this.agent = agent;
        this.page = page;
        this.rules = rules;
        this.heartbeats = heartbeats;
    }

    void open() {
        page.follow("/api/v1/desk/events?desk=" + deskId, this)
                .whenComplete((answer, failure) -> ended(failure == null ? answer.statusCode() : failure));
    }

    /** From now on its end is no broken rule. */
    void close() {
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
            rules.broken("the answer of desk %s to a heartbeat failed: %s".formatted(agent.id(), how));
        }
    }

    private void ended(Object how) {
        if (!closed) {
            rules.broken("the stream of desk %s ended: %s".formatted(agent.id(), how));
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
