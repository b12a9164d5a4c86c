package io.ringback.exchange;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table, row by row. Values are texts, whole numbers, truth values, {@link java.time.Instant}s,
 * {@link java.time.Duration}s, lists of texts, {@link JsonText}s, {@link Answers}, {@link PhoneNumber}s, or null.
 */
interface TableWriter {

    void head(List<String> columns) throws IOException;

    void row(List<@Nullable Object> values) throws IOException;

    void end() throws IOException;

    /** A value that is JSON already. */
    record JsonText(String text) {}

    /** How a call was classified: answers by key, as JSON. */
    record Answers(String json) {

        /** Without the answers, which belong in no log. */
        @Override
        public String toString() {
            return "Answers";
        }
    }

    /** A telephone number in E.164. */
    record PhoneNumber(String e164) {

        /** Without the number, which belongs in no log. */
        @Override
        public String toString() {
            return "PhoneNumber";
        }
    }
}
