package io.ringback.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One passing of an element, as the engine has noted it.
 *
 * @param instance the number of its instance among those of the case, 0 for the first one; those that were called, and one
 *     that was begun anew when a case was repaired, have their own
 * @param called whether another instance has called its own
 */
public record Passing(
        int instance,
        boolean called,
        ProcessVersion on,
        String elementId,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String agentId,
        boolean interrupted) {}
