package io.ringback.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How long the times are that are counted together, all of UTC; the hours and days of every zone consist of the shortest. */
enum Grain {
    QUARTER {
        @Override
        OffsetDateTime floor(OffsetDateTime at) {
            return at.truncatedTo(ChronoUnit.HOURS).plusMinutes(at.getMinute() / MINUTES * MINUTES);
        }

        @Override
        OffsetDateTime after(OffsetDateTime begin) {
            return begin.plusMinutes(MINUTES);
        }
    },
    DAY {
        @Override
        OffsetDateTime floor(OffsetDateTime at) {
            return at.truncatedTo(ChronoUnit.DAYS);
        }

        @Override
        OffsetDateTime after(OffsetDateTime begin) {
            return begin.plusDays(1);
        }
    },
    MONTH {
        @Override
        OffsetDateTime floor(OffsetDateTime at) {
            return at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        }

        @Override
        OffsetDateTime after(OffsetDateTime begin) {
            return begin.plusMonths(1);
        }
    };

    private static final long MINUTES = 15;

    abstract OffsetDateTime floor(OffsetDateTime at);

    /** The beginning of the next one. */
    abstract OffsetDateTime after(OffsetDateTime begin);

    /** The beginning of the one that this time is in. */
    Instant floor(Instant at) {
        return floor(at.atOffset(ZoneOffset.UTC)).toInstant();
    }

    /** The first beginning that is not before this time. */
    Instant ceiling(Instant at) {
        var begin = floor(at.atOffset(ZoneOffset.UTC));
        return begin.toInstant().equals(at) ? at : after(begin).toInstant();
    }

    Grain finer() {
        return values()[ordinal() - 1];
    }
}
