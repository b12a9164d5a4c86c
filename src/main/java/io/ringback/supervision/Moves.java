package io.ringback.supervision;

import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseLifecycle;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.Deadlines;
import io.ringback.intake.LateExpiry;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Moves callbacks to other lists. What the caller was promised stays: when it is due and when it expires. Hours, order
 * and limits are those of the new list from then on.
 */
@Service
class Moves {

    private static final String FIELD = "listId";

    private final Callbacks callbacks;
    private final CaseProcess process;
    private final CaseLifecycle lifecycle;
    private final LateExpiry late;
    private final Lists lists;
    private final Clock clock;

    Moves(
            Callbacks callbacks,
            CaseProcess process,
            CaseLifecycle lifecycle,
            LateExpiry late,
            Lists lists,
            Clock clock) {
        this.callbacks = callbacks;
        this.process = process;
        this.lifecycle = lifecycle;
        this.late = late;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * Moves it, or merges it there into the open callback of its number. Joins the caller's transaction.
     *
     * @return it, open on the other list or merged there
     * @throws Conflict while an agent holds it, and when it is closed
     * @throws InvalidField for a list that does not exist, that it is on already, that does not call its number or does not
     *     open before it expires
     */
    Callback move(UUID id, String listId, String reason) {
        var list = lists.findForShare(listId)
                .orElseThrow(() -> new InvalidField(
                        FIELD, "names no list; ask GET /api/v1/lists for those there are", "UNKNOWN_LIST"));
        var both = callbacks.lockForMove(id, listId);
        var now = clock.instant();
        var callback = Steering.inLine(both.moved(), now);
        check(callback, list);
        var main = both.main().filter(open -> !late.expires(open));
        return main.isPresent()
                ? merge(callback, main.get(), reason, now)
                : move(callback, times(callback, list, now), list, reason, now);
    }

    private Callback merge(Callback callback, Callback main, String reason, Instant now) {
        var merged = callbacks.save(callback.inLine().movedInto(main, reason, now));
        process.discard(callback);
        lifecycle.tellMain(merged.id());
        return merged;
    }

    private Callback move(Callback callback, Deadlines times, CallbackList list, String reason, Instant now) {
        var moved = callbacks.save(callback.inLine().movedTo(list.id(), times, reason, now));
        if (!moved.isSetAside()) {
            process.timesChanged(moved);
        }
        callbacks.offer(moved);
        return moved;
    }

    private static Deadlines times(Callback callback, CallbackList list, Instant now) {
        var before = callback.deadlines();
        var times = before.onList(
                Steering.placeIn(list, callback, before.dueAt()),
                list.hoursFor(callback.request().phoneNumber()),
                now);
        if (!times.eligibleAt().isBefore(times.expiresAt())) {
            throw new InvalidField(
                    FIELD, "does not open before the callback expires at " + times.expiresAt(), "NEVER_OFFERED");
        }
        return times;
    }

    private static void check(Callback callback, CallbackList list) {
        if (callback.listId().equals(list.id())) {
            throw new InvalidField(FIELD, "is the list that the callback is on", "SAME_LIST");
        }
        try {
            var unused = PhoneNumbers.e164(
                    callback.request().numberToCall(),
                    list.region(),
                    list.policy().specialNumbers());
        } catch (InvalidField refused) {
            throw new InvalidField(FIELD, "is a list that does not call this kind of number", "SPECIAL_NUMBER");
        }
    }
}
