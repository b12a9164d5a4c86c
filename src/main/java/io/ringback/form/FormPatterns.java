package io.ringback.form;

import java.util.Optional;

/** The patterns that forms check texts by. */
public final class FormPatterns {

    private FormPatterns() {}

    /** What is wrong with a pattern, as the rest of a sentence; empty when the browser takes it. */
    public static Optional<String> complaint(String pattern) {
        try {
            JavaScriptPattern.of(pattern);
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }
}
