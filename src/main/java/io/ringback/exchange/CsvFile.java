package io.ringback.exchange;

import io.ringback.platform.InvalidField;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file as it was sent: the names of its columns, and its rows by their number in a spreadsheet (the header is row 1).
 * Rows without anything in them are left out, but count.
 */
record CsvFile(List<String> header, List<Row> rows) {

    static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 100;

    /** @param cells without the blanks around them, and without the apostrophe of an export */
    record Row(int number, List<String> cells) {

        /** Without the cells, which may hold numbers and names. */
        @Override
        public String toString() {
            return "Row[number=%s]".formatted(number);
        }
    }

    /** @throws InvalidField when it cannot be read as CSV in UTF-8 */
    static CsvFile read(byte[] bytes) {
        var text = decoded(bytes);
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(false)
                .get();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            return read(parser);
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidField(
                    "file", "cannot be read as CSV: look for a quotation mark that is not closed", "NOT_CSV");
        }
    }

    private static CsvFile read(CSVParser parser) {
        List<String> header = List.of();
        var rows = new ArrayList<Row>();
        for (var record : parser) {
            var row = row(record);
            if (record.getRecordNumber() == 1) {
                header = row.cells();
            } else if (row.cells().stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(row);
            }
            if (rows.size() > MOST_ROWS) {
                throw new InvalidField(
                        "file", "has more than %s rows; divide it".formatted(MOST_ROWS), "TOO_MANY_ROWS");
            }
        }
        if (header.stream().allMatch(String::isEmpty)) {
            throw new InvalidField("file", "has no header: its first row must name the columns", "NO_HEADER");
        }
        return new CsvFile(header, rows);
    }

    private static Row row(CSVRecord record) {
        if (record.size() > MOST_COLUMNS) {
            throw new InvalidField("file", "has more than %s columns".formatted(MOST_COLUMNS), "TOO_MANY_COLUMNS");
        }
        return new Row(
                Math.toIntExact(record.getRecordNumber()),
                record.stream().map(cell -> Formulas.fused(cell.strip())).toList());
    }

    private static String decoded(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidField("file", "is not in UTF-8; save it as \"CSV UTF-8\"", "NOT_UTF8");
        }
    }

    /** The one that the header has most of. */
    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        var best = Separator.COMMA;
        for (var separator : Separator.values()) {
            if (count(header, separator) > count(header, best)) {
                best = separator;
            }
        }
        return best.character();
    }

    private static long count(String header, Separator separator) {
        return header.chars()
                .filter(character -> character == separator.character())
                .count();
    }
}
