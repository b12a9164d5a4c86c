package io.ringback.form;

import io.ringback.platform.input.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How large the answers to a form may be. What counts is what they hold, not how many fields there are. */
public final class FormAnswersSize {

    /** Keys and values together, in UTF-8 bytes. */
    public static final int MOST_BYTES = 32 * 1024;

    private static final int LONGEST_TEXT = 4_000;
    private static final int DEEPEST = 8;
    private static final int FRAME = 3; // quotes, colon or comma around a key or value

    private FormAnswersSize() {}

    /** What is too much, as the rest of a sentence; empty when the answers can be kept. */
    public static Optional<String> complaint(Map<String, Object> answers) {
        try {
            return bytes(answers, 0) > MOST_BYTES
                    ? Optional.of("must be at most %s KiB of answers together".formatted(MOST_BYTES / 1024))
                    : Optional.empty();
        } catch (TooMuch tooMuch) {
            return Optional.of(tooMuch.complaint);
        }
    }

    /** How much of {@link #MOST_BYTES} a key or a value takes. */
    public static int bytes(@Nullable Object value) {
        return bytes(value, 0);
    }

    private static int bytes(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new TooMuch("must not be more than %s levels deep".formatted(DEEPEST));
        }
        if (value instanceof Map<?, ?> map) {
            return bytes(map.keySet(), depth + 1) + bytes(map.values(), depth + 1);
        }
        if (value instanceof Collection<?> values) {
            var total = FRAME;
            for (var element : values) {
                total += bytes(element, depth + 1);
            }
            return total;
        }
        return FRAME
                + (value instanceof String text
                        ? text(text)
                        : String.valueOf(value).length());
    }

    private static int text(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new TooMuch("must hold texts of at most %s characters".formatted(LONGEST_TEXT));
        }
        if (!Texts.isPlain(text, true)) {
            throw new TooMuch("must hold texts without control characters");
        }
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String complaint;

        TooMuch(String complaint) {
            super(complaint, null, false, false);
            this.complaint = complaint;
        }
    }
}
