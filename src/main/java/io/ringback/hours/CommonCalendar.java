package io.ringback.hours;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Open while all of these are. */
record CommonCalendar(List<OpeningCalendar> parts) implements OpeningCalendar {

    @Override
    public Optional<Opening> openingFrom(Instant from) {
        var at = from;
        while (!at.isAfter(from.plus(HORIZON))) {
            var next = at;
            @Nullable Instant until = null;
            for (var part : parts) {
                var opening = part.openingFrom(at);
                if (opening.isEmpty()) {
                    return Optional.empty();
                }
                next = opening.get().from().isAfter(next) ? opening.get().from() : next;
                until = earlier(until, opening.get().until());
            }
            if (next.equals(at)) {
                return Optional.of(new Opening(at, until));
            }
            at = next;
        }
        return Optional.empty();
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
