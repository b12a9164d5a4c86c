package io.ringback.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One check of the trail.
 *
 * @param actor who has asked for it; {@code system} for the nightly one
 * @param finishedAt null while it runs, and when it was broken off
 * @param isOver whether it runs no longer
 * @param expected how many events there are to compare
 * @param verdict what it has found so far
 */
public record TrailCheck(
        UUID id,
        String actor,
        Instant startedAt,
        @Nullable Instant finishedAt,
        boolean isOver,
        long expected,
        Verdict verdict) {

    private static final int HUNDRED = 100;

    /** How far it is. */
    public int percent() {
        return expected == 0 ? HUNDRED : (int) Math.min(HUNDRED, verdict.checked() * HUNDRED / expected);
    }
}
