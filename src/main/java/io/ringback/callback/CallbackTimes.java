package io.ringback.callback;

import io.ringback.platform.problem.InvalidField;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times that can be asked for: those that the database and a calendar have in common. */
public final class CallbackTimes {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private CallbackTimes() {}

    /** @throws InvalidField for a time before the year 2000 or after 9999 */
    public static @Nullable Instant checked(String field, @Nullable Instant time) {
        if (time != null && (time.isBefore(FIRST) || time.isAfter(END))) {
            throw new InvalidField(field, "must be a time with offset, year 2000 to 9999");
        }
        return time;
    }
}
