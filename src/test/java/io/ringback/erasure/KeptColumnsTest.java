package io.ringback.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A new table or column is not forgotten: the page says of each what becomes of what it may hold of a caller. */
@Tag("server")
class KeptColumnsTest {

    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");
    private static final JdbcClient DATABASE = JdbcClient.create(
            new DriverManagerDataSource(TestDatabase.migrated().url()));

    @Test
    void thePageNamesEveryColumnOfOurTables() throws IOException {
        assertThat(told()).isEqualTo(tables("ringback"));
    }

    @Test
    void thePageNamesEveryTableOfTheEngine() throws IOException {
        var page = Files.readString(Path.of("docs/auditing.md"));

        assertThat(tables("public").keySet())
                .allSatisfy(table -> assertThat(page).contains("`" + table + "`"));
    }

    @Test
    void whatIsForgottenIsWhatThePageSays() throws IOException {
        var personal = personal();

        assertThat(JdbcPlaces.everywhere()).allSatisfy(place -> {
            var table = place.table().substring(place.table().indexOf('.') + 1);
            if (place.table().startsWith("ringback.")) {
                assertThat(personal.get(table))
                        .containsAll(place.emptied().stream()
                                .map(Place.Emptied::column)
                                .toList());
            }
        });
    }

    private static Map<String, Set<String>> tables(String schema) {
        var tables = new TreeMap<String, Set<String>>();
        DATABASE.sql("""
                        SELECT table_name, column_name FROM information_schema.columns
                        JOIN information_schema.tables USING (table_schema, table_name)
                        WHERE table_type = 'BASE TABLE' AND table_schema = ?
                          AND NOT (SELECT relispartition FROM pg_class WHERE oid = format('%I.%I', table_schema, table_name)::regclass)""").param(schema).query(row -> {
            tables.computeIfAbsent(row.getString(1), table -> new TreeSet<>()).add(row.getString(2));
        });
        return tables;
    }

    private static Map<String, Set<String>> told() throws IOException {
        return rows().collect(Collectors.toMap(
                cells -> names(cells[1]).iterator().next(),
                cells -> {
                    var all = names(cells[2]);
                    all.addAll(names(cells[4]));
                    return all;
                },
                (one, other) -> one,
                TreeMap::new));
    }

    private static Map<String, Set<String>> personal() throws IOException {
        return rows().collect(
                        Collectors.toMap(cells -> names(cells[1]).iterator().next(), cells -> names(cells[2])));
    }

    private static java.util.stream.Stream<String[]> rows() throws IOException {
        return Files.readAllLines(Path.of("docs/auditing.md")).stream()
                .dropWhile(line -> !line.startsWith("| table | may say who a caller is"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|"));
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
