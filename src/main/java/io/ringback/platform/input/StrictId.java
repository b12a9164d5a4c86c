package io.ringback.platform.input;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads an id as it was given out, and nothing that only Java takes for one, such as {@code 1-1-1-1-1}. */
final class StrictId {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private StrictId() {}

    /** @throws IllegalArgumentException when it is none */
    static UUID parse(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("not an id");
        }
        return UUID.fromString(text);
    }
}
