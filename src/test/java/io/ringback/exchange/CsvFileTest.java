package io.ringback.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.platform.InvalidField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people and programs write them. */
class CsvFileTest {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsFoundInTheHeader(String separator) {
        var file = read("a|b\n\"1|2\"|3".replace("|", separator));

        assertThat(file.header()).containsExactly("a", "b");
        assertThat(file.rows().get(0).cells()).containsExactly("1" + separator + "2", "3");
    }

    @Test
    void rowsHaveTheNumbersOfASpreadsheet() {
        var file = read("\ufeffa,b\r\n1,\"two\nlines\"\r\n\r\n ,\r\n5,6\r\n");

        assertThat(file.header()).containsExactly("a", "b");
        assertThat(file.rows())
                .containsExactly(new CsvFile.Row(2, List.of("1", "two\nlines")), new CsvFile.Row(5, List.of("5", "6")));
    }

    @Test
    void anotherEncodingIsRefusedNotGuessed() {
        assertThatThrownBy(() -> CsvFile.read("a\nMeikäläinen".getBytes(ISO_8859_1)))
                .isInstanceOf(InvalidField.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", ",,\n1,2,3", "a,b\n\"1,2", "a,b\n\"1\"x,2"})
    void whatIsNoTableIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidField.class);
    }

    @Test
    void tooManyRowsAreRefused() {
        read("a\n" + "1\n".repeat(CsvFile.MOST_ROWS));

        assertThatThrownBy(() -> read("a\n" + "1\n".repeat(CsvFile.MOST_ROWS + 1)))
                .isInstanceOf(InvalidField.class);
    }

    private static CsvFile read(String text) {
        return CsvFile.read(text.getBytes(UTF_8));
    }
}
