package io.ringback.platform.run;

import org.springframework.context.SmartLifecycle;

/** A part of the server that works in a {@link BackgroundLoop}, for as long as the server runs. */
public interface InBackground extends SmartLifecycle {

    BackgroundLoop loop();

    @Override
    default void start() {
        loop().start();
    }

    @Override
    default void stop() {
        loop().stop();
    }

    /** Others can be stopped meanwhile. */
    @Override
    default void stop(Runnable stopped) {
        DaemonThreads.named("stopping")
                .newThread(() -> {
                    try {
                        stop();
                    } finally {
                        stopped.run();
                    }
                })
                .start();
    }

    @Override
    default boolean isRunning() {
        return loop().isRunning();
    }
}
