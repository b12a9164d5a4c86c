package io.ringback.figures;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be counted.
 *
 * @param owner whose figure it is; see {@link Owner}
 * @param name which of the owner's figures of this kind; empty where there is one only
 * @param at when its case was closed
 * @param millis how long it took, see {@link Rounded}; 0 for what has no length
 */
record Tally(Kind kind, String owner, String name, Instant at, long millis) {

    static Tally of(Kind kind, String owner, String name, Instant at) {
        return new Tally(kind, owner, name, at, 0);
    }

    static Tally of(Kind kind, String owner, String name, Instant at, @Nullable Duration took) {
        return new Tally(kind, owner, name, at, took == null ? 0 : Rounded.millis(took));
    }
}
