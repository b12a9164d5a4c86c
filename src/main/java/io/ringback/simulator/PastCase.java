package io.ringback.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One callback of the past, from request to end. It grows by what happens to it, and keeps what the tables ask for in step:
 * the last time it was to be offered, the number of attempts, the trail.
 */
class PastCase {

    static final Duration DUE_AFTER = Duration.ofHours(1);
    static final Duration EXPIRES_AFTER = Duration.ofHours(24);
    static final String SYSTEM = "system";

    private static final String WAITING = "WAITING";
    private static final String ALLOCATED = "ALLOCATED";

    final UUID id;
    final MadeUpCaller caller;
    final Instant createdAt;
    final List<Attempt> attempts = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    Instant eligibleAt;
    boolean overdue;

    @Nullable
    String status;

    @Nullable
    Instant closedAt;

    PastCase(UUID id, MadeUpCaller caller, Instant createdAt) {
        this.id = id;
        this.caller = caller;
        this.createdAt = createdAt;
        this.eligibleAt = createdAt;
        event(createdAt, Callers.IVR, "REQUESTED", null, null, WAITING, Map.of());
    }

    Instant dueAt() {
        return createdAt.plus(DUE_AFTER);
    }

    Instant expiresAt() {
        return createdAt.plus(EXPIRES_AFTER);
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** What the telephone will do at the next call. */
    Answer nextAnswer() {
        return Answer.to(caller.phoneNumber(), attempts.size() + 1);
    }

    /**
     * An agent gets it, calls, and saves.
     *
     * @param delay until it is offered again, unless it was answered
     */
    void handle(String agent, Instant allocated, Duration reading, Duration call, Duration writing, Duration delay) {
        offered(allocated);
        var allocation = UUID.randomUUID();
        var attempt = new Attempt(
                UUID.randomUUID(),
                allocation,
                agent,
                allocated.plus(reading),
                allocated.plus(reading).plus(call),
                nextAnswer());
        var saved = attempt.endedAt().plus(writing);
        attempts.add(attempt);
        var callId = Map.of("callId", attempt.id().toString());
        event(allocated, SYSTEM, ALLOCATED, agent, WAITING, ALLOCATED, Map.of("allocationId", allocation.toString()));
        event(attempt.startedAt(), agent, "CALL_STARTED", agent, ALLOCATED, ALLOCATED, callId);
        event(attempt.endedAt(), Callers.IVR, "CALL_ENDED", agent, ALLOCATED, ALLOCATED, callId);
        event(
                saved,
                agent,
                "OUTCOME_SAVED",
                agent,
                ALLOCATED,
                ALLOCATED,
                Map.of(
                        "callStatus",
                        attempt.answer().callStatus(),
                        "callId",
                        attempt.id().toString()));
        end(agent, attempt.answer(), saved, delay);
    }

    private void end(String agent, Answer answer, Instant saved, Duration delay) {
        if (answer == Answer.ANSWERS) {
            close(saved, agent, "RESOLVED", "RESOLVED", agent, ALLOCATED, null);
        } else if (answer == Answer.WRONG_NUMBER && attempts.size() == 2) {
            close(saved, agent, "GIVEN_UP", "CANCELLED", agent, ALLOCATED, "no further attempt");
        } else {
            eligibleAt = saved.plus(delay);
            event(
                    saved,
                    agent,
                    "RETRY_SCHEDULED",
                    agent,
                    ALLOCATED,
                    "SCHEDULED",
                    Map.of("retryAt", eligibleAt.toString(), "decidedBy", "POLICY"));
        }
    }

    /** The IVR takes it back: the caller got through after all. */
    void cancel(Instant at) {
        close(at, Callers.IVR, "CANCELLED", "CANCELLED", null, WAITING, "was served by a service pool");
    }

    /** Nobody had time for it. */
    void expire() {
        offered(expiresAt());
        close(expiresAt(), SYSTEM, "EXPIRED", "EXPIRED", null, WAITING, null);
    }

    private void offered(Instant at) {
        if (!attempts.isEmpty()) {
            overdueUntil(eligibleAt);
            event(eligibleAt, SYSTEM, "BECAME_ELIGIBLE", null, "SCHEDULED", WAITING, Map.of());
        }
        overdueUntil(at);
    }

    /** Marked when it is due, or as soon as it is in nobody's hands. */
    private void overdueUntil(Instant at) {
        if (!overdue && !dueAt().isAfter(at)) {
            overdue = true;
            var last = events.get(events.size() - 1);
            var when = dueAt().isBefore(last.at()) ? last.at() : dueAt();
            events.add(new Event(when, SYSTEM, "OVERDUE", null, last.to(), last.to(), null, Map.of()));
        }
    }

    private void close(
            Instant at,
            String actor,
            String type,
            String to,
            @Nullable String agent,
            String from,
            @Nullable String why) {
        status = to;
        closedAt = at;
        events.add(new Event(at, actor, type, agent, from, to, why, Map.of()));
    }

    private void event(
            Instant at,
            String actor,
            String type,
            @Nullable String agent,
            @Nullable String from,
            String to,
            Map<String, String> details) {
        events.add(new Event(at, actor, type, agent, from, to, null, details));
    }

    /** One call made for it. */
    record Attempt(UUID id, UUID allocation, String agent, Instant startedAt, Instant endedAt, Answer answer) {}

    /** One row of the trail. */
    record Event(
            Instant at,
            String actor,
            String type,
            @Nullable String agent,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            Map<String, String> details) {}
}
