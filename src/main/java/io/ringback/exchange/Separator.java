package io.ringback.exchange;

/** What stands between the cells of a line. */
public enum Separator {
    COMMA(','),
    /** What spreadsheets expect where the comma is for decimals, as in Finland and Sweden. */
    SEMICOLON(';'),
    TAB('\t');

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }
}
