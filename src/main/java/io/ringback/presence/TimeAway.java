package io.ringback.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The report of how long agents were away, by day and reason. */
@Service
public class TimeAway {

    private final JdbcTimeAway rows;
    private final Clock clock;

    TimeAway(JdbcTimeAway rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Whose days these are: the zone that most lists are in. */
    public ZoneId zone() {
        return rows.zone();
    }

    /**
     * The last day first.
     *
     * @param from the first day
     * @param to the last day
     * @param text a part of the id or name of the agents wanted; null for all
     */
    public List<Line> between(LocalDate from, LocalDate to, ZoneId zone, @Nullable String text, int limit, int offset) {
        return rows.between(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant(),
                text,
                clock.instant(),
                limit,
                offset);
    }

    /**
     * What an agent was away for on a day.
     *
     * @param reason the id of the reason; null for no reason given
     * @param away all times together
     */
    public record Line(
            LocalDate day,
            String agentId,
            String name,
            @Nullable String reason,
            Duration away,
            List<Time> times) {}

    /**
     * One of the times, cut at midnight.
     *
     * @param to null when it goes on
     */
    public record Time(Instant from, @Nullable Instant to) {}
}
