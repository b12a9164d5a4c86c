package io.ringback.platform.input;

import java.nio.charset.StandardCharsets;

/** What a text may consist of. */
public final class Texts {

    private static final int REPLACEMENT = 0xfffd;

    /** The next line of old terminals, the joiner of graphemes, the fillers of Hangul, and the empty Braille pattern. */
    private static final String BLANK_LETTERS = "\u0085\u034f\u115f\u1160\u2800\u3164\uffa0";

    private Texts() {}

    /** Whether the database takes it: PostgreSQL has no room for NUL, and UTF-8 none for half a surrogate pair. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || isLoneSurrogate(c));
    }

    /** Whether there is nothing to see in it: empty, or only blanks, control spaces and characters without a shape. */
    public static boolean isBlank(CharSequence text) {
        return text.codePoints().allMatch(Texts::isBlank);
    }

    /** Likewise of a header, which is read as Latin-1 although programs may have written it in UTF-8. */
    public static boolean isBlankHeader(String value) {
        return isBlank(value)
                || isBlank(new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /**
     * Whether the text can be stored and holds no control characters, line ends and tabs aside if asked for, nor any
     * that turn around how the text beside it reads or show nothing at all.
     */
    public static boolean isPlain(String text, boolean multiline) {
        return text.codePoints().noneMatch(c -> isOdd(c) && !(multiline && (c == '\n' || c == '\r' || c == '\t')));
    }

    /** The text as one line that can be stored and shown: with a sign for each character that is not plain. */
    public static String plain(String text) {
        return text.codePoints()
                .map(c -> isOdd(c) ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The same cut to so many characters, to tell people what was sent. */
    public static String shown(String text, int longest) {
        var plain = plain(text);
        return plain.codePointCount(0, plain.length()) <= longest
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || BLANK_LETTERS.indexOf(c) >= 0;
    }

    private static boolean isOdd(int c) {
        return Character.isISOControl(c) || isLoneSurrogate(c) || turnsAround(c) || isInvisible(c);
    }

    private static boolean isLoneSurrogate(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }

    private static boolean turnsAround(int c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean isInvisible(int c) {
        return c == 0x200b || c == 0x2060 || c == 0xfeff;
    }
}
