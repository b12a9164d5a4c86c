package io.ringback.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.platform.problem.InvalidField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreadsheets, read cell by cell and written row by row. */
class XlsxFileTest {

    @Test
    void cellsAreReadAsWhatTheyHold() {
        var file = CsvFile.read(Sheets.with(sheet -> {
            sheet.value(0, 0, "Puhelin");
            sheet.value(0, 1, "Nimi");
            sheet.value(0, 2, "Aika");
            sheet.value(0, 3, "Päivä");
            sheet.value(0, 4, "Muu");
            sheet.value(1, 0, 401234567L);
            sheet.value(1, 1, " Päivi ");
            sheet.value(1, 2, LocalDateTime.of(2026, 12, 9, 9, 30));
            sheet.style(1, 2).format("d.m.yyyy h:mm").set();
            sheet.value(1, 3, LocalDate.of(2026, 12, 9));
            sheet.style(1, 3).format("yyyy-mm-dd").set();
            sheet.value(1, 4, true);
            sheet.value(3, 0, "'=1+1");
            sheet.value(3, 4, 12.5);
        }));

        assertThat(file.sheet()).isEqualTo("Calls");
        assertThat(file.header()).containsExactly("Puhelin", "Nimi", "Aika", "Päivä", "Muu");
        assertThat(file.rows())
                .containsExactly(
                        new CsvFile.Row(
                                2, List.of("401234567", "Päivi", "2026-12-09T09:30", "2026-12-09T00:00", "TRUE")),
                        new CsvFile.Row(4, List.of("=1+1", "", "", "", "12.5")));
    }

    @ParameterizedTest
    @CsvSource({
        "401234567, 401234567",
        "4.01234567E8, 401234567",
        "358401234567, 358401234567",
        "3.58401234567E11, 358401234567",
        "401234567.0, 401234567",
        "12.5, 12.5",
        "0.30000000000000004, 0.3",
        "3.58E+20, 3.58E+20",
        "1234567890123456, 1234567890123456",
        "12345678901234567, 12345678901234567",
        "1E-7, 1E-7",
        "-5, -5",
        "abc, abc"
    })
    void aNumberIsItsDigitsAsFarAsASpreadsheetKeepsThem(String stored, String expected) {
        var file = CsvFile.read(Sheets.raw(
                Sheets.rows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"%s\"><v>%s</v></c></row>"
                                .formatted(stored.equals("abc") ? "str" : "n", stored))));

        assertThat(file.rows().get(0).cells()).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"A2\" t=\"d\"><v>2026-12-09T09:30</v></c>",
                "<c r=\"A2\" s=\"0\" t='d'><v>2026-12-09T09:30</v></c>",
                "<c t=\"d\" r=\"A2\"><v>2026-12-09T09:30</v></c>"
            })
    void aDayThatIsStoredAsATextIsThatText(String cell) {
        var file = CsvFile.read(Sheets.raw(
                Sheets.rows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Aika ä t=\"d\"</t></is></c></row>"
                        + "<row r=\"2\">%s</row>".formatted(cell))));

        assertThat(file.header()).containsExactly("Aika ä t=\"d\"");
        assertThat(file.rows().get(0).cells()).containsExactly("2026-12-09T09:30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"AAAA1\"><v>1</v></c></row>",
                "<row r=\"99999999999\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>",
                "<row r=\"1\"><c r=\"!\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"z\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"",
                ""
            })
    void whatIsNoSpreadsheetIsRefusedAndNotFollowed(String rows) {
        assertThatThrownBy(() -> CsvFile.read(Sheets.raw(Sheets.rows(rows)))).isInstanceOf(InvalidField.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">"
            })
    void aDocumentTypeIsRefused(String type) {
        var sheet = type
                + Sheets.rows("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>b</v></c></row>");

        assertThatThrownBy(() -> CsvFile.read(Sheets.raw(sheet)))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo("NOT_XLSX"));
    }

    @Test
    void whatGrowsTooLargeWhenItIsUnpackedIsRefused() {
        var bomb = Sheets.zip(Map.of("xl/worksheets/sheet1.xml", " ".repeat(XlsxGuard.MOST_BYTES + 1)));
        var many = new HashMap<String, String>();
        IntStream.rangeClosed(0, XlsxGuard.MOST_PARTS + 1).forEach(part -> many.put("a" + part + ".xml", "<a/>"));

        assertThat(bomb.length).isLessThan(1 << 20);
        for (var file : List.of(bomb, Sheets.zip(many))) {
            assertThatThrownBy(() -> CsvFile.read(file))
                    .isInstanceOfSatisfying(
                            InvalidField.class,
                            refusal ->
                                    assertThat(refusal.errors().get(0).code()).isEqualTo("XLSX_TOO_LARGE"));
        }
    }

    @Test
    void anOldOrProtectedSpreadsheetIsCalledThat() {
        var old = new byte[600];
        System.arraycopy(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 0, old, 0, 4);

        assertThatThrownBy(() -> CsvFile.read(old))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo("OLD_XLS"));
    }

    @Test
    void tooManyRowsOrColumnsAreRefusedAsInCsv() {
        var rows = IntStream.rangeClosed(1, CsvFile.MOST_ROWS + 2)
                .mapToObj(row -> "<row r=\"%1$s\"><c r=\"A%1$s\"><v>1</v></c></row>".formatted(row))
                .collect(Collectors.joining());

        refused("TOO_MANY_ROWS", Sheets.rows(rows));
        refused("TOO_MANY_COLUMNS", Sheets.rows("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"));
    }

    private static void refused(String code, String sheet) {
        assertThatThrownBy(() -> CsvFile.read(Sheets.raw(sheet)))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo(code));
    }

    @Test
    void whatIsWrittenIsReadAgainAndNothingInItIsAFormula() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = new XlsxWriter(out, "callbacks", 2);
        writer.head(List.of("phoneNumber", "callerName", "at (Europe/Helsinki)", "n", "ok"));
        for (var name : List.of("=HYPERLINK(\"x\")", "Päivi\u0001\ufffe 😀", "@SUM(1)", "-5")) {
            writer.row(Arrays.asList(
                    new TableWriter.PhoneNumber("+358401234567"),
                    name,
                    LocalDateTime.of(2026, 12, 9, 9, 30),
                    7L,
                    true));
        }
        writer.row(Arrays.asList(null, null, null, Long.MAX_VALUE, Duration.ofHours(1)));
        writer.end();

        var file = CsvFile.read(out.toByteArray());

        assertThat(file.header()).containsExactly("phoneNumber", "callerName", "at (Europe/Helsinki)", "n", "ok");
        assertThat(file.rows()).hasSize(2);
        assertThat(file.rows().get(0).cells())
                .containsExactly("+358 40 1234567", "=HYPERLINK(\"x\")", "2026-12-09T09:30", "7", "TRUE");
        assertThat(file.rows().get(1).cells().get(1)).isEqualTo("Päivi 😀");
        assertThat(new String(out.toByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("xl/worksheets/sheet3.xml");
    }

    @Test
    void theTemplateIsReadByItsOwnNames() throws IOException {
        var file = CsvFile.read(ImportTemplate.spreadsheet());

        assertThat(LayoutGuess.of(file, FileLayout.EXACT, Map.of(), false).isCertain())
                .isTrue();
        assertThat(file.rows()).hasSize(1);
    }
}
