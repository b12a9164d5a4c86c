package io.ringback.exchange;

import io.ringback.exchange.Outlooks.Pair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
     * Those of these sources and external ids that the next request with them would be known by: as long as its callback,
     * or the one that was merged into, is open; one made for a row of a file for ever.
     */
    List<Pair> known(List<Pair> ids) {
        return jdbc.sql("""
                        SELECT asked.source, asked.id FROM unnest(?::text[], ?::text[]) AS asked (source, id)
                        WHERE EXISTS (SELECT FROM ringback.callback c
                                      LEFT JOIN ringback.callback main ON main.id = c.main_callback_id
                                      WHERE c.source = asked.source AND c.external_id = asked.id
                                        AND (starts_with(asked.id, ?) OR c.closed_at IS NULL
                                             OR c.status = 'MERGED' AND main.closed_at IS NULL))""")
                .params(all(ids, Pair::first), all(ids, Pair::second), ImportDefaults.MADE)
                .query(JdbcImportedBefore::pair)
                .list();
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
