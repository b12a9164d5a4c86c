package io.ringback.allocation;

import io.ringback.hours.OpeningCalendar;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A callback in nobody's hands whose list has closed, or has other hours now.
 *
 * @param earliestAt from when it was meant to be offered, calling hours aside
 * @param eligibleAt from when it could be offered
 * @param offerUntil when its list closed, or the epoch when its hours were changed
 */
record ClosedCallback(
        UUID id,
        String listId,
        String phoneNumber,
        boolean waiting,
        Instant earliestAt,
        Instant eligibleAt,
        @Nullable Instant offerUntil,
        Instant expiresAt) {

    /** Where it is to wait for the next opening; at its expiry, without end, when none comes before it. */
    Reopening reopening(OpeningCalendar hours, Instant now) {
        if (!expiresAt.isAfter(now)) {
            return new Reopening(this, waiting, eligibleAt, null);
        }
        var opening = hours.openingBefore(earliestAt.isAfter(now) ? earliestAt : now, expiresAt);
        if (opening.isEmpty()) {
            return new Reopening(this, false, expiresAt, null);
        }
        var opens = opening.get().from();
        var stays = !opens.isAfter(now) && !eligibleAt.isAfter(now);
        return new Reopening(
                this,
                waiting && !opens.isAfter(now),
                stays ? eligibleAt : opens,
                opening.get().until());
    }

    /** Without the number, which belongs in no log. */
    @Override
    public String toString() {
        return "ClosedCallback[id=%s, listId=%s]".formatted(id, listId);
    }

    /**
     * @param waiting whether it goes on waiting, because it is open again
     * @param offerUntil null for no end
     */
    record Reopening(
            ClosedCallback callback,
            boolean waiting,
            Instant eligibleAt,
            @Nullable Instant offerUntil) {

        /** Whether anything but the end of the opening is another one. */
        boolean isNews() {
            return waiting != callback.waiting || !eligibleAt.equals(callback.eligibleAt);
        }
    }
}
