package io.ringback.exchange;

import io.ringback.number.PhoneNumbers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV as in RFC 4180, in UTF-8. Texts are {@linkplain Formulas defused}. For spreadsheets it begins with a byte
 * order mark, by which they know the encoding, and telephone numbers are written with blanks as people read them
 * ({@code +358 40 1234567}): so they stay texts, while {@code +358401234567} would be shown as 3.58E+11.
 */
final class CsvWriter implements TableWriter {

    /** Every spreadsheet takes it for a time, whatever its language. */
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final CSVPrinter printer;
    private final boolean forSpreadsheets;

    CsvWriter(OutputStream out, Separator separator, boolean forSpreadsheets) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 14);
        if (forSpreadsheets) {
            writer.write(BYTE_ORDER_MARK);
        }
        this.forSpreadsheets = forSpreadsheets;
        this.printer = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator.character())
                .get()
                .print(writer);
    }

    @Override
    public void head(List<String> columns) throws IOException {
        printer.printRecord(columns.stream().map(Formulas::defused).toList());
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        List<@Nullable Object> cells = new ArrayList<>(values.size());
        for (var value : values) {
            cells.add(cell(value));
        }
        printer.printRecord(cells);
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }

    private @Nullable Object cell(@Nullable Object value) {
        if (value instanceof PhoneNumber number) {
            return forSpreadsheets ? PhoneNumbers.readable(number.e164()) : number.e164();
        }
        return value == null || value instanceof Number || value instanceof Boolean
                ? value
                : Formulas.defused(text(value));
    }

    /** A value that is neither a number nor a telephone number, as people and programs read it. */
    static String text(Object value) {
        if (value instanceof JsonText json) {
            return json.text();
        }
        if (value instanceof LocalDateTime time) {
            return LOCAL.format(time);
        }
        return value instanceof List<?> texts
                ? String.join(" ", texts.stream().map(String::valueOf).toList())
                : value.toString();
    }
}
