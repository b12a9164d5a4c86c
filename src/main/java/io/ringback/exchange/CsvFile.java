package io.ringback.exchange;

import io.ringback.platform.problem.InvalidField;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was sent: the names of its columns, and its rows by their number in a spreadsheet (the header is row 1).
 * Rows without anything in them are left out, but count.
 *
 * @param sheet of a spreadsheet the one that was read; null for CSV
 */
record CsvFile(
        List<String> header, List<Row> rows, @Nullable String sheet) {

    static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 100;

    /** How spreadsheets are kept from taking a text for a number; what is in it is the text. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"((?:[^\"]|\"\")*)\"");

    /**
     * @param cells without the blanks around them, and without what keeps spreadsheets from calculating them
     * @param fault why the cells are not what was meant; null for a row that could be read
     */
    record Row(int number, List<String> cells, CsvScanner.@Nullable Fault fault) {

        Row(int number, List<String> cells) {
            this(number, cells, null);
        }

        /** Without the cells, which may hold numbers and names. */
        @Override
        public String toString() {
            return "Row[number=%s]".formatted(number);
        }
    }

    /** @throws InvalidField when it can be read neither as CSV nor as a spreadsheet */
    static CsvFile read(byte[] bytes) {
        return read(bytes, null);
    }

    /**
     * @param encoding of CSV; null to guess it
     * @throws InvalidField when it can be read neither as CSV nor as a spreadsheet
     */
    static CsvFile read(byte[] bytes, @Nullable String encoding) {
        if (XlsxFile.isOne(bytes)) {
            return XlsxFile.read(bytes);
        }
        if (XlsxFile.isOld(bytes)) {
            throw new InvalidField("file", "is an old or protected spreadsheet; save it as .xlsx or CSV", "OLD_XLS");
        }
        return table(CsvText.of(bytes, FileEncoding.of(bytes, encoding), Headings::isKnown));
    }

    private static CsvFile table(CsvText text) {
        var scanner = new CsvScanner(text.table(), text.separator());
        List<String> header = List.of();
        var rows = new ArrayList<Row>();
        int number = 0;
        for (var line = scanner.next(); line != null; line = scanner.next()) {
            number++;
            if (header.isEmpty()) {
                header = line.isEmpty() ? header : header(line);
            } else if (line.fault() != null || line.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(row(number, line));
            }
            checkSize(rows.size());
        }
        return of(header, rows, null);
    }

    /** @throws InvalidField when nothing names the columns */
    static CsvFile of(List<String> header, List<Row> rows, @Nullable String sheet) {
        if (header.stream().allMatch(String::isEmpty)) {
            throw new InvalidField("file", "has no header: its first row must name the columns", "NO_HEADER");
        }
        return new CsvFile(header, rows, sheet);
    }

    static void checkSize(int rows) {
        if (rows > MOST_ROWS) {
            throw new InvalidField("file", "has more than %s rows; divide it".formatted(MOST_ROWS), "TOO_MANY_ROWS");
        }
    }

    static void checkWidth(int columns) {
        if (columns > MOST_COLUMNS) {
            throw new InvalidField("file", "has more than %s columns".formatted(MOST_COLUMNS), "TOO_MANY_COLUMNS");
        }
    }

    private static List<String> header(CsvScanner.Line line) {
        if (line.fault() != null) {
            throw new InvalidField(
                    "file",
                    "cannot be read as CSV: its header %s"
                            .formatted(line.fault().message()),
                    "NOT_CSV");
        }
        if (line.cells().stream().anyMatch(cell -> cell.indexOf(0) >= 0)) {
            throw new InvalidField("file", "is not in UTF-8; save it as \"CSV UTF-8\"", "NOT_UTF8");
        }
        return row(1, line).cells();
    }

    private static Row row(int number, CsvScanner.Line line) {
        checkWidth(line.cells().size());
        return new Row(
                number,
                line.cells().stream().map(cell -> unguarded(cell.strip())).toList(),
                line.fault());
    }

    static String unguarded(String cell) {
        var kept = KEPT_AS_TEXT.matcher(cell);
        return kept.matches() ? kept.group(1).replace("\"\"", "\"").strip() : Formulas.fused(cell);
    }
}
