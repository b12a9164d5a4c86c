package io.ringback.trace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of a case through its process.
 *
 * @param process the version it has gone on last; null where nobody knows any more
 * @param steps in the order in which they were entered
 * @param flows in the order in which they were passed
 * @param decisions oldest first
 * @param end the element at which the process has ended; null while it goes on, and when it was taken away
 * @param endedAt when it has ended; null while it goes on
 * @param source where all this comes from
 */
public record Trace(
        UUID callbackId,
        @Nullable ProcessVersion process,
        List<Step> steps,
        List<PassedFlow> flows,
        List<MadeDecision> decisions,
        @Nullable String end,
        @Nullable Instant endedAt,
        Source source) {

    /** Where a trace comes from. */
    public enum Source {
        /** The engine's history: the case is open, or was closed a moment ago. */
        ENGINE,
        /** The row that was written when it was closed. */
        RECORD,
        /** The trail alone: what the engine had kept of it was cleaned up before there were such rows. */
        TRAIL
    }
}
