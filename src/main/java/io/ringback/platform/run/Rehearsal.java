package io.ringback.platform.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that one thread does for real and takes back at the end, with a time of its own: the server's clock tells it to that
 * thread and to nobody else. What is kept in memory beyond a transaction must neither be filled nor read by it.
 */
public final class Rehearsal implements AutoCloseable {

    private static final ThreadLocal<@Nullable Rehearsal> UNDER_WAY = new ThreadLocal<>();

    private volatile Instant now;

    private Rehearsal(Instant start) {
        this.now = start;
    }

    /** Begins one on this thread, which ends it by closing it. */
    public static Rehearsal at(Instant start) {
        if (UNDER_WAY.get() != null) {
            throw new IllegalStateException("a rehearsal is under way on this thread");
        }
        var rehearsal = new Rehearsal(start);
        UNDER_WAY.set(rehearsal);
        return rehearsal;
    }

    /** Whether what this thread does will be taken back. */
    public static boolean isUnderWay() {
        return UNDER_WAY.get() != null;
    }

    /** The time of the rehearsal on this thread; null without one. */
    public static @Nullable Instant time() {
        var rehearsal = UNDER_WAY.get();
        return rehearsal == null ? null : rehearsal.now;
    }

    public Instant now() {
        return now;
    }

    /** Moves its clock on; an earlier time is left where it is. */
    public void moveTo(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }

    /** Sets its clock, also back, as for work that has nothing to do with what was done before. */
    public void set(Instant time) {
        now = time;
    }

    @Override
    public void close() {
        UNDER_WAY.remove();
    }
}
