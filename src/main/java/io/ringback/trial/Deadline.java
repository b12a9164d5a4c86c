package io.ringback.trial;

import java.time.Duration;

/** The real time until which something may be played. */
final class Deadline {

    private final Duration limit;
    private final long until;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.until = System.nanoTime() + limit.toNanos();
    }

    static Deadline in(Duration limit) {
        return new Deadline(limit);
    }

    Duration limit() {
        return limit;
    }

    /** @throws TrialStopped when it is over */
    void check() {
        if (System.nanoTime() - until > 0) {
            throw new TrialStopped(null, "playing it takes longer than %s s".formatted(limit.toSeconds()));
        }
    }
}
