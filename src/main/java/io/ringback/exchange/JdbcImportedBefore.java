package io.ringback.exchange;

import io.ringback.exchange.ExpectedResults.Pair;
import io.ringback.intake.KnownExternalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which of many requests are there already. */
@Repository
class JdbcImportedBefore {

    private final JdbcClient jdbc;

    JdbcImportedBefore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The requests that came last with these sources and external ids, as far as there are any. One that was made for a row
     * of a file counts as open for ever.
     */
    Map<Pair, KnownExternalId> last(List<Pair> ids) {
        var found = new HashMap<Pair, KnownExternalId>();
        jdbc.sql("""
                        SELECT DISTINCT ON (asked.source, asked.id) asked.source, asked.id, c.list_id, c.phone_number,
                               starts_with(asked.id, ?) OR c.closed_at IS NULL
                                   OR c.status = 'MERGED' AND main.closed_at IS NULL AS open
                        FROM unnest(?::text[], ?::text[]) AS asked (source, id)
                        JOIN ringback.callback c ON c.source = asked.source AND c.external_id = asked.id
                        LEFT JOIN ringback.callback main ON main.id = c.main_callback_id
                        ORDER BY asked.source, asked.id, c.external_use DESC""")
                .params(ImportDefaults.MADE, all(ids, Pair::first), all(ids, Pair::second))
                .query(row -> {
                    found.put(
                            pair(row, 0),
                            new KnownExternalId(
                                    row.getString("list_id"), row.getString("phone_number"), row.getBoolean("open")));
                });
        return found;
    }

    /** Those of these lists and numbers that have an open callback. */
    List<Pair> open(List<Pair> places) {
        return jdbc.sql("""
                        SELECT asked.list, asked.number FROM unnest(?::text[], ?::text[]) AS asked (list, number)
                        WHERE EXISTS (SELECT FROM ringback.callback
                                      WHERE list_id = asked.list AND phone_number = asked.number
                                        AND closed_at IS NULL)""")
                .params(all(places, Pair::first), all(places, Pair::second))
                .query(JdbcImportedBefore::pair)
                .list();
    }

    private static Object all(List<Pair> pairs, Function<Pair, String> part) {
        return pairs.stream().map(part).toArray(String[]::new);
    }

    private static Pair pair(ResultSet row, int number) throws SQLException {
        return new Pair(row.getString(1), row.getString(2));
    }
}
