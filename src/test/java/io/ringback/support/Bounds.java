package io.ringback.support;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Limits that tell what comes to an end by itself from what does not; they are no measure of speed. */
public final class Bounds {

    /**
     * Less than anything here waits by default (30 s for a connection or an orderly stop), and ten times what is usual, since
     * the machine may have much else to do.
     */
    public static final Duration BY_ITSELF = Duration.ofSeconds(20);

    private Bounds() {}

    /** The processor time of this thread, which does not grow when others keep the machine busy. */
    public static Duration cpuTimeOf(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }
}
