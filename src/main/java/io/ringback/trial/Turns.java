package io.ringback.trial;

import io.ringback.platform.problem.Busy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One at a time, in the order of their coming, since deployments wait for each other in the engine anyway. Nobody takes more
 * than a few places, so that who checks again and again keeps nobody else from deploying.
 */
final class Turns {

    /** Two windows with an editor, and what is deployed from a third. */
    static final int MOST_OF_ONE = 3;

    /** Of everybody together: each holds a thread that serves requests. */
    static final int MOST = 12;

    private final Semaphore one = new Semaphore(1, true);
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * Waits for the turn, which lasts until {@link #leave}.
     *
     * @param who takes a place
     * @throws Busy when there is no place left, or the turn does not come in time
     */
    void enter(String who, Duration patience) {
        take(who);
        var entered = false;
        try {
            entered = one.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy("The server stops.");
        } finally {
            if (!entered) {
                giveBack(who);
            }
        }
        if (!entered) {
            throw new Busy("Other examples are being played just now; try again in a moment.");
        }
    }

    void leave(String who) {
        giveBack(who);
        one.release();
    }

    private synchronized void take(String who) {
        if (places.getOrDefault(who, 0) >= MOST_OF_ONE) {
            throw new Busy("%s models of yours are being checked or tried already; try again when they are done."
                    .formatted(MOST_OF_ONE));
        }
        if (places.values().stream().mapToInt(Integer::intValue).sum() >= MOST) {
            throw new Busy("Many models are being checked and tried just now; try again in a moment.");
        }
        places.merge(who, 1, Integer::sum);
    }

    private synchronized void giveBack(String who) {
        places.computeIfPresent(who, (name, taken) -> taken == 1 ? null : taken - 1);
    }
}
