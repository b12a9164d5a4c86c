package io.ringback.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.exchange.CsvScanner.Fault;
import io.ringback.platform.problem.InvalidField;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people and programs write them. */
@Tag("long")
class CsvFileTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsFoundInTheHeader(String separator) {
        var file = read("a^b\n\"1^2\"^3".replace("^", separator));

        assertThat(file.header()).containsExactly("a", "b");
        assertThat(file.rows().get(0).cells()).containsExactly("1" + separator + "2", "3");
    }

    /** In what is expected a slash stands between cells, a caret between lines. */
    static List<Arguments> files() {
        return List.of(
                file("phoneNumber;\"attr:street, zip, city\"\n1;\"a, b\"", "phoneNumber/attr:street, zip, city^1/a, b"),
                file("phoneNumber;attr:street, zip, city\n1;a, b", "phoneNumber/attr:street, zip, city^1/a, b"),
                file("\"attr:a;b;c\",phoneNumber\nx,1", "attr:a;b;c/phoneNumber^x/1"),
                file("phoneNumber|listId\n1|a,b;c", "phoneNumber/listId^1/a,b;c"),
                file("phoneNumber\n1", "phoneNumber^1"),
                file("phoneNumber,\"attr:street\nand zip\"\r\n1,x\r\n", "phoneNumber/attr:street\nand zip^1/x"),
                file("sep=;\nphoneNumber;callerName\n1;a,b", "phoneNumber/callerName^1/a,b"),
                file("\ufeffsep=;\r\nphoneNumber;callerName\r\n1;a", "phoneNumber/callerName^1/a"),
                file("\"sep=;\"\nphoneNumber;callerName\n1;a", "phoneNumber/callerName^1/a"),
                file("SEP=,\nphoneNumber,callerName\n1,a;b", "phoneNumber/callerName^1/a;b"),
                file("sep=\t\nphoneNumber\tcallerName\n1\ta", "phoneNumber/callerName^1/a"),
                file("sep=^\nphoneNumber^callerName\n1^a", "phoneNumber/callerName^1/a"),
                file("phoneNumber, \"callerName\"\n1, \"Matti; M\"", "phoneNumber/callerName^1/Matti; M"),
                file("phoneNumber;callerName\n \"1\" ;\t\"a\" ", "phoneNumber/callerName^1/a"),
                file("a,b\r1,2\r3,4", "a/b^1/2^3/4"),
                file("a,b\n1,2\r\n3,4\r5,6", "a/b^1/2^3/4^5/6"),
                file("a;b;\n1;2;\n", "a/b/^1/2/"),
                file("a;b;;;\n1;2;;;\n", "a/b///^1/2///"),
                file("a,b,c\n1\n2,3\n", "a/b/c^1^2/3"),
                file("\n\na,b\n1,2", "a/b^1/2"),
                file("a,b\n1,2\n\u001a", "a/b^1/2"),
                file("a,b\n1,2\n\0\0\0", "a/b^1/2"),
                file("a,b\n1,5\" pipe", "a/b^1/5\" pipe"),
                file("a,b\n1,\"say \"\"hi\"\"\"", "a/b^1/say \"hi\""),
                file("a,b\n1,\"\"", "a/b^1/"),
                file("a,b\n=\"0401\",\"=\"\"00\"\"\"", "a/b^0401/00"),
                file("a,b\n'=1,'tis", "a/b^=1/'tis"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatSpreadsheetsWriteIsReadAsTheyShowIt(String text, String expected) {
        var file = read(text);

        var lines = Arrays.asList(expected.split("\\^"));
        assertThat(String.join("/", file.header())).isEqualTo(lines.get(0));
        assertThat(file.rows())
                .extracting(row -> String.join("/", row.cells()))
                .containsExactlyElementsOf(lines.subList(1, lines.size()));
        assertThat(file.rows()).allMatch(row -> row.fault() == null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n\"Matti\" M,4\n5,6",
                "a,b\n1,2\n3,\"Matti\" M\n5,6",
                "a,b\n1,2\n\"Matti\" \"M\",4\n5,6",
                "a,b\n1,2\n\"a\"b\"c\",4\n5,6",
                "a,b\r\n1,2\r\n\"Matti\"M,4\r\n5,6\r\n"
            })
    void textBehindAQuotedCellSpoilsItsOwnRow(String text) {
        assertThat(read(text).rows())
                .extracting(row -> row.number() + " " + row.fault())
                .containsExactly("2 null", "3 TEXT_AFTER_QUOTE", "4 null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n3,\"Matti\n5,6",
                "a,b\n1,2\n\"Matti,4\n5,6",
                "a,b\n1,2\n\"Matti,4\n\"5\",6",
                "a,b\n1,2\n3,\"Matti\n5,\"six\"",
                "a,b\r1,2\r3,\"Matti\r5,6"
            })
    void aLoneQuotationMarkDoesNotSwallowTheRowsBelow(String text) {
        assertThat(read(text).rows())
                .extracting(row -> row.number() + " " + row.fault())
                .containsExactly("2 null", "3 QUOTE_NOT_CLOSED", "4 null");
    }

    @Test
    void aLoneQuotationMarkThatAnotherOneFarBelowWouldCloseDoesNotEither() {
        var file = read("a,b\n1,\"lone\n" + "2,3\n".repeat(2_000) + "4,x\"\n");

        assertThat(file.rows()).hasSize(2_002);
        assertThat(file.rows().get(0).fault()).isEqualTo(Fault.QUOTE_NOT_CLOSED);
        assertThat(file.rows().get(1)).isEqualTo(new CsvFile.Row(3, List.of("2", "3")));
    }

    @Test
    void rowsHaveTheNumbersOfASpreadsheet() {
        var file = read("\ufeffa,b\r\n1,\"two\nlines\"\r\n\r\n ,\r\n5,6\r\n");

        assertThat(file.header()).containsExactly("a", "b");
        assertThat(file.rows())
                .containsExactly(new CsvFile.Row(2, List.of("1", "two\nlines")), new CsvFile.Row(5, List.of("5", "6")));
    }

    @Test
    void theLineWithTheSeparatorCountsNoMoreThanInASpreadsheet() {
        assertThat(read("sep=;\na;b\n1;2").rows().get(0).number()).isEqualTo(2);
    }

    @Test
    void unicodeTextOfSpreadsheetsIsReadByItsMark() {
        for (var encoding : List.of(UTF_16LE, UTF_16BE)) {
            var file = CsvFile.read("\ufeffa\tb\r\nÄ\t2\r\n".getBytes(encoding));

            assertThat(file.header()).containsExactly("a", "b");
            assertThat(file.rows().get(0).cells()).containsExactly("Ä", "2");
        }
    }

    @Test
    void anotherEncodingThanWhatWasSaidIsRefused() {
        assertThatThrownBy(() -> CsvFile.read("a\nMeikäläinen".getBytes(ISO_8859_1), "UTF-8"))
                .isInstanceOf(InvalidField.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", ",,\n1,2,3", "\"a,b\n1,2", "\"a\"x,b\n1,2", "sep=;", "sep=;\n", "\0", "a\0,b\n1,2"})
    void whatIsNoTableIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidField.class);
    }

    @Test
    void tooManyRowsOrColumnsAreRefused() {
        read("a\n" + "1\n".repeat(CsvFile.MOST_ROWS));

        assertThatThrownBy(() -> read("a\n" + "1\n".repeat(CsvFile.MOST_ROWS + 1)))
                .isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> read("a\n" + ",".repeat(100) + "1")).isInstanceOf(InvalidField.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\n", "\"", "\n", "a\"\"\n\"", "\r", "\"\n\"x"})
    @Timeout(120)
    void fiveMegabytesOfAnythingAreReadInASecondOrTwo(String piece) {
        var text = "a\n" + piece.repeat(5_000_000 / piece.length());

        try {
            read(text);
        } catch (InvalidField refused) {
            assertThat(refused.errors()).isNotEmpty();
        }
    }

    private static Arguments file(String text, String expected) {
        return Arguments.of(text, expected);
    }

    private static CsvFile read(String text) {
        return CsvFile.read(text.getBytes(UTF_8));
    }
}
