package io.ringback.presence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long agents were away, by the days of the zone that most lists are in. */
@Repository
public class JdbcTimeAway {

    /**
     * Each absence, cut at {@code :from} and {@code :to} (null for none) and at midnight, summed up by day, agent and
     * reason; one that goes on counts until {@code :now}. Of one that was forgotten no more than twelve hours count.
     */
    private static final String PARTS = """
            WITH centre AS (SELECT coalesce((
                     SELECT zone FROM ringback.callback_list WHERE archived_at IS NULL
                     GROUP BY zone ORDER BY count(*) DESC, zone COLLATE "C" DESC LIMIT 1), 'UTC') AS zone),
                 counted AS (
                     SELECT id, agent_id, reason, ended_at IS NULL AS goes_on,
                            greatest(started_at, :from::timestamptz) AS begun,
                            least(coalesce(ended_at, :now::timestamptz), started_at + interval '12 hours',
                                  :to::timestamptz) AS over
                     FROM ringback.absence
                     WHERE (:from::timestamptz IS NULL OR started_at > :from::timestamptz - interval '12 hours')
                       AND (:to::timestamptz IS NULL OR started_at < :to)),
                 part AS (
                     SELECT days.day::date AS day, agent_id, reason, begins.at AS begun, ends.at AS over,
                            goes_on AND ends.at = counted.over AS goes_on
                     FROM counted
                     CROSS JOIN centre
                     CROSS JOIN LATERAL generate_series(
                         (counted.begun AT TIME ZONE centre.zone)::date,
                         (counted.over AT TIME ZONE centre.zone)::date, interval '1 day') AS days (day)
                     CROSS JOIN LATERAL (
                         SELECT greatest(counted.begun, days.day::timestamp AT TIME ZONE centre.zone) AS at) begins
                     CROSS JOIN LATERAL (
                         SELECT least(counted.over, (days.day::timestamp + interval '1 day') AT TIME ZONE centre.zone)
                             AS at) ends
                     WHERE counted.over >= counted.begun AND ends.at > begins.at)
            """;

    /** For the export; columns as it has them. */
    public static final String BY_DAY = PARTS + """
            SELECT part.day, part.agent_id AS "agentId", account.name, part.reason, reason.name AS "reasonName",
                   count(*) AS times,
                   (sum(extract(epoch FROM part.over - part.begun)) * 1000)::bigint AS "away@duration",
                   sum(extract(epoch FROM part.over - part.begun))::bigint AS "awaySeconds"
            FROM part
            JOIN ringback.account ON account.id = part.agent_id
            LEFT JOIN ringback.away_reason reason ON reason.id = part.reason
            GROUP BY part.day, part.agent_id, account.name, part.reason, reason.name
            ORDER BY part.day, part.agent_id, part.reason NULLS FIRST""";

    private static final String SHOWN = PARTS + """
            SELECT part.day, part.agent_id, account.name, part.reason,
                   (sum(extract(epoch FROM part.over - part.begun)) * 1000)::bigint AS away,
                   array_agg(part.begun ORDER BY part.begun) AS begun,
                   array_agg(CASE WHEN part.goes_on THEN NULL ELSE part.over END ORDER BY part.begun) AS over
            FROM part
            JOIN ringback.account ON account.id = part.agent_id
            WHERE :text::text IS NULL OR strpos(lower(account.id || ' ' || account.name), lower(:text::text)) > 0
            GROUP BY part.day, part.agent_id, account.name, part.reason
            ORDER BY part.day DESC, account.name, part.agent_id, part.reason NULLS FIRST
            LIMIT :limit OFFSET :offset""";

    private final JdbcClient jdbc;

    JdbcTimeAway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ZoneId zone() {
        return ZoneId.of(jdbc.sql("""
                        SELECT coalesce((
                            SELECT zone FROM ringback.callback_list WHERE archived_at IS NULL
                            GROUP BY zone ORDER BY count(*) DESC, zone COLLATE "C" DESC LIMIT 1), 'UTC')""").query(String.class).single());
    }

    List<TimeAway.Line> between(Instant from, Instant to, @Nullable String text, Instant now, int limit, int offset) {
        return jdbc.sql(SHOWN)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("now", Timestamp.from(now))
                .param("text", text)
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcTimeAway::line)
                .list();
    }

    private static TimeAway.Line line(ResultSet row, int number) throws SQLException {
        var begun = times(row.getArray("begun"));
        var over = times(row.getArray("over"));
        return new TimeAway.Line(
                row.getObject("day", LocalDate.class),
                row.getString("agent_id"),
                row.getString("name"),
                row.getString("reason"),
                Duration.ofMillis(row.getLong("away")),
                Stream.iterate(0, i -> i + 1)
                        .limit(begun.size())
                        .map(i -> new TimeAway.Time(Objects.requireNonNull(begun.get(i)), over.get(i)))
                        .toList());
    }

    private static List<@Nullable Instant> times(Array array) throws SQLException {
        return Arrays.stream((Timestamp[]) array.getArray())
                .<@Nullable Instant>map(time -> time == null ? null : time.toInstant())
                .toList();
    }
}
