package io.ringback.platform.run;

import java.util.concurrent.ThreadFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Threads that do not keep the server from ending. */
public final class DaemonThreads {

    private DaemonThreads() {}

    /** @param name of the threads, each followed by its number */
    public static ThreadFactory named(String name) {
        var threads = new CustomizableThreadFactory(name + "-");
        threads.setDaemon(true);
        return threads;
    }
}
