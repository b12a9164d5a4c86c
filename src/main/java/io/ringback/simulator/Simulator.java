package io.ringback.simulator;

import io.ringback.platform.problem.TooManyRequests;
import io.ringback.platform.run.DaemonThreads;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What people do to the simulation, and the thread on which it goes on. Nothing runs before somebody asks for it, so a
 * server whose demo nobody looks at does not pay for it. All of it is lost with the process but for the callbacks.
 */
@Component
@WithSimulator
class Simulator implements SmartLifecycle {

    private static final Duration ROUND = Duration.ofMillis(500);
    private static final int MOST_A_MINUTE = 60;

    private final Callers callers;
    private final Telephones telephones;
    private final Colleagues colleagues;
    private final Clearing clearing;
    private final JdbcSimulated simulated;
    private final Clock clock;
    private final Deque<Instant> asked = new ArrayDeque<>();
    private volatile boolean up;
    private @Nullable ScheduledExecutorService running;
    private volatile @Nullable String problem;

    Simulator(
            Callers callers,
            Telephones telephones,
            Colleagues colleagues,
            Clearing clearing,
            JdbcSimulated simulated,
            Clock clock) {
        this.callers = callers;
        this.telephones = telephones;
        this.colleagues = colleagues;
        this.clearing = clearing;
        this.simulated = simulated;
        this.clock = clock;
    }

    /**
     * Somebody asks to be called.
     *
     * @param answer what their telephone is to do; null: anything
     * @throws TooManyRequests when that was asked for more than {@value #MOST_A_MINUTE} times within a minute
     */
    void oneCaller(@Nullable Answer answer) {
        limit();
        wake();
        callers.one(answer);
    }

    /** Callers come by themselves; none while the rate is null. */
    void letCallersCome(@Nullable Rate rate) {
        if (rate != null) {
            wake();
        }
        callers.come(rate);
    }

    /** Bo and Cai work their desks from now on, or go home. */
    void letColleaguesWork(boolean wanted) {
        if (wanted) {
            wake();
            colleagues.start();
        } else {
            colleagues.goHome();
        }
    }

    /** Stops everything, and takes away what was simulated; what is in a call stays until it is saved. */
    void clear() {
        callers.come(null);
        colleagues.goHome();
        clearing.clear();
    }

    boolean isAllGone() {
        return !simulated.anyOpen();
    }

    /** Whoever calls a made-up caller left over from before a restart is to be answered, too. */
    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (simulated.anyOpen()) {
            attempt(this::wake);
        }
    }

    /** Whether callers come by themselves. */
    public boolean isBusy() {
        return callers.rate() != null;
    }

    /** Whether Bo or Cai is at work. */
    public boolean isColleaguesWorking() {
        return colleagues.areAtWork();
    }

    /** How many callers a minute come, or would come. */
    public int getPerMinute() {
        var rate = callers.rate();
        return rate == null ? Rate.USUAL : rate.perMinute();
    }

    /** Why the last round failed, as the API has said it; null when it did not. */
    public @Nullable String getProblem() {
        return problem;
    }

    private synchronized void limit() {
        var now = clock.instant();
        while (!asked.isEmpty() && asked.peekFirst().isBefore(now.minus(Duration.ofMinutes(1)))) {
            asked.removeFirst();
        }
        if (asked.size() >= MOST_A_MINUTE) {
            throw new TooManyRequests("Expected at most %s callers a minute.".formatted(MOST_A_MINUTE), ROUND);
        }
        asked.addLast(now);
    }

    /** From now on, rounds. The first one has been when this is over: whoever is called after it is heard. */
    synchronized void wake() {
        if (running == null) {
            var pool = Executors.newScheduledThreadPool(2, DaemonThreads.named("simulator"));
            telephones.runOnce(pool);
            pool.scheduleWithFixedDelay(() -> round(pool), 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
            running = pool;
        }
    }

    /** None waits for another's trouble to be over. */
    private void round(ScheduledExecutorService pool) {
        var well = attempt(callers::runOnce);
        well &= attempt(() -> telephones.runOnce(pool));
        well &= attempt(colleagues::runOnce);
        if (well) {
            problem = null;
        }
    }

    /** Whether it could be done; if not, {@link #getProblem} says why. */
    boolean attempt(Runnable what) {
        try {
            what.run();
            return true;
        } catch (TooManyRequests e) {
            throw e;
        } catch (Refused e) {
            problem = e.getMessage();
        } catch (UncheckedIOException e) {
            problem = "The server does not answer itself.";
        } catch (RuntimeException e) {
            problem = e.getClass().getSimpleName();
        }
        return false;
    }

    @Override
    public void start() {
        up = true;
    }

    @Override
    public synchronized void stop() {
        up = false;
        callers.come(null);
        if (running != null) {
            running.shutdownNow();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return up;
    }
}
