package io.ringback.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through CSV line by line as spreadsheets do: quoted cells may hold separators, quotation marks (doubled) and line
 * ends; lines end with CR, LF or both. A quotation mark in the wrong place spoils its own line only, and is told with it.
 * A quoted cell that runs over line ends and is then not followed by the next cell, or grows longer than any cell may be,
 * is one whose end was forgotten: reading goes on at the line after its beginning.
 */
final class CsvScanner {

    private static final int LONGEST_OVER_LINES = 4000;
    private static final int END = -1;

    private final String text;
    private final char separator;
    private int at;
    private List<String> cells = new ArrayList<>();
    private @Nullable Fault fault;

    CsvScanner(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** What is wrong with a line; the names are codes of {@link RowError}s. */
    enum Fault {
        TEXT_AFTER_QUOTE("has text behind a closing quotation mark; double the quotation marks within a cell"),
        QUOTE_NOT_CLOSED("has a quotation mark that is not closed");

        private final String message;

        Fault(String message) {
            this.message = message;
        }

        String message() {
            return message;
        }
    }

    /**
     * @param cells as they are between quotation marks or separators; of a line with a fault, what could be read
     */
    record Line(List<String> cells, @Nullable Fault fault) {

        boolean isEmpty() {
            return cells.size() == 1 && cells.get(0).isBlank();
        }

        /** Without the cells, which may hold numbers and names. */
        @Override
        public String toString() {
            return "Line[fault=%s]".formatted(fault);
        }
    }

    /** Null at the end of the text. */
    @Nullable
    Line next() {
        if (at >= text.length()) {
            return null;
        }
        cells = new ArrayList<>();
        fault = null;
        boolean more = true;
        while (more) {
            more = cell();
        }
        return new Line(cells, fault);
    }

    /** False when it was the last one of its line. */
    private boolean cell() {
        var begin = at;
        skipBlanks();
        if (sign() == '"') {
            return quoted(at);
        }
        at = begin;
        return rest(at);
    }

    /** The cell as it is written, from there on. */
    private boolean rest(int begin) {
        while (!isEndOfCell()) {
            at++;
        }
        cells.add(text.substring(begin, at));
        return goesOn();
    }

    private boolean quoted(int quote) {
        var cell = new StringBuilder();
        boolean overLines = false;
        at = quote + 1;
        while (sign() != END && !isEndOfQuoted()) {
            overLines |= isLineEnd();
            if (overLines && cell.length() > LONGEST_OVER_LINES) {
                return notClosed(quote);
            }
            cell.append((char) sign());
            at += sign() == '"' ? 2 : 1;
        }
        if (sign() == END) {
            return notClosed(quote);
        }
        at++;
        skipBlanks();
        if (isEndOfCell()) {
            cells.add(cell.toString());
            return goesOn();
        }
        if (overLines) {
            return notClosed(quote);
        }
        fault = Fault.TEXT_AFTER_QUOTE;
        return rest(quote);
    }

    private boolean notClosed(int quote) {
        fault = Fault.QUOTE_NOT_CLOSED;
        at = quote;
        while (sign() != END && !isLineEnd()) {
            at++;
        }
        cells.add(text.substring(quote, at));
        return goesOn();
    }

    private boolean goesOn() {
        if (sign() == END) {
            return false;
        }
        var more = sign() == separator;
        at += text.startsWith("\r\n", at) ? 2 : 1;
        if (more && at == text.length()) {
            cells.add("");
            return false;
        }
        return more;
    }

    private boolean isEndOfQuoted() {
        return sign() == '"' && !(at + 1 < text.length() && text.charAt(at + 1) == '"');
    }

    private boolean isEndOfCell() {
        return sign() == END || sign() == separator || isLineEnd();
    }

    private boolean isLineEnd() {
        return sign() == '\n' || sign() == '\r';
    }

    private void skipBlanks() {
        while (sign() != separator && (sign() == ' ' || sign() == '\t' || sign() == '\u00a0')) {
            at++;
        }
    }

    private int sign() {
        return at < text.length() ? text.charAt(at) : END;
    }
}
