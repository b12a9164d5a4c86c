package io.ringback.erasure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table in which something of a caller is kept, and what of it goes.
 *
 * @param kind what it is called in answers: {@code calls}, {@code notes}
 * @param table with its schema
 * @param found which of its rows, called {@code t}, belong to the callbacks {@code :ids}
 * @param emptied the columns that are emptied, with what stands in them then; none where the rows go as a whole
 */
record Place(String kind, String table, String found, List<Emptied> emptied) {

    /** @param with what stands in the column afterwards, in SQL */
    record Emptied(String column, String with) {}

    /** One whose rows go. */
    static Place deleted(String kind, String table, String found) {
        return new Place(kind, table, found, List.of());
    }

    /** One whose rows stay, without what is in these columns. */
    static Place emptied(String kind, String table, String found, String... columns) {
        return new Place(
                kind,
                table,
                found,
                List.of(columns).stream()
                        .map(column -> new Emptied(column, "NULL"))
                        .toList());
    }

    /** How many rows would lose something. */
    String counting() {
        return "SELECT count(*) FROM %s t WHERE %s".formatted(table, losing());
    }

    String forgetting() {
        return emptied.isEmpty()
                ? "DELETE FROM %s t WHERE %s".formatted(table, found)
                : "UPDATE %s t SET %s WHERE %s"
                        .formatted(
                                table,
                                emptied.stream()
                                        .map(each -> each.column() + " = " + each.with())
                                        .collect(Collectors.joining(", ")),
                                losing());
    }

    /** Its rows as JSON, one after the other. */
    String telling() {
        return "SELECT to_jsonb(t)::text FROM %s t WHERE %s".formatted(table, found);
    }

    private String losing() {
        return emptied.isEmpty()
                ? found
                : "(%s) AND (%s)"
                        .formatted(
                                found,
                                emptied.stream()
                                        .map(each -> "t.%s IS DISTINCT FROM %s".formatted(each.column(), each.with()))
                                        .collect(Collectors.joining(" OR ")));
    }
}
