package io.ringback.trace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine has noted of a case.
 *
 * @param process the version that it has gone on last
 * @param all in the order in which the elements were entered
 * @param end the element at which it has ended; null while it goes on, and when it was taken away
 * @param endedAt null while it goes on
 */
public record Passings(
        ProcessVersion process,
        List<Passing> all,
        @Nullable String end,
        @Nullable Instant endedAt) {}
