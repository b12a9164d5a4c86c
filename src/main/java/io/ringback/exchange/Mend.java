package io.ringback.exchange;

import io.ringback.platform.input.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * What a cell should have said.
 *
 * @param row as a spreadsheet counts: the header is row 1
 * @param column counted from 0
 */
public record Mend(
        @PositiveOrZero int row,
        @PositiveOrZero int column,
        @NotNull @PlainText(max = 4000, multiline = true) String text) {

    /** Without the text, which may be a number or a name. */
    @Override
    public String toString() {
        return "Mend[row=%s, column=%s]".formatted(row, column);
    }
}
