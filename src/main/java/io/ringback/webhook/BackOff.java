package io.ringback.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** When a delivery that failed is tried again. After the last delay it is given up: a day after the first try. */
final class BackOff {

    static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private static final double MOST_JITTER = 0.1;

    private BackOff() {}

    /**
     * The wait after so many failed attempts; empty when there is no further one. Up to a tenth longer than the list
     * says, so that what failed together does not come back together.
     *
     * @param asked the wait that the target asks for, which counts when it is longer
     */
    static Optional<Duration> after(int attempts, @Nullable Duration asked) {
        if (attempts > DELAYS.size()) {
            return Optional.empty();
        }
        var delay = DELAYS.get(attempts - 1);
        var jittered = delay.plusMillis((long)
                (delay.toMillis() * MOST_JITTER * ThreadLocalRandom.current().nextDouble()));
        return Optional.of(asked != null && asked.compareTo(jittered) > 0 ? asked : jittered);
    }
}
