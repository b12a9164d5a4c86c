package io.ringback.trial;

import io.ringback.platform.problem.Busy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How much work may be put into playing, by the processor time of the thread that plays. A machine that is slow, cold or busy
 * with others needs longer for the same work, which is nobody's fault: after so long it is to be tried again.
 */
final class Deadline {

    /** Of processor time, for one example: the shipped ones take less than a tenth of a second, in a fresh server one or two. */
    static final Duration WORK = Duration.ofSeconds(20);

    /** After which nobody waits any more. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Duration work;
    private final long end;
    private long spent;

    private Deadline(Duration work, Duration patience) {
        this.work = work;
        this.end = System.nanoTime() + patience.toNanos();
        renew();
    }

    /** For work that begins now, on this thread. */
    static Deadline start() {
        return new Deadline(WORK, PATIENCE);
    }

    static Deadline of(Duration work, Duration patience) {
        return new Deadline(work, patience);
    }

    /** Another example begins, which may take as much work as the one before. */
    void renew() {
        spent = THREADS.getCurrentThreadCpuTime() + work.toNanos();
    }

    boolean isSpent() {
        return THREADS.getCurrentThreadCpuTime() - spent > 0;
    }

    /**
     * @throws TrialStopped when what is played takes too much work
     * @throws Busy when the machine has not come to it for too long
     */
    void check() {
        if (isSpent()) {
            throw new TrialStopped(null, "playing it takes more than %s s of a processor".formatted(work.toSeconds()));
        }
        if (System.nanoTime() - end > 0) {
            throw new Busy("The server is too busy to play it just now; try again in a moment.");
        }
    }
}
