package io.ringback.intake;

import io.ringback.callback.Deadlines;
import io.ringback.callback.TimeLimit;
import io.ringback.hours.OpeningCalendar;
import io.ringback.list.AllocationOrder;
import io.ringback.list.CallbackList;
import io.ringback.platform.problem.InvalidField;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Turns the times of a request, or the list's settings where it names none, into deadlines.
 *
 * <p>The rule where a list has calling hours: a callback is offered from its not-before time, or from the next opening
 * after that. It is due the list's time after it is first offered; where that is outside of the hours, at the opening
 * that follows. It expires the list's time after its not-before time, counting on or only open time as the list says. A
 * due time or expiry that the request names is a promise made to the caller, and stays.
 */
public final class RequestedTimes {

    /** How far the clock of the asking system may be behind ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private RequestedTimes() {}

    /** The deadlines of a request that names no times itself, by a caller who lives by the list's clock. */
    public static Deadlines of(CallbackList list, Instant now) {
        return of(null, null, null, list, list.hours().calendar(), now);
    }

    /**
     * @param hours in which the caller may be called
     * @param limit for the times that the request names
     * @throws InvalidField for times in the past, too far ahead or out of order
     */
    static Deadlines of(
            CallbackRequest request, CallbackList list, OpeningCalendar hours, TimeLimit limit, Instant now) {
        checkNotPast("notBefore", request.notBefore(), now);
        checkNotPast("dueAt", request.dueAt(), now);
        limit.check("notBefore", request.notBefore(), now);
        limit.check("dueAt", request.dueAt(), now);
        limit.check("expiresAt", request.expiresAt(), now);
        return of(request.notBefore(), request.dueAt(), request.expiresAt(), list, hours, now);
    }

    private static Deadlines of(
            @Nullable Instant notBefore,
            @Nullable Instant wantedDue,
            @Nullable Instant wantedExpiry,
            CallbackList list,
            OpeningCalendar hours,
            Instant now) {
        var earliest = later(notBefore, now);
        var expiresAt = wantedExpiry != null ? wantedExpiry : list.hours().expiry(earliest, list.expiresAfter(), hours);
        if (!expiresAt.isAfter(now)) {
            throw new InvalidField("expiresAt", "is in the past", "IN_THE_PAST");
        }
        if (!expiresAt.isAfter(earliest)) {
            throw new InvalidField("expiresAt", "must be after notBefore", "NOT_AFTER_NOT_BEFORE");
        }
        if (wantedDue != null) {
            checkDue(wantedDue, notBefore, expiresAt);
        }
        var opening = hours.nextOpening(earliest);
        if (wantedExpiry != null && hours.openingBefore(earliest, expiresAt).isEmpty()) {
            throw new InvalidField(
                    "expiresAt",
                    "is before the list opens again"
                            + opening.map(at -> " at " + at).orElse(""),
                    "BEFORE_OPENING");
        }
        var dueAt = wantedDue != null ? wantedDue : dueAt(opening.orElse(expiresAt), list, hours, expiresAt);
        var priorityAt = list.order() == AllocationOrder.DUE ? dueAt : now;
        return new Deadlines(earliest, earliest, null, dueAt, expiresAt, priorityAt, false)
                .offeredFrom(earliest, hours);
    }

    private static void checkDue(Instant dueAt, @Nullable Instant notBefore, Instant expiresAt) {
        if (notBefore != null && dueAt.isBefore(notBefore)) {
            throw new InvalidField("dueAt", "must not be before notBefore", "BEFORE_NOT_BEFORE");
        }
        if (dueAt.isAfter(expiresAt)) {
            throw new InvalidField("dueAt", "must not be after the expiry at " + expiresAt, "AFTER_EXPIRY");
        }
    }

    private static Instant dueAt(Instant offeredAt, CallbackList list, OpeningCalendar hours, Instant expiresAt) {
        var usual = hours.nextOpening(offeredAt.plus(list.dueAfter())).orElse(expiresAt);
        return usual.isAfter(expiresAt) ? expiresAt : usual;
    }

    private static Instant later(@Nullable Instant wanted, Instant now) {
        return wanted == null || wanted.isBefore(now) ? now : wanted;
    }

    private static void checkNotPast(String field, @Nullable Instant time, Instant now) {
        if (time != null && time.isBefore(now.minus(CLOCK_SKEW))) {
            throw new InvalidField(field, "is in the past", "IN_THE_PAST");
        }
    }
}
