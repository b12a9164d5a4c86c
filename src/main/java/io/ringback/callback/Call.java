package io.ringback.callback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt seen as a call, as the desk and the telephone system have told of it.
 *
 * @param fromDesk whether the agent began it at the desk, rather than on the telephone
 * @param externalCallId what the telephone system calls it; null until it has told of it
 * @param startedAt by the clock of the server, like {@code endedAt}
 * @param startTold by the clock of the telephone system, like {@code endTold}
 */
public record Call(
        UUID id,
        UUID allocationId,
        boolean fromDesk,
        @Nullable String externalCallId,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant startTold,
        @Nullable Instant endTold) {

    /** A call that the agent begins at the desk now. */
    public static Call fromDesk(UUID id, UUID allocationId, Instant now) {
        return new Call(id, allocationId, true, null, now, null, null, null);
    }

    /** A call that the telephone system has seen. */
    public static Call seen(UUID id, UUID allocationId, String externalCallId, Instant startedAt, Instant startTold) {
        return new Call(id, allocationId, false, externalCallId, startedAt, null, startTold, null);
    }

    public boolean isGoingOn() {
        return endedAt == null;
    }

    public boolean isOf(UUID allocation) {
        return allocationId.equals(allocation);
    }

    /** When it began, by the telephone system's clock as far as that is known. */
    public Instant began() {
        return startTold != null ? startTold : startedAt;
    }

    /** The latest word of its end; null while it goes on. */
    public @Nullable Instant over() {
        if (endedAt == null || endTold == null) {
            return endedAt;
        }
        return endTold.isAfter(endedAt) ? endTold : endedAt;
    }

    /** The telephone system has told its start: the first word counts. */
    public Call startTold(String externalId, Instant at) {
        return new Call(
                id,
                allocationId,
                fromDesk,
                externalId,
                startedAt,
                endedAt,
                startTold == null ? at : startTold,
                endTold);
    }

    /** The telephone system has told its end; one that had ended stays as it is but for the last word of it. */
    public Call endTold(String externalId, Instant at, Instant now) {
        var last = endTold == null || at.isAfter(endTold) ? at : endTold;
        var call = new Call(id, allocationId, fromDesk, externalId, startedAt, endedAt, startTold, last);
        return isGoingOn() ? call.ended(at.isAfter(now) ? now : at) : call;
    }

    /** Over, though never before it began. */
    public Call ended(Instant at) {
        var end = at.isBefore(startedAt) ? startedAt : at;
        return new Call(id, allocationId, fromDesk, externalCallId, startedAt, end, startTold, endTold);
    }

    /** Going on again: it was taken for ended, and is not. */
    public Call resumed() {
        return new Call(id, allocationId, fromDesk, externalCallId, startedAt, null, startTold, endTold);
    }
}
