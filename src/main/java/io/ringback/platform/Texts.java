package io.ringback.platform;

/** What a text may consist of. */
public final class Texts {

    private Texts() {}

    /** Whether every surrogate has its partner, so that the text can be written in UTF-8. */
    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInvisible(int c) {
        return c == 0x200b || c == 0x2060 || c == 0xfeff;
    }

    private static boolean turnsAround(int c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }

    /**
     * Whether the text is well-formed and holds no control characters, line ends and tabs aside if asked for, nor any
     * that turn around how the text beside it reads or show nothing at all.
     */
    public static boolean isPlain(String text, boolean multiline) {
        return isWellFormed(text)
                && text.chars()
                        .noneMatch(c -> turnsAround(c)
                                || isInvisible(c)
                                || Character.isISOControl(c) && !(multiline && (c == '\n' || c == '\r' || c == '\t')));
    }
}
