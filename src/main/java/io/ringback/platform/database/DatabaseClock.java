package io.ringback.platform.database;

import io.ringback.platform.run.Rehearsal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's clock, the only one that deadlines are judged by, as this node knows it: its last reading, and what has
 * passed since by the processor's own count. It is never ahead of PostgreSQL's, so nothing that was promised for a time
 * happens before it, whatever the clock of this machine says; it is behind by the time a reading takes on its way.
 *
 * <p>It ticks in microseconds, as PostgreSQL does, so that a time survives being stored.
 */
public final class DatabaseClock extends Clock {

    private final LongSupplier nanos;
    private final InstantSource machine;
    private volatile @Nullable Reading latest;
    private volatile Duration difference = Duration.ZERO;

    /**
     * @param nanos counts on evenly, from anywhere
     * @param machine the clock of this machine, which is only compared
     */
    DatabaseClock(LongSupplier nanos, InstantSource machine) {
        this.nanos = nanos;
        this.machine = machine;
    }

    /** What {@link #read} is to be told as the moment of asking. */
    long mark() {
        return nanos.getAsLong();
    }

    /**
     * Takes a reading of PostgreSQL's clock, now that it has answered.
     *
     * @param first its time, of some moment between asking and now
     * @param last its time once more, of the same moment or a later one before now
     * @param asked the {@link #mark} of right before it was asked
     */
    void read(Instant first, Instant last, long asked) {
        var answered = nanos.getAsLong();
        var least = new Reading(last, answered);
        var most = new Reading(first, asked);
        var known = latest;
        // A slower reading says nothing new: the clock does not go back and forth with the traffic on the line.
        if (known == null
                || known.at(answered).isBefore(least.time)
                || known.at(answered).isAfter(most.at(answered))) {
            latest = least;
        }
        var way = answered - asked - Duration.between(first, last).toNanos();
        difference = Duration.between(last.plusNanos(way / 2), machine.instant());
    }

    /** By how much the clock of this machine is ahead of PostgreSQL's; negative when it is behind. */
    public Duration difference() {
        return difference;
    }

    @Override
    public Instant instant() {
        var rehearsed = Rehearsal.time();
        if (rehearsed != null) {
            return rehearsed;
        }
        var reading = latest;
        if (reading == null) {
            throw new IllegalStateException("The clock of the database was not read yet");
        }
        return reading.at(nanos.getAsLong()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Ringback works in UTC");
    }

    private record Reading(Instant time, long nanos) {

        Instant at(long now) {
            return time.plusNanos(now - nanos);
        }
    }
}
