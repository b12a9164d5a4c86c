package io.ringback.office.auditor;

import io.ringback.platform.problem.InvalidField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what somebody has typed into a field to look for it. */
final class Typed {

    private static final int LONGEST = 200;

    private Typed() {}

    /** Null for nothing; the beginning of what is too long. */
    static @Nullable String text(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        var text = written.replace("\u0000", "").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** @throws InvalidField for what is no id */
    static @Nullable UUID callbackId(@Nullable String written) {
        var text = text(written);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidField("callbackId", "must be the id of a callback");
        }
    }
}
