package io.ringback.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds all rows of one case: those that hold its ids, and those that hold an id that one of these has. */
final class TemplateRows {

    /** What is about sessions, or is made of the trail behind it. */
    private static final Set<String> NOT_OF_A_CASE =
            Set.of("ringback.web_session", "ringback.web_session_attributes", "ringback.audit_salt");

    /** Some ids of the engine have the name of an element before it. */
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final JdbcClient jdbc;
    private final List<String> schemas;

    TemplateRows(JdbcClient jdbc, List<String> schemas) {
        this.jdbc = jdbc;
        this.schemas = schemas;
    }

    List<CopiedRow> of(List<String> ids) {
        Set<String> known = new TreeSet<>(ids);
        var found = rows(known);
        for (int size = 0; size < known.size(); found = rows(known)) {
            size = known.size();
            found.forEach(row ->
                    UUID.matcher(row.id()).results().map(MatchResult::group).forEach(known::add));
        }
        return found.stream()
                .map(row -> CopiedRow.of(row.table(), row.values(), row.types(), known))
                .toList();
    }

    private record Found(String table, String id, Map<String, String> values, Map<String, String> types) {}

    private List<Found> rows(Set<String> ids) {
        List<Found> found = new ArrayList<>();
        for (var table : tables()) {
            var types = columns(table);
            if (!types.isEmpty()) {
                found.addAll(rows(table, types, ids));
            }
        }
        return found;
    }

    private List<Found> rows(String table, Map<String, String> types, Set<String> ids) {
        var texts = types.keySet().stream().map("%s::text"::formatted).collect(Collectors.joining(", "));
        return jdbc.sql("SELECT %s FROM %s t WHERE t::text ~ ?".formatted(texts, table))
                .param(String.join("|", ids))
                .query((row, number) -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    var place = 1;
                    for (var column : types.keySet()) {
                        var value = row.getString(place++);
                        if (value != null) {
                            values.put(column, value);
                        }
                    }
                    var id = values.getOrDefault("id_", values.getOrDefault("id", ""));
                    return new Found(table, id, values, types);
                })
                .list();
    }

    /** Callbacks come first, since others refer to them. */
    private List<String> tables() {
        return jdbc.sql("""
                        SELECT relnamespace::regnamespace || '.' || relname FROM pg_class
                        WHERE relnamespace::regnamespace::text = ANY (?) AND relkind IN ('r', 'p') AND NOT relispartition
                          AND relname !~ '^act_(re|ge)_'
                        ORDER BY relname <> 'callback', 1""").param(schemas.toArray(String[]::new)).query(String.class).list().stream()
                .filter(table -> !NOT_OF_A_CASE.contains(table))
                .toList();
    }

    /** Those that the database does not fill by itself, with their types. */
    private Map<String, String> columns(String table) {
        Map<String, String> types = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT quote_ident(attname), format_type(atttypid, atttypmod) FROM pg_attribute
                        WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped
                          AND attidentity = '' AND attgenerated = '' AND NOT EXISTS (
                              SELECT FROM pg_attrdef
                              WHERE adrelid = attrelid AND adnum = attnum AND pg_get_expr(adbin, adrelid) LIKE 'nextval(%')
                        ORDER BY attnum""").param(table).query(row -> {
            types.put(row.getString(1), row.getString(2));
        });
        return types;
    }
}
