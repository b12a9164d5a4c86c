package io.ringback.exchange;

import io.ringback.callback.CallbackFilter;
import io.ringback.callback.JdbcCallbackConditions;
import io.ringback.exchange.TableWriter.JsonText;
import io.ringback.exchange.TableWriter.PhoneNumber;
import io.ringback.platform.database.Transactions;
import io.ringback.presence.Attendance;
import io.ringback.presence.PresentAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Reads whole tables through a cursor of the database, so that memory does not grow with them. A column's name may say
 * after an {@code @} what its value is: a telephone number, a duration in milliseconds, or the id of an agent whose
 * presence it tells.
 */
@Repository
class JdbcExports {

    static final String ATTRIBUTES = "attributes";
    static final String ANSWERS = "formData";

    private static final int AT_A_TIME = 500;

    private final NamedParameterJdbcTemplate jdbc;
    private final Transactions transactions;
    private final Attendance attendance;
    private final Clock clock;

    JdbcExports(DataSource database, Transactions transactions, Attendance attendance, Clock clock) {
        var template = new JdbcTemplate(database);
        template.setFetchSize(AT_A_TIME);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.transactions = transactions;
        this.attendance = attendance;
        this.clock = clock;
    }

    /**
     * @param zone in which times are written, which their columns then say; null for instants
     * @param spread makes a writer of the columns of the table and of the names of what is in its JSON columns
     * @throws UncheckedIOException when the writer can write no more
     */
    void write(ExportTable table, CallbackFilter filter, @Nullable ZoneId zone, Spread spread) {
        var query = query(table, filter);
        var reading =
                new Reading(zone, table == ExportTable.AGENTS ? attendance.ofAll() : Map.<String, PresentAgent>of());
        // The driver uses a cursor only within a transaction; what is in the JSON is asked in the same snapshot.
        transactions.readOnce(() -> {
            var names = names(table, filter, query);
            ResultSetExtractor<@Nullable Void> copying = rows -> {
                copy(rows, reading, spread, names);
                return null;
            };
            jdbc.query(query.sql(), query.parameters(), copying);
        });
    }

    /** Makes the writer of a table once it is known what is in it. */
    interface Spread {

        /** @param names of the members of each of its JSON columns, at most one more than have columns of their own */
        TableWriter writer(List<String> columns, Map<String, List<String>> names) throws IOException;
    }

    private Map<String, List<String>> names(ExportTable table, CallbackFilter filter, Query query) {
        Map<String, @Nullable Object> parameters = new HashMap<>(query.parameters());
        parameters.put("most", SpreadWriter.MOST + 1);
        var condition = JdbcCallbackConditions.of(filter, clock.instant()).sql();
        var names = new LinkedHashMap<String, List<String>>();
        JdbcExportQueries.names(table, condition)
                .forEach((column, sql) -> names.put(column, jdbc.queryForList(sql, parameters, String.class)));
        return names;
    }

    private Query query(ExportTable table, CallbackFilter filter) {
        var conditions = JdbcCallbackConditions.of(filter, clock.instant());
        if (table == ExportTable.CALLBACKS) {
            return new Query(JdbcExportQueries.CALLBACKS.formatted(conditions.sql()), conditions.parameters());
        }
        Map<String, @Nullable Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("now", Timestamp.from(clock.instant()));
        for (var optional : new String[] {"list", "from", "to"}) {
            parameters.putIfAbsent(optional, null);
        }
        return new Query(JdbcExportQueries.of(table), parameters);
    }

    private static void copy(ResultSet rows, Reading reading, Spread spread, Map<String, List<String>> names)
            throws SQLException {
        try {
            var columns = columns(rows, reading);
            copy(rows, columns, spread.writer(columns.stream().map(Column::name).toList(), names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(ResultSet rows, List<Column> columns, TableWriter writer)
            throws SQLException, IOException {
        writer.head(columns.stream().map(Column::heading).toList());
        while (rows.next()) {
            List<@Nullable Object> values = new ArrayList<>(columns.size());
            for (int index = 0; index < columns.size(); index++) {
                values.add(columns.get(index).read(rows, index + 1));
            }
            writer.row(values);
        }
        writer.end();
    }

    private static List<Column> columns(ResultSet rows, Reading reading) throws SQLException {
        var columns = new ArrayList<Column>();
        var about = rows.getMetaData();
        for (int index = 1; index <= about.getColumnCount(); index++) {
            var label = about.getColumnLabel(index).split("@", 2);
            columns.add(new Column(label[0], label.length > 1 ? label[1] : about.getColumnTypeName(index), reading));
        }
        return columns;
    }

    private record Query(String sql, Map<String, ? extends @Nullable Object> parameters) {}

    /**
     * @param zone in which times are written; null for instants
     * @param present where agents are, by id
     */
    private record Reading(@Nullable ZoneId zone, Map<String, PresentAgent> present) {}

    private record Column(String name, String kind, Reading reading) {

        private static final Set<String> TIMES = Set.of("timestamptz", "lastSeenAt");

        /** Local times are nothing without their zone. */
        String heading() {
            return reading.zone() != null && TIMES.contains(kind) ? "%s (%s)".formatted(name, reading.zone()) : name;
        }

        private @Nullable Object time(@Nullable Instant time) {
            var zone = reading.zone();
            return zone == null || time == null
                    ? time
                    : LocalDateTime.ofInstant(time, zone).truncatedTo(ChronoUnit.SECONDS);
        }

        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            var text = row.getString(index);
            if (text == null) {
                return null;
            }
            return switch (kind) {
                case "phone" -> new PhoneNumber(text);
                case "duration" -> Duration.ofMillis(row.getLong(index));
                case "timestamptz" -> time(row.getTimestamp(index).toInstant());
                case "jsonb" -> new JsonText(text);
                case "int4", "int8" -> row.getLong(index);
                case "bool" -> row.getBoolean(index);
                case "presence" -> where(text).presence().name();
                case "lastSeenAt" -> time(where(text).lastSeenAt());
                case "_text" -> texts(row.getArray(index));
                default -> text;
            };
        }

        private PresentAgent where(String agentId) {
            return reading.present().getOrDefault(agentId, PresentAgent.UNKNOWN);
        }

        private static List<String> texts(Array array) throws SQLException {
            return Arrays.asList((String[]) array.getArray());
        }
    }
}
