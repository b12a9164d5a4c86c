package io.ringback.handling;

import io.ringback.callback.Call;
import io.ringback.callback.RoundedUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a case may stay open after a call. Another call gives the agent the full time anew, but all the time between
 * and after the calls of an allocation is at most twice that: nobody keeps a case by calling and ending again and again.
 */
final class ClosingWindow {

    private static final int FULL_TIMES = 2;

    private ClosingWindow() {}

    /**
     * @param limit of the list; null for none
     * @param calls of the allocation, all over, oldest first
     * @param more time that the agent was given on top
     * @return when the case closes; null for never
     */
    static @Nullable Instant closesAt(@Nullable Duration limit, List<Call> calls, Duration more, Instant now) {
        if (limit == null) {
            return null;
        }
        var left = limit.multipliedBy(FULL_TIMES).plus(more).minus(between(calls));
        if (left.isNegative()) {
            return RoundedUp.inMillis(now);
        }
        return RoundedUp.after(now, left.compareTo(limit) < 0 ? left : limit);
    }

    /** The time that lay between the calls. */
    private static Duration between(List<Call> calls) {
        var sum = Duration.ZERO;
        Instant over = null;
        for (var call : calls) {
            if (over != null && over.isBefore(call.startedAt())) {
                sum = sum.plus(Duration.between(over, call.startedAt()));
            }
            var end = call.endedAt() == null ? call.startedAt() : call.endedAt();
            over = over == null || end.isAfter(over) ? end : over;
        }
        return sum;
    }
}
