package io.ringback.exchange;

import io.ringback.platform.input.Texts;
import io.ringback.platform.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong in a file.
 *
 * @param row as a spreadsheet counts: the header is row 1
 * @param column the name of the column; empty when it is about the whole row
 * @param code names the fault, whatever the language of the page; null for one that has no name
 * @param message what is expected there, without repeating what was sent
 * @param value the beginning of what was sent there; null when nothing was, and once the import is confirmed
 */
public record RowError(
        int row,
        String column,
        @Nullable String code,
        String message,
        @Nullable String value) {

    private static final int LONGEST = 60;

    /** A message says nothing of what was sent: that is the value, which is forgotten sooner. */
    static RowError of(int row, FieldError error) {
        var message = error.value() == null ? error.message() : error.message().replace(error.value(), "see value");
        return new RowError(row, error.field(), error.code(), message, error.value());
    }

    /** That the row could not be read. */
    static RowError of(CsvFile.Row row, CsvScanner.Fault fault) {
        return new RowError(row.number(), "", fault.name(), fault.message(), null)
                .about(String.join(" ", row.cells()).strip());
    }

    /** The same with what was sent, as far as it can be shown. */
    RowError about(@Nullable String cell) {
        return new RowError(row, column, code, message, cell == null || cell.isEmpty() ? null : shown(cell));
    }

    /** The same with what stood in the cell, and what that could mean where the error tells. */
    RowError in(@Nullable String cell) {
        return value == null ? about(cell) : about("%s = %s".formatted(cell, value));
    }

    static String shown(String cell) {
        return Texts.shown(cell, LONGEST);
    }

    /** Without the value, which may be a number or a name. */
    @Override
    public String toString() {
        return "RowError[row=%s, column=%s, code=%s]".formatted(row, column, code);
    }
}
