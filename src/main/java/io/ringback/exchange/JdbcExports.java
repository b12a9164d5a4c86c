package io.ringback.exchange;

import io.ringback.callback.CallbackFilter;
import io.ringback.callback.JdbcCallbackConditions;
import io.ringback.exchange.TableWriter.JsonText;
import io.ringback.exchange.TableWriter.PhoneNumber;
import io.ringback.platform.database.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Reads whole tables through a cursor of the database, so that memory does not grow with them. A column's name may say
 * after an {@code @} what its value is: a telephone number, or a duration in milliseconds.
 */
@Repository
class JdbcExports {

    private static final int AT_A_TIME = 500;

    private final NamedParameterJdbcTemplate jdbc;
    private final Transactions transactions;
    private final Clock clock;

    JdbcExports(DataSource database, Transactions transactions, Clock clock) {
        var template = new JdbcTemplate(database);
        template.setFetchSize(AT_A_TIME);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param zone in which times are written, which their columns then say; null for instants
     * @param spread makes a writer of the columns of the table and of the names of what is in its JSON column
     * @throws UncheckedIOException when the writer can write no more
     */
    void write(ExportTable table, CallbackFilter filter, @Nullable ZoneId zone, Spread spread) {
        var query = query(table, filter);
        // The driver uses a cursor only within a transaction; what is in the JSON is asked in the same snapshot.
        transactions.readOnce(() -> {
            var names = names(table, filter, query);
            jdbc.query(query.sql(), query.parameters(), rows -> {
                try {
                    var columns = columns(rows, zone);
                    copy(
                            rows,
                            columns,
                            spread.writer(columns.stream().map(Column::name).toList(), names));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return null;
            });
        });
    }

    /** Makes the writer of a table once it is known what is in it. */
    interface Spread {

        /** @param names of the members of its JSON column, at most one more than have columns of their own */
        TableWriter writer(List<String> columns, List<String> names) throws IOException;
    }

    private List<String> names(ExportTable table, CallbackFilter filter, Query query) {
        var sql =
                switch (table) {
                    case CALLBACKS ->
                        JdbcExportQueries.ATTRIBUTE_NAMES.formatted(JdbcCallbackConditions.of(filter, clock.instant())
                                .sql());
                    case ATTEMPTS -> JdbcExportQueries.ANSWER_NAMES;
                    default -> "";
                };
        if (sql.isEmpty()) {
            return List.of();
        }
        Map<String, @Nullable Object> parameters = new HashMap<>(query.parameters());
        parameters.put("most", SpreadWriter.MOST + 1);
        return jdbc.queryForList(sql, parameters, String.class);
    }

    private Query query(ExportTable table, CallbackFilter filter) {
        var conditions = JdbcCallbackConditions.of(filter, clock.instant());
        if (table == ExportTable.CALLBACKS) {
            return new Query(JdbcExportQueries.CALLBACKS.formatted(conditions.sql()), conditions.parameters());
        }
        Map<String, @Nullable Object> parameters = new HashMap<>(conditions.parameters());
        for (var optional : new String[] {"list", "from", "to"}) {
            parameters.putIfAbsent(optional, null);
        }
        return new Query(JdbcExportQueries.of(table), parameters);
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

    private static List<Column> columns(ResultSet rows, @Nullable ZoneId zone) throws SQLException {
        var columns = new ArrayList<Column>();
        var about = rows.getMetaData();
        for (int index = 1; index <= about.getColumnCount(); index++) {
            var label = about.getColumnLabel(index).split("@", 2);
            columns.add(new Column(label[0], label.length > 1 ? label[1] : about.getColumnTypeName(index), zone));
        }
        return columns;
    }

    private record Query(String sql, Map<String, ? extends @Nullable Object> parameters) {}

    private record Column(
            String name, String kind, @Nullable ZoneId zone) {

        /** Local times are nothing without their zone. */
        String heading() {
            return zone != null && kind.equals("timestamptz") ? "%s (%s)".formatted(name, zone) : name;
        }

        private Object time(Instant time) {
            return zone == null ? time : LocalDateTime.ofInstant(time, zone).truncatedTo(ChronoUnit.SECONDS);
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
                case "_text" -> texts(row.getArray(index));
                default -> text;
            };
        }

        private static List<String> texts(Array array) throws SQLException {
            return Arrays.asList((String[]) array.getArray());
        }
    }
}
