package io.ringback.platform.run;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Ends the process when memory has run out: what is left of it then, such as a server whose timers have stopped, answers
 * and does nothing right, while whoever watches it believes that it lives. The JVM does this by itself when it is started
 * with {@code -XX:+ExitOnOutOfMemoryError}; started without, it is done here as soon as a thread ends by it or anybody
 * logs it, which is all that is seen of it.
 */
public final class OutOfMemory {

    /** What the JVM itself ends with. */
    static final int EXIT_CODE = 3;

    private static final int MOST_CAUSES = 20;

    private OutOfMemory() {}

    /** A thread that ends by it ends the process. */
    public static void endsTheProcess() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            endIf(failure);
            LoggerFactory.getLogger(OutOfMemory.class).error("Thread {} has ended", thread.getName(), failure);
        });
    }

    /** Logging it ends the process, too; to be called once logging is set up. */
    public static void endsTheProcessWhenLogged() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.addTurboFilter(new Watch());
        }
    }

    static boolean isBehind(@Nullable Throwable failure) {
        var cause = failure;
        for (int causes = 0; cause != null && causes < MOST_CAUSES; causes++) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static void endIf(@Nullable Throwable failure) {
        if (isBehind(failure)) {
            try {
                System.err.println("Memory has run out: the server ends. Start it again, with more memory (-Xmx).");
            } finally {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
        }
    }

    private static final class Watch extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable failure) {
            endIf(failure);
            if (parameters != null
                    && parameters.length > 0
                    && parameters[parameters.length - 1] instanceof Throwable last) {
                endIf(last);
            }
            return FilterReply.NEUTRAL;
        }
    }
}
