package io.ringback.support;

/** JSON as a test writes it: with single quotes. */
public final class Json {

    private Json() {}

    /** @param args for the {@code %s} of the text, taken as they are */
    public static String json(String text, Object... args) {
        return text.replace('\'', '"').formatted(args);
    }
}
