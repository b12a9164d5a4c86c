package io.ringback.supervision;

import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.CaseRestart;
import io.ringback.callback.Change;
import io.ringback.callback.TimeLimit;
import io.ringback.hours.OpeningCalendar;
import io.ringback.list.AllocationOrder;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Changes who gets a waiting callback next, and when it is due. Joins the caller's transaction; whoever allocates the
 * callback at the same moment is either before, and the act is refused, or after, and goes by what was decided.
 */
@Service
class Steering {

    private final Callbacks callbacks;
    private final CaseProcess process;
    private final CaseRestart restart;
    private final Lists lists;
    private final GivenTo agents;
    private final TimeLimit limit;
    private final Clock clock;

    Steering(
            Callbacks callbacks,
            CaseProcess process,
            CaseRestart restart,
            Lists lists,
            GivenTo agents,
            TimeLimit limit,
            Clock clock) {
        this.callbacks = callbacks;
        this.process = process;
        this.restart = restart;
        this.lists = lists;
        this.agents = agents;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Puts it before all others of its list, at once if the list is open.
     *
     * @throws Conflict while an agent holds it, and when it is closed
     */
    Callback expedite(UUID id, String reason) {
        var callback = offered(lockInLine(id));
        return steered(callback, callback.inLine().expedited(reason, hours(callback), clock.instant()));
    }

    /**
     * Keeps it for an agent, who gets it at once when idle, and next otherwise.
     *
     * @param until when it is anyone's again; null for a quarter of an hour after it can be offered
     * @throws Conflict while an agent holds it, and when it is closed
     * @throws InvalidField for one who is no agent or has no access to the list, and for a time that cannot be
     */
    Callback give(UUID id, String agentId, @Nullable Instant until, String reason) {
        var callback = offered(lockInLine(id));
        agents.check(agentId, callback.listId());
        var now = clock.instant();
        var hours = hours(callback);
        var kept = KeptUntil.checked(until, callback.inLine().offeredSoon(hours, now), limit, now);
        return steered(callback, callback.inLine().given(agentId, kept, reason, hours, now));
    }

    /**
     * Sets when it is due, and with that its place in a list that goes by that.
     *
     * @throws Conflict while an agent holds it, and when it is closed
     * @throws InvalidField for a time that has passed, lies too far ahead or after the expiry
     */
    Callback setDue(UUID id, Instant dueAt, String reason) {
        var callback = lockInLine(id);
        var now = clock.instant();
        limit.check("dueAt", dueAt, now);
        if (!dueAt.isAfter(now)) {
            throw new InvalidField("dueAt", "is in the past", "IN_THE_PAST");
        }
        if (dueAt.isAfter(callback.deadlines().expiresAt())) {
            throw new InvalidField(
                    "dueAt",
                    "must not be after the expiry at " + callback.deadlines().expiresAt(),
                    "AFTER_EXPIRY");
        }
        var list = lists.get(callback.listId());
        var change = callback.inLine().dueAt(dueAt, placeIn(list, callback, dueAt), reason, now);
        return callback.overdue() ? begunAnew(change) : steered(callback, change);
    }

    /** What a callback's place in the order of a list is counted from. */
    static Instant placeIn(CallbackList list, Callback callback, Instant dueAt) {
        return list.order() == AllocationOrder.DUE ? dueAt : callback.createdAt();
    }

    /**
     * Locked, open, and in nobody's hands.
     *
     * @throws Conflict when it is not so
     */
    static Callback inLine(Callback callback, Instant now) {
        if (callback.holder() != null) {
            throw new Conflict(
                    "Expected a callback in nobody’s hands, but agent %s has it.".formatted(callback.holder()));
        }
        if (callback.isClosed()) {
            throw new Conflict("Expected an open callback, but this one is %s.".formatted(callback.status()));
        }
        if (callback.isPastExpiry(now)) {
            throw new Conflict("Expected an open callback, but this one has expired.");
        }
        return callback;
    }

    private Callback lockInLine(UUID id) {
        return inLine(callbacks.lock(id), clock.instant());
    }

    /** Not one that could be called by its times, and is held back all the same: what is decided would have no effect now. */
    private Callback offered(Callback callback) {
        if (callback.isHeldBack() && callback.deadlines().isOfferable(clock.instant())) {
            throw new Conflict("Expected a callback that agents can be given, but its process holds it back until it"
                    + " offers it. Try again then.");
        }
        return callback;
    }

    private Callback steered(Callback before, Change change) {
        var saved = callbacks.save(change);
        if (!saved.isSetAside() && !saved.deadlines().equals(before.deadlines())) {
            process.timesChanged(saved);
        }
        callbacks.offer(saved);
        return saved;
    }

    /** The timer of the due time has fired and does not come again: only another instance has one. */
    private Callback begunAnew(Change change) {
        var saved = callbacks.save(change);
        return saved.isSetAside() ? saved : restart.beginAnew(saved);
    }

    private OpeningCalendar hours(Callback callback) {
        return lists.get(callback.listId()).hoursFor(callback.request().phoneNumber());
    }
}
