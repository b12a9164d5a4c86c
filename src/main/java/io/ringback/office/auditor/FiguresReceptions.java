package io.ringback.office.auditor;

import io.ringback.figures.PastReceptions.Ended;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the receptions of an agent have ended.
 *
 * @param ends by the reason; the empty one is of those that go on
 */
record FiguresReceptions(Map<String, Ended> ends) {

    private static final Set<String> BY_LIMIT = Set.of("NO_CALL_MADE", "WINDOW_LEFT_OPEN");
    private static final Set<String> BY_FAULT = Set.of("CONNECTION_LOST", "SYSTEM");

    public long count() {
        return count(ends.keySet());
    }

    public Duration receiving() {
        return ends.values().stream().map(Ended::receiving).reduce(Duration.ZERO, Duration::plus);
    }

    /** The share of those that have ended by a limit of a list; null when none has ended. */
    @Nullable
    public Double byLimit() {
        return share(BY_LIMIT);
    }

    /** Likewise by a lost connection or a fault of the server. */
    @Nullable
    public Double byFault() {
        return share(BY_FAULT);
    }

    private @Nullable Double share(Set<String> reasons) {
        var ended = count() - count(Set.of(""));
        return ended == 0 ? null : (double) count(reasons) / ended;
    }

    private long count(Set<String> reasons) {
        return ends.entrySet().stream()
                .filter(each -> reasons.contains(each.getKey()))
                .mapToLong(each -> each.getValue().count())
                .sum();
    }
}
