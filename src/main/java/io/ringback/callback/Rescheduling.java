package io.ringback.callback;

import io.ringback.callback.RetryEvent.RetryScheduled.By;
import io.ringback.list.Lists;
import io.ringback.platform.problem.Conflict;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Another time for a callback that waits, as a supervisor has agreed on it with the caller. Its process need not know: the
 * row goes ahead of it. Joins the caller's transaction.
 */
@Service
public class Rescheduling {

    private static final String FIELD = "eligibleAt";

    private final Callbacks callbacks;
    private final AgreedTimes times;
    private final Lists lists;

    Rescheduling(Callbacks callbacks, AgreedTimes times, Lists lists) {
        this.callbacks = callbacks;
        this.times = times;
        this.lists = lists;
    }

    /**
     * @param insist whether the time is kept although the list is closed then
     * @param reason in the supervisor's words
     * @throws Conflict while an agent has it in hand, and when it is closed
     * @throws io.ringback.platform.problem.TimeRefused for a time that cannot be
     */
    public Callback reschedule(UUID id, Instant at, boolean insist, String reason) {
        var callback = callbacks.lock(id);
        if (callback.isClosed()) {
            throw new Conflict("Expected an open callback, but this one is %s.".formatted(callback.status()));
        }
        if (callback.holding() != null) {
            throw new Conflict("Expected a callback that waits, but an agent has this one in hand.");
        }
        var outside = times.check(FIELD, callback, at, insist);
        var hours = lists.get(callback.listId()).hoursFor(callback.request().phoneNumber());
        return callbacks.save(
                callback.inLine().rescheduled(new Appointment(at, at, By.SUPERVISOR, outside), reason, hours));
    }

    /** What there is to say about a time before that; nothing is changed. */
    public JudgedTime judge(UUID id, Instant at) {
        return times.judge(callbacks.get(id), at);
    }
}
