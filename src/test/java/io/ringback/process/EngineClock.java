package io.ringback.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.operaton.bpm.engine.impl.util.ClockUtil;

/**
 * Gives the engine the real time, and back what it had when closed: its clock is one for the whole JVM, and other tests
 * count on theirs.
 */
public final class EngineClock implements AutoCloseable {

    private static final Duration TICK = Duration.ofSeconds(2);

    private final Date before = ClockUtil.getCurrentTime();
    private final boolean wasMoved =
            Duration.between(before.toInstant(), Instant.now()).abs().compareTo(TICK) > 0;

    private EngineClock() {
        ClockUtil.reset();
    }

    public static EngineClock real() {
        return new EngineClock();
    }

    @Override
    public void close() {
        ClockUtil.reset();
        if (wasMoved) {
            ClockUtil.setCurrentTime(before);
        }
    }
}
