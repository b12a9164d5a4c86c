package io.ringback.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would take for a formula, and what it would not. */
class FormulasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+SUM(A1)",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1)",
                "  =1+1",
                "\t=1+1",
                "\tharmless",
                "\rharmless",
                "\n=1",
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
                "{\"a\":1}"
            })
    void everythingElseStaysAsItIs(String text) {
        assertThat(Formulas.defused(text)).isEqualTo(text);
        assertThat(Formulas.fused(text)).isEqualTo(text);
    }

    @Test
    void anApostropheOfSomebodysOwnIsKept() {
        assertThat(Formulas.fused("'Maija'")).isEqualTo("'Maija'");
    }
}
