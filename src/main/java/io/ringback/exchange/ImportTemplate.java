package io.ringback.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * A spreadsheet to begin with: the names of the columns, and one row that shows what they hold. Its cells are texts, so that
 * a number that is written into them keeps its zero.
 */
final class ImportTemplate {

    private static final List<String> COLUMNS = List.of(
            "phoneNumber", "listId", "callerName", "externalId", "notBefore", "dueAt", "expiresAt", "attr:order");
    private static final List<String> EXAMPLE =
            List.of("+358 40 1234567", "sales", "Maija Meikäläinen", "campaign-1", "", "", "", "4711");
    private static final double WIDTH = 20;
    private static final String TEXT = "@";

    private ImportTemplate() {}

    static byte[] spreadsheet() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Ringback", "1.0")) {
            var sheet = book.newWorksheet("requests");
            sheet.freezePane(0, 1);
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.width(column, WIDTH);
                sheet.style(column).format(TEXT).set();
                sheet.inlineString(0, column, COLUMNS.get(column));
                sheet.style(0, column).bold().set();
                if (!EXAMPLE.get(column).isEmpty()) {
                    sheet.inlineString(1, column, EXAMPLE.get(column));
                    sheet.style(1, column).format(TEXT).set();
                }
            }
        }
        return out.toByteArray();
    }
}
