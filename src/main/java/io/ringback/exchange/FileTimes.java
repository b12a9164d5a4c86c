package io.ringback.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the times of a file by the same rules as those of a JSON body. */
@Component
class FileTimes {

    private static final String EXPECTED =
            "expected a time with offset such as 2026-03-29T12:00:00+02:00, year 2000 to 9999";

    private final ObjectMapper json;

    FileTimes(ObjectMapper json) {
        this.json = json;
    }

    @Nullable
    Instant read(String column, @Nullable String text, int row, List<RowError> errors) {
        if (text == null) {
            return null;
        }
        try {
            return json.convertValue(text, Instant.class);
        } catch (IllegalArgumentException e) {
            errors.add(new RowError(row, column, "NOT_A_TIME", EXPECTED, null));
            return null;
        }
    }
}
