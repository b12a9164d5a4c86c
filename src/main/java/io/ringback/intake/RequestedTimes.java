package io.ringback.intake;

import io.ringback.callback.Deadlines;
import io.ringback.callback.Source;
import io.ringback.list.AllocationOrder;
import io.ringback.list.CallbackList;
import io.ringback.platform.InvalidField;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns the times of a request, or the list's settings where it names none, into deadlines. */
public final class RequestedTimes {

    /** How far the clock of the asking system may be behind ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private RequestedTimes() {}

    /** The deadlines of a request that comes in now and names no times of its own. */
    public static Deadlines of(CallbackList list, Instant now) {
        return of(new CallbackRequest(list.id(), "", Source.MANUAL, null, null, null, null, null, null), list, now);
    }

    /** @throws InvalidField for times in the past or out of order */
    static Deadlines of(CallbackRequest request, CallbackList list, Instant now) {
        checkNotPast("notBefore", request.notBefore(), now);
        checkNotPast("dueAt", request.dueAt(), now);
        var eligibleAt = later(request.notBefore(), now);
        var expiresAt = request.expiresAt() != null ? request.expiresAt() : eligibleAt.plus(list.expiresAfter());
        if (!expiresAt.isAfter(now)) {
            throw new InvalidField("expiresAt", "is in the past");
        }
        if (!expiresAt.isAfter(eligibleAt)) {
            throw new InvalidField("expiresAt", "must be after notBefore");
        }
        var dueAt = dueAt(request, list, eligibleAt, expiresAt);
        var priorityAt = list.order() == AllocationOrder.DUE ? dueAt : now;
        return new Deadlines(eligibleAt, dueAt, expiresAt, priorityAt);
    }

    private static Instant dueAt(CallbackRequest request, CallbackList list, Instant eligibleAt, Instant expiresAt) {
        var dueAt = request.dueAt();
        if (dueAt == null) {
            var usual = eligibleAt.plus(list.dueAfter());
            return usual.isAfter(expiresAt) ? expiresAt : usual;
        }
        if (request.notBefore() != null && dueAt.isBefore(request.notBefore())) {
            throw new InvalidField("dueAt", "must not be before notBefore");
        }
        if (dueAt.isAfter(expiresAt)) {
            throw new InvalidField("dueAt", "must not be after the expiry at " + expiresAt);
        }
        return dueAt;
    }

    private static Instant later(@Nullable Instant wanted, Instant now) {
        return wanted == null || wanted.isBefore(now) ? now : wanted;
    }

    private static void checkNotPast(String field, @Nullable Instant time, Instant now) {
        if (time != null && time.isBefore(now.minus(CLOCK_SKEW))) {
            throw new InvalidField(field, "is in the past");
        }
    }
}
