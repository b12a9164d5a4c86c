package io.ringback.exchange;

import io.ringback.callback.CallbackFilter;
import io.ringback.callback.JdbcCallbackConditions;
import io.ringback.exchange.TableWriter.Answers;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Reads whole tables through a cursor of the database, so that memory does not grow with them. A column's name may say
 * after an {@code @} what its value is: a telephone number, a duration in milliseconds, the id of an agent whose presence
 * it tells, or the answers to a form.
 */
@Repository
class JdbcExports {

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
     * @param flat whether each answer of a classification has a column of its own
     * @throws UncheckedIOException when the writer can write no more
     */
    void write(ExportTable table, CallbackFilter filter, boolean flat, TableWriter writer) {
        var query = query(table, filter);
        var present = table == ExportTable.AGENTS ? attendance.ofAll() : Map.<String, PresentAgent>of();
        // The driver uses a cursor only within a transaction.
        transactions.readOnce(() -> {
            var answers = flat && table.hasAnswers() ? answers(query) : List.<String>of();
            ResultSetExtractor<@Nullable Void> copying =
                    rows -> copyAll(rows, present, new AnswersWriter(writer, answers));
            jdbc.query(query.sql(), query.parameters(), copying);
        });
    }

    private static @Nullable Void copyAll(ResultSet rows, Map<String, PresentAgent> present, TableWriter writer)
            throws SQLException {
        try {
            copy(rows, present, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    /** What the calls in the table were asked for; a few names, however long it is. */
    private List<String> answers(Query query) {
        return jdbc.queryForList(JdbcExportQueries.ANSWERED.formatted(query.sql()), query.parameters(), String.class);
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

    private static void copy(ResultSet rows, Map<String, PresentAgent> present, TableWriter writer)
            throws SQLException, IOException {
        var columns = columns(rows, present);
        writer.head(columns.stream().map(Column::name).toList());
        while (rows.next()) {
            List<@Nullable Object> values = new ArrayList<>(columns.size());
            for (int index = 0; index < columns.size(); index++) {
                values.add(columns.get(index).read(rows, index + 1));
            }
            writer.row(values);
        }
        writer.end();
    }

    private static List<Column> columns(ResultSet rows, Map<String, PresentAgent> present) throws SQLException {
        var columns = new ArrayList<Column>();
        var about = rows.getMetaData();
        for (int index = 1; index <= about.getColumnCount(); index++) {
            var label = about.getColumnLabel(index).split("@", 2);
            columns.add(new Column(label[0], label.length > 1 ? label[1] : about.getColumnTypeName(index), present));
        }
        return columns;
    }

    private record Query(String sql, Map<String, ? extends @Nullable Object> parameters) {}

    private record Column(String name, String kind, Map<String, PresentAgent> present) {

        @Nullable
        Object read(ResultSet row, int index) throws SQLException {
            var text = row.getString(index);
            if (text == null) {
                return null;
            }
            return switch (kind) {
                case "phone" -> new PhoneNumber(text);
                case "duration" -> Duration.ofMillis(row.getLong(index));
                case "timestamptz" -> row.getTimestamp(index).toInstant();
                case "jsonb" -> new JsonText(text);
                case "answers" -> new Answers(text);
                case "int4", "int8" -> row.getLong(index);
                case "bool" -> row.getBoolean(index);
                case "presence" -> where(text).presence().name();
                case "lastSeenAt" -> where(text).lastSeenAt();
                case "_text" -> texts(row.getArray(index));
                default -> text;
            };
        }

        private PresentAgent where(String agentId) {
            return present.getOrDefault(agentId, PresentAgent.UNKNOWN);
        }

        private static List<String> texts(Array array) throws SQLException {
            return Arrays.asList((String[]) array.getArray());
        }
    }
}
