package io.ringback.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.platform.problem.InvalidField;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real bytes, as programs write them. */
class FileEncodingTest {

    private static final String TEXT = "Puhelin;Nimi;Huom\r\n040 1234567;Päivi Öhman–Åkerblom;3 € ”heti”\r\n";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', UTF_8",
        "UTF-8, \ufeff, UTF_8",
        "UTF-16LE, \ufeff, UTF_16LE",
        "UTF-16BE, \ufeff, UTF_16BE",
        "UTF-16LE, '', UTF_16LE",
        "UTF-16BE, '', UTF_16BE",
        "windows-1252, '', WINDOWS_1252"
    })
    void theTextIsReadWhateverTheEncoding(String written, String mark, FileEncoding expected) {
        var bytes = (mark + TEXT).getBytes(Charset.forName(written));

        var guess = FileEncoding.guess(bytes);

        assertThat(guess).isEqualTo(expected);
        assertThat(guess.decoded(bytes)).isEqualTo(TEXT);
        var file = CsvFile.read(bytes);
        assertThat(file.header()).containsExactly("Puhelin", "Nimi", "Huom");
        assertThat(file.rows().get(0).cells()).containsExactly("040 1234567", "Päivi Öhman–Åkerblom", "3 € ”heti”");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, Grönlund",
        "ISO-8859-15, Grönlund €",
        "windows-1250, Dvořák",
        "windows-1251, Иванова",
        "windows-1257, Kalniņš",
        "IBM850, Grönlund",
        "x-MacRoman, Grönlund"
    })
    void whatWasGuessedWrongIsReadAsSomebodySays(String encoding, String name) {
        var bytes = ("phoneNumber;callerName\n0401234567;" + name).getBytes(Charset.forName(encoding));

        assertThat(CsvFile.read(bytes, encoding).rows().get(0).cells()).containsExactly("0401234567", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é", "1,2\n", "a,b\n1,2", "😀;😀", "phoneNumber\n0401234567\u001a"})
    void shortTextsAreUtf8(String text) {
        assertThat(FileEncoding.guess(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(FileEncoding.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KLINGON", "UTF-32", "UTF-7", "x"})
    void anEncodingThatIsNotOneOfOursIsRefused(String name) {
        assertThatThrownBy(() -> FileEncoding.named(name)).isInstanceOf(InvalidField.class);
    }
}
