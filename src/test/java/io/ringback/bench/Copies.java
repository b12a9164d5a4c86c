package io.ringback.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes many cases of one, by SQL: every row that the database keeps of it, whatever tables and columns there are, with
 * ids, numbers, lists and times of its own. A few lists have most of them.
 */
final class Copies implements AutoCloseable {

    private static final int AT_ONCE = 10_000;
    private static final int WORTH_NEW_INDEXES = 50_000;

    private final SingleConnectionDataSource connection;
    private final JdbcClient jdbc;
    private final int lists;
    private final List<String> schemas;
    private final List<CopiedRow> rows = new ArrayList<>();
    private int made;
    private int spread = 1;

    /** @param database as its superuser, since copies are made without the checks of the engine's foreign keys */
    Copies(DataSource database, int lists, List<String> schemas) {
        try {
            this.connection = new SingleConnectionDataSource(database.getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.jdbc = JdbcClient.create(connection);
        this.lists = lists;
        this.schemas = schemas;
        jdbc.sql("CREATE SCHEMA bench").update();
        jdbc.sql("CREATE TABLE bench.copy (n integer PRIMARY KEY, hex text, number text, list text, later interval)")
                .update();
        jdbc.sql("SET synchronous_commit = off").update();
        jdbc.sql("SET maintenance_work_mem = '1GB'").update();
    }

    /**
     * Reads the rows of a case, unless it knows them.
     *
     * @param ids of the case, of which all that is its own tells
     */
    void learn(List<String> ids) {
        if (rows.isEmpty()) {
            rows.addAll(new TemplateRows(jdbc, schemas).of(ids));
        }
    }

    /** The same of a callback of the server, by its id. */
    void learnCallback(String id) {
        var instance = jdbc.sql("SELECT process_instance_id FROM ringback.callback WHERE id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
        learn(List.of(id, instance));
    }

    /** From now on copies keep all times of what they are copies of. */
    void keepTimes() {
        spread = 0;
    }

    /** For what has no template: a statement that makes the cases of {@code bench.copy} from :first to :last. */
    void make(int more, String statement) {
        prepare(more);
        for (int first = made + 1; first <= made + more; first += AT_ONCE) {
            jdbc.sql(statement)
                    .param("first", first)
                    .param("last", Math.min(made + more, first + AT_ONCE - 1))
                    .update();
        }
        made += more;
        jdbc.sql("VACUUM ANALYZE").update();
    }

    void make(int more) {
        prepare(more);
        var indexes = more < WORTH_NEW_INDEXES ? List.<String>of() : dropped();
        for (int first = made + 1; first <= made + more; first += AT_ONCE) {
            insert(first, Math.min(made + more, first + AT_ONCE - 1));
        }
        made += more;
        indexes.forEach(index -> jdbc.sql(index).update());
        jdbc.sql("VACUUM ANALYZE").update();
        jdbc.sql("CHECKPOINT").update();
    }

    /** The odd factors spread what is copied: hex by Knuth's, the list by the golden ratio over lists of weight 1/n. */
    private void prepare(int more) {
        jdbc.sql("""
                        INSERT INTO bench.copy
                        SELECT n, lpad(to_hex(n::bigint * 2654435761 % 4294967296), 8, '0'), '3584' || 60000000 + n,
                               'bench-' || floor(exp(n * 0.6180339887 % 1 * ln(:lists::float8 + 1)))::int - 1,
                               n::bigint * 7919 % 40000 * :spread * interval '1 second'
                        FROM generate_series(:first, :last) n""")
                .param("lists", lists)
                .param("spread", spread)
                .param("first", made + 1)
                .param("last", made + more)
                .update();
    }

    private void insert(int first, int last) {
        for (var row : rows) {
            if (row.table().startsWith("ringback.audit_event")) {
                jdbc.sql("SELECT ringback.make_audit_room()")
                        .query(Integer.class)
                        .single();
            }
            jdbc.sql("SET session_replication_role = " + (row.table().startsWith("public.") ? "replica" : "origin"))
                    .update();
            var made = jdbc.sql(row.insert()
                            + " FROM bench.copy k WHERE k.n BETWEEN %d AND %d ON CONFLICT DO NOTHING"
                                    .formatted(first, last))
                    .update();
            if (made != 0 && made != last - first + 1) { // 0: a trigger has made them
                throw new IllegalStateException("%d rows of %s were made".formatted(made, row.table()));
            }
        }
        jdbc.sql("SET session_replication_role = origin").update();
    }

    /** Ids that the last copies have in place of this one, in any order. */
    List<String> newestIds(String original, int last, int most) {
        return jdbc.sql("SELECT ? || hex FROM bench.copy WHERE n > ? ORDER BY hex LIMIT ?")
                .param(CopiedRow.kept(original))
                .param(made - last)
                .param(most)
                .query(String.class)
                .list();
    }

    long gone(String table, String column, List<String> ids) {
        return ids.size()
                - jdbc.sql("SELECT count(*) FROM %s WHERE %s::text = ANY (?)".formatted(table, column))
                        .param(ids.toArray(String[]::new))
                        .query(Long.class)
                        .single();
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Definitions of the indexes that no constraint needs, which are gone then. */
    private List<String> dropped() {
        var tables = rows.stream().map(CopiedRow::table).distinct().toList();
        var found = jdbc.sql("""
                        SELECT pg_get_indexdef(indexrelid), indexrelid::regclass::text FROM pg_index
                        JOIN pg_class ON pg_class.oid = indexrelid
                        WHERE indrelid = ANY (SELECT name::regclass FROM unnest(string_to_array(?, ',')) name)
                          AND pg_class.relkind = 'i' AND NOT relispartition AND NOT indisunique
                          AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)""")
                .param(String.join(",", tables))
                .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                .list();
        found.forEach(index -> jdbc.sql("DROP INDEX " + index.get(1)).update());
        return found.stream().flatMap(index -> Stream.of(index.get(0))).toList();
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
