package io.ringback.support;

import io.ringback.platform.run.Rehearsal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A clock that stands still until a test moves it. Listeners hear each new time before {@code set} returns. */
public final class MovableClock extends Clock {

    private final List<Consumer<Instant>> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant now;

    public MovableClock(Instant start) {
        this.now = start;
    }

    public void set(Instant time) {
        now = time;
        listeners.forEach(listener -> listener.accept(time));
    }

    public void advance(Duration by) {
        set(now.plus(by));
    }

    /** Tells the listener the present time at once and every later one. */
    public void onChange(Consumer<Instant> listener) {
        listeners.add(listener);
        listener.accept(now);
    }

    @Override
    public Instant instant() {
        var rehearsed = Rehearsal.time();
        return rehearsed == null ? now : rehearsed;
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
