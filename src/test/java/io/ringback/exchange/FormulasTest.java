package io.ringback.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would take for a formula, and what it would not. */
class FormulasTest {

    private static final String SIGNS = "=+-@;,|\t\n\r '\"a1\u200b\uff1d]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+SUM(A1)",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1)",
                "  =1+1",
                "\tharmless",
                "\rharmless",
                "'=1",
                "''=1",
                "'\tharmless",
                "\u200b=1",
                "\ufeff=1",
                "\"=1",
                "\u22121 x",
                "\ufe62A1",
                "\uff1d1+1",
                "+358 40 1234567",
                "--1",
                "+1,2,3"
            })
    void whatBeginsLikeAFormulaIsDefused(String text) {
        assertThat(Formulas.defused(text)).isEqualTo("'" + text);
        assertThat(Formulas.fused("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Maija",
                "+358401234567",
                "-5",
                "+5",
                "-5.25",
                "-5,25",
                "17",
                "a=b",
                "'tis",
                "O'Hara",
                "a, -5",
                "1;-2;+3.5",
                "[1, -5]",
                "Smith, Jane - later",
                "a;'tis",
                "{\"a\":1}"
            })
    void everythingElseStaysAsItIs(String text) {
        assertThat(Formulas.defused(text)).isEqualTo(text);
        assertThat(Formulas.fused(text)).isEqualTo(text);
    }

    /** As it is opened with a separator other than its own; a caret is where an apostrophe comes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ";^=1+1",
                "a;^=1+1",
                "a,^ =1+1",
                "a|^=cmd|' /C calc'!A0",
                "a\t^=1",
                "a\n^=1",
                "a\r\n^=1",
                "^\t^=1+1",
                "^\n^=1",
                "^\r\n^@x",
                "a;^@SUM(1)",
                "a;^+1+1",
                "a;^-1-1",
                "a;^\uff1d1",
                "a\uff1b^=1",
                "a\uff0c^\uff20x",
                "a;^\"=1",
                "a;^ \u200b =1",
                "a;;^=1;^=2;b;^=3",
                "a;^'=1",
                "^=1;^=2",
                "a;-5;^-5x;b",
                "{\"a\": \"b;^=1\"}",
                "[\"a\",^ \"=b\"]",
                "a\u2028^=1",
                "a\u000b^=1"
            })
    void whatBeginsBehindAnySeparatorIsDefusedToo(String marked) {
        var text = marked.replace("^", "");

        assertThat(Formulas.defused(text)).isEqualTo(marked.replace("^", "'"));
        assertThat(Formulas.fused(Formulas.defused(text))).isEqualTo(text);
    }

    @Test
    void whateverIsTriedNoPartBeginsLikeAFormulaAndTheTextComesBack() {
        var random = new Random(17);
        for (int tried = 0; tried < 10_000; tried++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(9); length >= 0; length--) {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            var defused = Formulas.defused(text.toString());

            assertThat(Formulas.fused(defused)).isEqualTo(text.toString());
            assertThat(defused.split("[;,|\t\n\r]"))
                    .noneMatch(part -> part.matches("[ \"\u200b]*[=+@\uff1d-].*")
                            && !part.matches("[ \"\u200b]*[+-][0-9]+([.,][0-9]+)?[\\s\"\\]]*"));
        }
    }

    @Test
    void anApostropheOfSomebodysOwnIsKept() {
        assertThat(Formulas.fused("'Maija'")).isEqualTo("'Maija'");
    }
}
