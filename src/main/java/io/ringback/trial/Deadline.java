package io.ringback.trial;

import java.time.Duration;

/** The real time until which something may be played; it runs from when it {@linkplain #begin begins}. */
final class Deadline {

    private final Duration limit;
    private volatile long until;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.until = System.nanoTime() + limit.toNanos();
    }

    static Deadline in(Duration limit) {
        return new Deadline(limit);
    }

    /** Runs from now on: whoever waited for the turn has the whole of it. */
    void begin() {
        until = System.nanoTime() + limit.toNanos();
    }

    Duration limit() {
        return limit;
    }

    /** @throws TrialStopped when it is over */
    void check() {
        if (isOver()) {
            throw new TrialStopped(
                    null,
                    "playing it takes longer than %s s: try again in case the server has much to do just now; if it stays so, draw fewer steps"
                            .formatted(limit.toSeconds()));
        }
    }

    boolean isOver() {
        return System.nanoTime() - until > 0;
    }
}
