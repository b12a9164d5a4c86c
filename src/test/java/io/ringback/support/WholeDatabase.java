package io.ringback.support;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that a dump of the database would hold, row by row: the embedded PostgreSQL brings no pg_dump, and one of another
 * version refuses to read it.
 */
public final class WholeDatabase {

    private static final String COLUMNS = """
            SELECT format('%I.%I', n.nspname, c.relname) AS name,
                   string_agg(CASE WHEN a.atttypid = 'bytea'::regtype
                                   THEN format('coalesce(encode(%I, ''escape''), '''')', a.attname)
                                   ELSE format('coalesce(%I::text, '''')', a.attname) END, ' || E''\\n'' || ') AS cells
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND n.nspname NOT LIKE 'pg_toast%'
            GROUP BY 1 ORDER BY 1""";

    private final JdbcClient jdbc;

    public WholeDatabase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows in which this is found, each behind the name of its table. */
    public List<String> find(Pattern wanted) {
        var found = new ArrayList<String>();
        var tables = jdbc.sql(COLUMNS)
                .query((row, number) -> List.of(row.getString("name"), row.getString("cells")))
                .list();
        tables.forEach(table -> jdbc.sql("SELECT %s FROM %s".formatted(table.get(1), table.get(0)))
                .query(row -> {
                    var text = row.getString(1);
                    if (wanted.matcher(text).find()) {
                        found.add(table.get(0) + ": " + text);
                    }
                }));
        jdbc.sql("SELECT oid FROM pg_largeobject_metadata").query(row -> {
            found.add("large object: nothing of ours makes any");
        });
        return found;
    }
}
