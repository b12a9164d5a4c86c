package io.ringback.exchange;

import io.ringback.platform.problem.InvalidField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a spreadsheet file that is not hidden, cell by cell as the text that it holds: a whole number as its digits,
 * however it is shown there; a day or time as {@code 2026-12-09T09:30}. A number that is not whole, or longer than the 15 digits
 * that spreadsheets keep, stays as it was stored, so that nothing takes it for a telephone number.
 */
final class XlsxFile {

    private static final int KEPT_DIGITS = 15;
    private static final int LONGEST_CELL = 32_767;
    /** The formats of days and times that have no text of their own. */
    private static final Set<Integer> DAYS =
            Set.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 36, 45, 46, 47, 50, 57);

    private static final Pattern NOT_OF_THE_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[(?!h|m|s)[^]]*]");
    private static final Pattern DAY = Pattern.compile("[dDyY]|[hH].*[mM]|[mM].*[sS]|\\[[hms]");

    private XlsxFile() {}

    static boolean isOne(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /** An old spreadsheet (.xls), or one that is encrypted. */
    static boolean isOld(byte[] file) {
        return file.length > 4 && (file[0] & 0xff) == 0xd0 && (file[1] & 0xff) == 0xcf && (file[2] & 0xff) == 0x11;
    }

    /** @throws InvalidField when it cannot be read */
    static CsvFile read(byte[] file) {
        var packed = XlsxGuard.checked(file);
        try (var book = book(packed)) {
            var sheet = sheet(book);
            try (var rows = sheet.openStream()) {
                return table(rows, sheet.getName());
            }
        } catch (IOException
                | ExcelReaderException
                | IndexOutOfBoundsException
                | NullPointerException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException e) {
            throw XlsxGuard.unreadable();
        }
    }

    /** Some programs leave out the formats, without which nothing is a day. */
    private static ReadableWorkbook book(byte[] packed) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(packed), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(new ByteArrayInputStream(packed), new ReadingOptions(false, true));
        }
    }

    private static Sheet sheet(ReadableWorkbook book) {
        return book.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseGet(book::getFirstSheet);
    }

    private static CsvFile table(Stream<Row> from, String name) {
        List<String> header = List.of();
        var rows = new ArrayList<CsvFile.Row>();
        int number = 0;
        for (Iterator<Row> each = from.iterator(); each.hasNext(); ) {
            var row = each.next();
            number = Math.max(number + 1, row.getRowNum());
            var cells = cells(row);
            if (header.isEmpty()) {
                header = cells;
            } else if (!cells.isEmpty()) {
                rows.add(new CsvFile.Row(number, cells));
            }
            CsvFile.checkSize(rows.size());
        }
        return CsvFile.of(header, rows, name);
    }

    /** Up to the last one that says something. */
    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (int index = 0; index < row.getCellCount(); index++) {
            var text = text(row.getCell(index)).strip();
            if (!text.isEmpty()) {
                CsvFile.checkWidth(index + 1);
                while (cells.size() < index) {
                    cells.add("");
                }
                cells.add(CsvFile.unguarded(text));
            }
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        var stored = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
        if (stored == null) {
            return "";
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return stored.equals("1") || stored.equalsIgnoreCase("true") ? "TRUE" : "FALSE";
        }
        var isNumber = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
        var text = isNumber ? number(cell, stored) : stored;
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    private static String number(Cell cell, String stored) {
        BigDecimal number;
        try {
            number = new BigDecimal(stored);
        } catch (NumberFormatException e) {
            return stored; // the text that a formula has come to
        }
        if (number.precision() - number.scale() > KEPT_DIGITS || number.scale() > 400) {
            return stored;
        }
        if (isDay(cell) && number.signum() >= 0) {
            return day(cell, stored);
        }
        var kept = number.round(new MathContext(KEPT_DIGITS)).stripTrailingZeros();
        return kept.scale() <= 0 ? kept.toPlainString() : kept.toString();
    }

    private static String day(Cell cell, String stored) {
        try {
            var day = cell.asDate();
            // A spreadsheet counts days and parts of days, and has no seconds that are exact.
            return day.plus(500, ChronoUnit.MILLIS)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
        } catch (DateTimeException | ExcelReaderException | IllegalStateException e) {
            return stored;
        }
    }

    private static boolean isDay(Cell cell) {
        var id = cell.getDataFormatId();
        if (id != null && DAYS.contains(id)) {
            return true;
        }
        var format = cell.getDataFormatString();
        return format != null
                && DAY.matcher(NOT_OF_THE_FORMAT.matcher(format).replaceAll("")).find();
    }
}
