package io.ringback.load;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The real time, which can be made to stand still while two things are compared. */
final class HeldClock extends Clock {

    private final Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    private volatile @Nullable Instant held;

    Instant hold() {
        var now = real.instant();
        held = now;
        return now;
    }

    void letGo() {
        held = null;
    }

    @Override
    public Instant instant() {
        var now = held;
        return now != null ? now : real.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Ringback works in UTC");
    }
}
