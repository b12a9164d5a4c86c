package io.ringback.figures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTallies {

    /** In one order everywhere, so that nodes that count at once wait for each other, but never in a circle. */
    private static final String NAME = """
            INSERT INTO ringback.figure (kind, owner, name)
            SELECT kind, owner, name
            FROM unnest(?::text[], ?::text[], ?::text[]) AS given (kind, owner, name)
            WHERE NOT EXISTS (
                SELECT FROM ringback.figure
                WHERE figure.kind = given.kind AND figure.owner = given.owner AND figure.name = given.name)
            ORDER BY kind, owner, name
            ON CONFLICT DO NOTHING""";

    private static final String COUNT = """
            INSERT INTO ringback.figure_count (figure, grain, at, value, count)
            SELECT figure.id, given.grain, given.at::timestamptz, given.value, given.count
            FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS named (kind, owner, name, place)
            JOIN ringback.figure USING (kind, owner, name)
            JOIN unnest(?::int[], ?::smallint[], ?::text[], ?::bigint[], ?::int[])
                AS given (place, grain, at, value, count) ON given.place = named.place
            ORDER BY figure.id, given.grain, given.at::timestamptz, given.value
            ON CONFLICT (figure, grain, at, value) DO UPDATE SET count = figure_count.count + excluded.count""";

    private final JdbcClient jdbc;

    JdbcTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts all of them, in the caller's transaction. */
    void add(Collection<Tally> tallies) {
        if (tallies.isEmpty()) {
            return;
        }
        var named = new HashMap<Named, Integer>();
        var counts = new HashMap<Counted, Integer>();
        for (var tally : tallies) {
            var place = named.computeIfAbsent(
                    new Named(tally.kind().name(), tally.owner(), tally.name()), name -> named.size() + 1);
            for (var grain : Grain.values()) {
                counts.merge(new Counted(place, grain, grain.floor(tally.at()), tally.millis()), 1, Integer::sum);
            }
        }
        var names = named.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        var kinds = texts(names, Named::kind);
        var owners = texts(names, Named::owner);
        var ofOwner = texts(names, Named::name);
        jdbc.sql(NAME).params(kinds, owners, ofOwner).update();
        var all = List.copyOf(counts.entrySet());
        jdbc.sql(COUNT)
                .params(
                        kinds,
                        owners,
                        ofOwner,
                        all.stream().map(each -> each.getKey().place()).toArray(Integer[]::new),
                        all.stream()
                                .map(each -> (short) each.getKey().grain().ordinal())
                                .toArray(Short[]::new),
                        texts(
                                all,
                                each -> each.getKey()
                                        .at()
                                        .atOffset(ZoneOffset.UTC)
                                        .toString()),
                        all.stream().map(each -> each.getKey().millis()).toArray(Long[]::new),
                        all.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private record Named(String kind, String owner, String name) {}

    private record Counted(int place, Grain grain, Instant at, long millis) {}
}
