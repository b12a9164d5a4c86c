package io.ringback.office.lists;

import io.ringback.intake.RequestedTimes;
import io.ringback.list.CallbackList;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What becomes of a request under the settings of a list, by the very rules that intake goes by.
 *
 * @param at when the request comes in
 * @param offeredAt from when it is offered to agents
 * @param dueAt when it should have been called
 * @param expiresAt when it closes by itself
 * @param zone of the list, in which people think of these times
 */
record ListPreview(Instant at, Instant offeredAt, Instant dueAt, Instant expiresAt, ZoneId zone) {

    static ListPreview of(CallbackList list, Instant at) {
        var times = RequestedTimes.of(list, at);
        return new ListPreview(at, times.eligibleAt(), times.dueAt(), times.expiresAt(), list.zone());
    }

    /** The list does not open before it expires. */
    boolean isNeverOffered() {
        return !offeredAt.isBefore(expiresAt);
    }

    /** Whether an agent may get it at the moment it comes in. */
    boolean isOfferedAtOnce() {
        return !offeredAt.isAfter(at);
    }
}
