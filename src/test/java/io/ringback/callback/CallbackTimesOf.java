package io.ringback.callback;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Deadlines of tests, in hours after a Monday morning: usually due after one hour and expiring after 24. */
final class CallbackTimesOf {

    static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");

    private CallbackTimesOf() {}

    static Instant at(int hours) {
        return MORNING.plus(Duration.ofHours(hours));
    }

    /** As of a request without calling hours. */
    static Deadlines request(
            int askedAt, @Nullable Integer notBefore, @Nullable Integer due, @Nullable Integer expires) {
        var from = notBefore == null ? askedAt : notBefore;
        var dueAt = at(due == null ? from + 1 : due);
        return new Deadlines(at(from), at(from), null, dueAt, at(expires == null ? from + 24 : expires), dueAt, false);
    }
}
