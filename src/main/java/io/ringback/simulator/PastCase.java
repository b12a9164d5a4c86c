package io.ringback.simulator;

import io.ringback.audit.PastEntry;
import io.ringback.callback.CallEvent;
import io.ringback.callback.CallStatus;
import io.ringback.callback.CallbackEvent;
import io.ringback.callback.CallbackStatus;
import io.ringback.callback.RetryEvent;
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

    private static final CallbackStatus WAITING = CallbackStatus.WAITING;
    private static final CallbackStatus ALLOCATED = CallbackStatus.ALLOCATED;

    final UUID id;
    final MadeUpCaller caller;
    final Instant createdAt;
    final List<Attempt> attempts = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    Instant eligibleAt;
    boolean overdue;

    @Nullable
    CallbackStatus status;

    @Nullable
    Instant closedAt;

    PastCase(UUID id, MadeUpCaller caller, Instant createdAt) {
        this.id = id;
        this.caller = caller;
        this.createdAt = createdAt;
        this.eligibleAt = createdAt;
        event(createdAt, Callers.IVR, new CallbackEvent.Requested(0), null, null, WAITING);
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
        event(allocated, SYSTEM, new CallbackEvent.Allocated(allocation, null, null), agent, WAITING, ALLOCATED);
        inHand(attempt.startedAt(), agent, new CallEvent.CallStarted(attempt.id()), agent);
        inHand(attempt.endedAt(), Callers.IVR, new CallEvent.CallEnded(attempt.id()), agent);
        var callStatus = CallStatus.valueOf(attempt.answer().callStatus());
        inHand(saved, agent, new CallEvent.OutcomeSaved(callStatus, attempt.id(), false), agent);
        end(agent, attempt.answer(), saved, delay);
    }

    private void end(String agent, Answer answer, Instant saved, Duration delay) {
        if (answer == Answer.ANSWERS) {
            close(saved, agent, new CallbackEvent.Resolved(), CallbackStatus.RESOLVED, agent, ALLOCATED);
        } else if (answer == Answer.WRONG_NUMBER && attempts.size() == 2) {
            close(saved, agent, new CallbackEvent.GivenUp(), CallbackStatus.CANCELLED, agent, ALLOCATED);
        } else {
            eligibleAt = saved.plus(delay);
            var retry = RetryEvent.RetryScheduled.byRule(eligibleAt, RetryEvent.RetryScheduled.By.POLICY, null);
            event(saved, agent, retry, agent, ALLOCATED, CallbackStatus.SCHEDULED);
        }
    }

    /** The IVR takes it back: the caller got through after all. */
    void cancel(Instant at) {
        var cancelled = new CallbackEvent.Cancelled("was served by a service pool");
        close(at, Callers.IVR, cancelled, CallbackStatus.CANCELLED, null, WAITING);
    }

    /** Nobody had time for it. */
    void expire() {
        offered(expiresAt());
        close(expiresAt(), SYSTEM, new CallbackEvent.Expired(), CallbackStatus.EXPIRED, null, WAITING);
    }

    private void offered(Instant at) {
        if (!attempts.isEmpty()) {
            overdueUntil(eligibleAt);
            event(eligibleAt, SYSTEM, new CallbackEvent.BecameEligible(), null, CallbackStatus.SCHEDULED, WAITING);
        }
        overdueUntil(at);
    }

    /** Marked when it is due, or as soon as it is in nobody's hands. */
    private void overdueUntil(Instant at) {
        if (!overdue && !dueAt().isAfter(at)) {
            overdue = true;
            var last = events.get(events.size() - 1);
            var when = dueAt().isBefore(last.at()) ? last.at() : dueAt();
            event(when, SYSTEM, new CallbackEvent.Overdue(), null, last.to(), last.to());
        }
    }

    private void close(
            Instant at,
            String actor,
            CallbackEvent.Told told,
            CallbackStatus to,
            @Nullable String agent,
            CallbackStatus from) {
        status = to;
        closedAt = at;
        event(at, actor, told, agent, from, to);
    }

    private void inHand(Instant at, String actor, CallbackEvent.Told told, String agent) {
        event(at, actor, told, agent, ALLOCATED, ALLOCATED);
    }

    private void event(
            Instant at,
            String actor,
            CallbackEvent.Told told,
            @Nullable String agent,
            @Nullable CallbackStatus from,
            CallbackStatus to) {
        events.add(new Event(at, actor, told, agent, from, to));
    }

    /** One call made for it. */
    record Attempt(UUID id, UUID allocation, String agent, Instant startedAt, Instant endedAt, Answer answer) {}

    /** What the trail is told. */
    record Event(
            Instant at,
            String actor,
            CallbackEvent.Told told,
            @Nullable String agent,
            @Nullable CallbackStatus from,
            CallbackStatus to) {

        PastEntry entry(PastCase about) {
            return new PastEntry(at, actor, told.entry(about.id, about.caller.listId(), agent, from, to, Map.of()));
        }
    }
}
