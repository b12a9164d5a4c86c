package io.ringback.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Says what would become of the rows of a file, in their order: an earlier one may be what a later one is merged into. */
@Component
class Outlooks {

    private final JdbcImportedBefore callbacks;

    Outlooks(JdbcImportedBefore callbacks) {
        this.callbacks = callbacks;
    }

    /** For one file, from its first row on. */
    OfAFile ofAFile() {
        return new OfAFile();
    }

    /** Remembers the rows that were before. */
    final class OfAFile {

        private final Set<Pair> known = new HashSet<>();
        private final Set<Pair> open = new HashSet<>();

        /** Of those of the next rows that have no errors, by their number. */
        Map<Integer, Outlook> next(List<CheckedRow> rows) {
            var valid = rows.stream().filter(CheckedRow::isValid).toList();
            known.addAll(callbacks.known(valid.stream().map(Outlooks::id).toList()));
            open.addAll(callbacks.open(valid.stream().map(Outlooks::place).toList()));
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
