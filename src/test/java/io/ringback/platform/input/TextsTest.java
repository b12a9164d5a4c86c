package io.ringback.platform.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Maija Mäkelä", "O’Neill & Söhne <Ltd>", "王小明", "\uD83D\uDCDE call me"})
    void whatPeopleWriteIsPlain(String text) {
        assertThat(Texts.isPlain(text, false)).isTrue();
        assertThat(Texts.plain(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u001bb", "a\u202eb", "a\u2066b", "a\u200bb", "a\ufeffb", "a\ud83db", "a\udcdeb"})
    void whatCannotBeStoredOrMisleadsTheReaderIsNot(String text) {
        assertThat(Texts.isPlain(text, false)).isFalse();
        assertThat(Texts.isPlain(text, true)).isFalse();
        assertThat(Texts.plain(text)).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n\f",
                "\u0085",
                "\u00a0",
                "\u1680",
                "\u2003",
                "\u2028",
                "\u202f",
                "\u205f",
                "\u3000",
                "\u200b",
                "\u200e",
                "\u2060",
                "\ufeff",
                "\u00ad",
                "\u2800",
                "\u3164",
                "\u115f \u00a0"
            })
    void whatShowsNothingIsBlank(String text) {
        assertThat(Texts.isBlank(text)).isTrue();
        assertThat(Texts.isBlankHeader(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " .", "\u00a0-", "0", "\u0301", "\uD83D\uDCDE", "ー", "\u0007", "\u0000"})
    void whatShowsSomethingIsNot(String text) {
        assertThat(Texts.isBlank(text)).isFalse();
    }

    @Test
    void linesArePlainOnlyWhereThereMayBeSeveral() {
        assertThat(Texts.isPlain("one\ntwo\r\n\tthree", true)).isTrue();
        assertThat(Texts.isPlain("one\ntwo", false)).isFalse();
        assertThat(Texts.plain("one\ntwo")).isEqualTo("one\uFFFDtwo");
    }

    @Test
    void theDatabaseTakesNeitherNulNorHalfACharacter() {
        assertThat(Texts.isStorable("\u001b \uD83D\uDCDE")).isTrue();
        assertThat(Texts.isStorable("a\0b")).isFalse();
        assertThat(Texts.isStorable("a\uD83Db")).isFalse();
    }
}
