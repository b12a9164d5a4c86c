package io.ringback.exchange;

import io.ringback.number.PhoneNumbers;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a spreadsheet, row by row, without keeping what was written. Texts are texts, which no spreadsheet calculates, and
 * {@linkplain Formulas defused} all the same, since it may be saved as CSV; whole numbers are numbers, local times are
 * times, and telephone numbers texts, as people read them. What does not fit on a sheet goes on on the next one.
 */
final class XlsxWriter implements TableWriter {

    static final int MOST_ROWS = 1_000_000;
    private static final int AT_A_TIME = 500;
    private static final int LONGEST_CELL = 32_767;
    /** More digits than these a spreadsheet does not keep. */
    private static final long LARGEST = 999_999_999_999_999L;

    private static final double WIDTH = 20;
    private static final String TIME = "yyyy-mm-dd hh:mm:ss";

    private final Workbook book;
    private final String name;
    private final int most;
    private List<String> columns = List.of();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    XlsxWriter(OutputStream out, String name) {
        this(out, name, MOST_ROWS);
    }

    XlsxWriter(OutputStream out, String name, int most) {
        this.book = new Workbook(new Open(out), "Ringback", "1.0");
        this.name = name;
        this.most = most;
    }

    @Override
    public void head(List<String> names) throws IOException {
        columns = names.stream().map(Formulas::defused).toList();
        begin();
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        var current = row > most ? next() : current();
        for (int column = 0; column < values.size(); column++) {
            write(current, column, values.get(column));
        }
        row++;
        if (row % AT_A_TIME == 0) {
            current.flush();
        }
    }

    @Override
    public void end() throws IOException {
        current().close();
        book.finish();
    }

    private Worksheet current() throws IOException {
        return sheet == null ? begin() : sheet;
    }

    private Worksheet next() throws IOException {
        current().close();
        return begin();
    }

    private Worksheet begin() {
        sheets++;
        var begun = book.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        begun.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            begun.width(column, WIDTH);
            begun.inlineString(0, column, columns.get(column));
            begun.style(0, column).bold().set();
        }
        sheet = begun;
        row = 1;
        return begun;
    }

    private void write(Worksheet to, int column, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof Long number && Math.abs(number) <= LARGEST) {
            to.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            to.value(row, column, truth);
        } else if (value instanceof LocalDateTime time) {
            to.value(row, column, time);
            to.style(row, column).format(TIME).set();
        } else if (value instanceof PhoneNumber number) {
            to.inlineString(row, column, PhoneNumbers.readable(number.e164()));
        } else {
            to.inlineString(row, column, text(value));
        }
    }

    private static String text(Object value) {
        var text = Formulas.defused(CsvWriter.text(value));
        var kept = text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL - 1) + "…" : text;
        return kept.codePoints()
                .filter(XlsxWriter::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Which signs XML may hold. */
    private static boolean isAllowed(int sign) {
        return sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || sign >= ' ' && sign < 0xd800
                || sign >= 0xe000 && sign != 0xfffe && sign != 0xffff;
    }

    /** The answer is closed by whoever has opened it. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
