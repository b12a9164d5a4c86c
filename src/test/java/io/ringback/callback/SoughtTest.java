package io.ringback.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How what somebody looks for is read. */
class SoughtTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Maija | maija",
                "  maija   VIRTANEN | maija virtanen",
                "Åsa | åsa",
                "A-4711 | a-4711",
                "maija maija | maija",
                "a b c d e f g h i j | a b c d e f g h",
                "ﬁne | fine",
                "ΣΊΣΥΦΟΣ | σίσυφοσ",
                "İstanbul | istanbul",
                "ÅÄÖ ŽŠ | åäö žš"
            })
    void textIsReadAsWordsInSmallLetters(String written, String words) {
        assertThat(read(written).words().stream().map(Sought.Word::text).collect(Collectors.joining(" ")))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1234, 1234",
        "040 123, 40123",
        "+358 40 123, 35840123",
        "(040) 123-45, 4012345",
        "00358 40, 35840",
        "+358 (0)40 123, 35840123",
        "0046(0)70, 4670",
        "040.123/4, 401234",
        "０４０１２, 4012",
        "000, 000",
        "0, 0"
    })
    void whatCanOnlyBeANumberIsOneWordAndItsDigits(String written, String digits) {
        assertThat(read(written).words())
                .singleElement()
                .extracting(Sought.Word::digits)
                .isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"maija 040, 40", "maija,", "a-4711,", "+,"})
    void besideOtherWordsOneMayBeANumber(String written, @Nullable String digits) {
        var words = read(written).words();

        assertThat(words.get(words.size() - 1).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u0000", "\t\n"})
    void nothingWrittenIsNothingSought(String written) {
        assertThat(read(written).isNothing()).isTrue();
    }

    @Test
    void agentsAreThoseWhoAreCalledSo() {
        var sought = Sought.read("Bo late", word -> word.equals("bo") ? List.of("bo", "bob") : List.of());

        assertThat(sought.words()).extracting(Sought.Word::agents).containsExactly(List.of("bo", "bob"), List.of());
        assertThat(sought.toString()).doesNotContain("late");
    }

    private static Sought read(String written) {
        return Sought.read(written, word -> List.of());
    }
}
