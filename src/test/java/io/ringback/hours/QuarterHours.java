package io.ringback.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Optional;

/** Forty days as quarters of an hour, each open or closed: what {@link OpeningCalendar} finds, found by walking. */
final class QuarterHours {

    static final int DAYS = 40;

    private static final int QUARTER = 15 * 60;
    private static final int ALL = DAYS * 96;

    private final Instant start;
    private final BitSet open = new BitSet(ALL);

    QuarterHours(LocalDate start) {
        this.start = start(start);
    }

    static Instant start(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    void open(Instant from, Instant until) {
        set(from, until, true);
    }

    void close(Instant from, Instant until) {
        set(from, until, false);
    }

    private void set(Instant from, Instant until, boolean is) {
        for (int i = Math.max(0, index(from)); i < Math.min(ALL, index(until)); i++) {
            open.set(i, is);
        }
    }

    QuarterHours and(QuarterHours other) {
        var both = new QuarterHours(start.atZone(ZoneOffset.UTC).toLocalDate());
        both.open.or(open);
        both.open.and(other.open);
        return both;
    }

    boolean isOpen(Instant at) {
        return open.get(index(at));
    }

    /** Empty when it is not within these days. */
    Optional<Instant> nextOpening(Instant at) {
        if (isOpen(at)) {
            return Optional.of(at);
        }
        var next = open.nextSetBit(index(at));
        return next < 0 ? Optional.empty() : Optional.of(begin(next));
    }

    /** Of a moment in which it is open; empty when it does not close within these days. */
    Optional<Instant> openUntil(Instant at) {
        var next = open.nextClearBit(index(at));
        return next >= ALL ? Optional.empty() : Optional.of(begin(next));
    }

    /** Empty when it is not within these days. */
    Optional<Instant> plusOpen(Instant from, Duration wanted) {
        var left = wanted;
        var at = from;
        for (int i = index(from); i < ALL; i++, at = begin(i)) {
            var rest = open.get(i) ? Duration.between(at, begin(i + 1)) : Duration.ZERO;
            if (rest.compareTo(left) >= 0) {
                return Optional.of(at.plus(left));
            }
            left = left.minus(rest);
        }
        return Optional.empty();
    }

    /** The end of the last opening before a moment, or that moment. */
    Optional<Instant> lastOpenBetween(Instant from, Instant before) {
        if (!from.isBefore(before)) {
            return Optional.empty();
        }
        var last = open.previousSetBit(index(before.minusNanos(1)));
        if (last < index(from)) {
            return Optional.empty();
        }
        return Optional.of(begin(last + 1).isBefore(before) ? begin(last + 1) : before);
    }

    private int index(Instant at) {
        return (int) Math.floorDiv(Duration.between(start, at).getSeconds(), QUARTER);
    }

    private Instant begin(int index) {
        return start.plusSeconds((long) index * QUARTER);
    }
}
