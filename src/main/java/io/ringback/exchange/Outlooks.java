package io.ringback.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Says what would become of the rows of a file, in their order: an earlier one may be what a later one is merged into. */
@Component
class Outlooks {

    private final JdbcImportedBefore callbacks;

    Outlooks(JdbcImportedBefore callbacks) {
        this.callbacks = callbacks;
    }

    /** Of the rows without errors, by their number. */
    Map<Integer, Outlook> of(List<CheckedRow> rows) {
        var valid = rows.stream().filter(CheckedRow::isValid).toList();
        var known =
                new HashSet<>(callbacks.known(valid.stream().map(Outlooks::id).toList()));
        var open =
                new HashSet<>(callbacks.open(valid.stream().map(Outlooks::place).toList()));
        var outlooks = new TreeMap<Integer, Outlook>();
        for (var row : valid) {
            if (!known.add(id(row))) {
                outlooks.put(row.number(), Outlook.ALREADY_THERE);
            } else {
                outlooks.put(row.number(), open.add(place(row)) ? Outlook.NEW : Outlook.MERGE);
            }
        }
        return outlooks;
    }

    private static Pair id(CheckedRow row) {
        return new Pair(
                row.request().source().name(),
                Objects.requireNonNull(row.request().externalId()));
    }

    private static Pair place(CheckedRow row) {
        return new Pair(row.request().listId(), Objects.requireNonNull(row.phoneNumber()));
    }

    /** A source with an external id, or a list with a number. */
    record Pair(String first, String second) {

        /** Without what may be a number. */
        @Override
        public String toString() {
            return "Pair[%s]".formatted(first);
        }
    }
}
