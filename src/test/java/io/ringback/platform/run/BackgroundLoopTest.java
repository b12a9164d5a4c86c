package io.ringback.platform.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicInteger rounds = new AtomicInteger();
    private final LinkedBlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
    private BackgroundLoop loop = of(() -> LONG, LONG);

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void goesRoundAtOnceAndThenWhenItIsWoken() {
        loop.start();
        await().until(() -> rounds.get() == 1);

        loop.wake();

        await().until(() -> rounds.get() == 2);
    }

    @Test
    void goesRoundAgainWhenItHasRested() {
        loop = of(() -> Duration.ofMillis(1), LONG);

        loop.start();

        await().until(() -> rounds.get() > 3);
    }

    @Test
    void triesAgainARoundThatFailed() {
        loop = of(
                () -> {
                    throw new IllegalStateException("no database");
                },
                Duration.ofMillis(1));

        loop.start();

        await().until(() -> rounds.get() > 3);
        assertThat(loop.isRunning()).isTrue();
    }

    @Test
    void stoppingEndsItsRestAndItsThread() throws InterruptedException {
        loop.start();
        var thread = threads.take();

        loop.stop();

        assertThat(thread.isAlive()).isFalse();
        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void canBeStartedAgain() {
        loop.start();
        await().until(() -> rounds.get() == 1);
        loop.stop();

        loop.start();

        await().until(() -> rounds.get() == 2);
    }

    private BackgroundLoop of(Callable<Duration> round, Duration afterFailure) {
        return new BackgroundLoop(
                "test",
                "Testing",
                () -> {
                    threads.add(Thread.currentThread());
                    rounds.incrementAndGet();
                    return round.call();
                },
                afterFailure);
    }
}
