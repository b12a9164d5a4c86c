package io.ringback.office.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something costly that many look at all the time: made for all of them together, at most once a second, and more seldom
 * when it takes long, so that no more than a tenth of the time goes into it however many there are.
 */
final class ThrottledCache<T> {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int PAUSES_PER_COST = 9;

    private final Clock clock;
    private final Supplier<T> maker;
    private @Nullable Made<T> last;

    ThrottledCache(Clock clock, Supplier<T> maker) {
        this.clock = clock;
        this.maker = maker;
    }

    synchronized T get() {
        var made = last;
        if (made == null || !made.isGoodAt(clock.instant())) {
            made = make();
            last = made;
        }
        return made.value();
    }

    private Made<T> make() {
        var begin = clock.instant();
        var value = maker.get();
        var end = clock.instant();
        var pause = Duration.between(begin, end).multipliedBy(PAUSES_PER_COST);
        return new Made<>(value, begin, pause.compareTo(SHORTEST) > 0 ? end.plus(pause) : begin.plus(SHORTEST));
    }

    private record Made<T>(T value, Instant at, Instant goodUntil) {

        /** Not before it was made either: the clock was put back. */
        boolean isGoodAt(Instant now) {
            return !now.isBefore(at) && now.isBefore(goodUntil);
        }
    }
}
