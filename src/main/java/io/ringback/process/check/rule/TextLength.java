package io.ringback.process.check.rule;

import java.util.Optional;

/** How long texts may be that the engine keeps in columns of its tables, and how much of a text a message quotes. */
public final class TextLength {

    /** Of names, ids, groups and the like ({@code varchar(255)}). */
    public static final int NAME = 255;

    /** Of descriptions and values ({@code varchar(4000)}). */
    public static final int TEXT = 4000;

    public static final int VERSION_TAG = 64;

    private static final int QUOTED = 80;

    private TextLength() {}

    /**
     * What is wrong with the text, as the end of a sentence about the element; empty if nothing is.
     *
     * @param what what the text is, such as {@code name}
     * @param most in characters
     */
    public static Optional<String> complaint(String what, String text, int most) {
        var length = text.codePointCount(0, text.length());
        return length <= most
                ? Optional.empty()
                : Optional.of(
                        "its %s has %s characters: %s are the most the engine can keep".formatted(what, length, most));
    }

    /** The text as a message quotes it. */
    public static String quoted(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }
}
