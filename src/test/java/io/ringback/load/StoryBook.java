package io.ringback.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Reads everything that the database keeps of worked cases, whatever tables and columns there are: what has a column
 * {@code callback_id}, and the events of the trail.
 */
final class StoryBook {

    private final Connection connection;
    private final JdbcClient jdbc;
    private final Map<String, String> columns = new LinkedHashMap<>();

    StoryBook(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        for (var table : tables()) {
            columns.put(table, columnsOf(table));
        }
    }

    /** By table, with the names of the columns to copy, between commas. Callbacks come first, since others refer to them. */
    Map<String, String> columns() {
        return columns;
    }

    Story read(WorkedStories.Worked worked) {
        var finder = StoryText.Finder.of(worked.names(), sharedIds());
        Map<String, List<StoryText>> rows = new HashMap<>();
        for (var table : columns.keySet()) {
            if (!table.equals("audit_event")) {
                var key = table.equals("callback") ? "id" : "callback_id";
                var found = copied("SELECT %s FROM ringback.%s WHERE %s IN (%s)"
                        .formatted(columns.get(table), table, key, ids(worked.callbacks())));
                rows.put(
                        table,
                        found.stream()
                                .map(row -> StoryText.of(row + "\n", finder))
                                .toList());
            }
        }
        return new Story(
                worked.name(),
                worked.weight(),
                StoryText.micros(worked.begin()),
                worked.names().size() - 2,
                rows,
                events(worked, finder));
    }

    private List<Story.Event> events(WorkedStories.Worked worked, StoryText.Finder finder) {
        List<Story.Event> events = new ArrayList<>();
        var found = copied("""
                SELECT (extract(epoch FROM at) * 1000000)::bigint, %s FROM ringback.audit_event
                WHERE callback_id IN (%s)
                   OR callback_id IS NULL AND at >= '%s' AND at < '%s' AND coalesce(agent_id, actor) IN (%s)
                ORDER BY id""".formatted(
                        columns.get("audit_event"),
                        ids(worked.callbacks()),
                        worked.begin(),
                        worked.end(),
                        worked.people().stream().map("'%s'"::formatted).collect(Collectors.joining(", "))));
        for (var row : found) {
            var tab = row.indexOf('\t');
            events.add(new Story.Event(
                    Long.parseLong(row.substring(0, tab)), StoryText.of(row.substring(tab + 1) + "\n", finder)));
        }
        return events;
    }

    private List<String> tables() {
        return jdbc.sql("""
                        SELECT relname FROM pg_class
                        WHERE relnamespace = 'ringback'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
                          AND relname NOT IN ('audit_salt', 'erasure_case')
                          AND (relname = 'callback' OR EXISTS (
                              SELECT FROM pg_attribute
                              WHERE attrelid = pg_class.oid AND attname = 'callback_id' AND NOT attisdropped))
                        ORDER BY relname <> 'callback', relname""").query(String.class).list();
    }

    private String columnsOf(String table) {
        return jdbc.sql("""
                        SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                        WHERE attrelid = ('ringback.' || ?)::regclass AND attnum > 0 AND NOT attisdropped
                          AND attidentity = '' AND attgenerated = '' AND NOT EXISTS (
                              SELECT FROM pg_attrdef
                              WHERE adrelid = attrelid AND adnum = attnum AND pg_get_expr(adbin, adrelid) LIKE 'nextval(%')""").param(table).query(String.class).single();
    }

    /** Of definitions and deployments, which cases have in common. */
    private Set<String> sharedIds() {
        return jdbc.sql("""
                        SELECT substring(id_ FROM '[0-9a-f-]{36}$') FROM public.act_re_procdef
                        UNION SELECT substring(id_ FROM '[0-9a-f-]{36}$') FROM public.act_re_decision_def
                        UNION SELECT id_ FROM public.act_re_deployment""").query(String.class).list().stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private List<String> copied(String select) {
        try {
            var out = new ByteArrayOutputStream();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + select + ") TO STDOUT", out);
            return out.toString(StandardCharsets.UTF_8).lines().toList();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(select, e);
        }
    }

    private static String ids(List<UUID> ids) {
        return ids.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
    }
}
