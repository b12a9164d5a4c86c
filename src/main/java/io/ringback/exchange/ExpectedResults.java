package io.ringback.exchange;

import io.ringback.intake.KnownExternalId;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.platform.problem.InvalidField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what would become of the rows of a file, in their order: an earlier one may be what a later one is merged into. */
@Component
class ExpectedResults {

    private final JdbcImportedBefore callbacks;
    private final Lists lists;

    ExpectedResults(JdbcImportedBefore callbacks, Lists lists) {
        this.callbacks = callbacks;
        this.lists = lists;
    }

    /** For one file, from its first row on. */
    OfAFile ofAFile() {
        return new OfAFile();
    }

    /** Remembers the rows that were before. */
    final class OfAFile {

        private final Map<Pair, KnownExternalId> last = new HashMap<>();
        private final Set<Pair> open = new HashSet<>();

        /** The next rows, each without errors with what would become of it, or with the error that its external id is. */
        List<CheckedRow> next(List<CheckedRow> rows) {
            var valid = rows.stream().filter(CheckedRow::isValid).toList();
            callbacks.last(valid.stream().map(ExpectedResults::id).toList()).forEach(last::putIfAbsent);
            open.addAll(
                    callbacks.open(valid.stream().map(ExpectedResults::place).toList()));
            var byId = lists.all().stream().collect(Collectors.toMap(CallbackList::id, Function.identity()));
            return rows.stream()
                    .map(row -> row.isValid() ? seen(row, byId.get(row.request().listId())) : row)
                    .toList();
        }

        private CheckedRow seen(CheckedRow row, @Nullable CallbackList list) {
            var number = Objects.requireNonNull(row.phoneNumber());
            var before = last.get(id(row));
            try {
                if (before != null && list != null && before.isSentAgain(list, number)) {
                    return row.with(ExpectedResult.ALREADY_THERE);
                }
            } catch (InvalidField refusal) {
                return row.refused(refusal);
            }
            last.put(id(row), new KnownExternalId(row.request().listId(), number, true));
            return row.with(open.add(place(row)) ? ExpectedResult.NEW : ExpectedResult.MERGE);
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
