package io.ringback.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the times of a file by the same rules as those of a JSON body; and, in a file whose sender sees how they are read
 * before anything comes of it, also {@linkplain LocalTimes local ones}.
 */
@Component
class FileTimes {

    private static final String EXPECTED =
            "expected a time with offset such as 2026-03-29T12:00:00+02:00, year 2000 to 9999";

    private static final Map<String, String> MESSAGES = Map.of(
            "NOT_A_TIME",
            "expected a time such as 2026-12-09 09:30, 9.12.2026 09:30 or 2026-12-09T09:30:00+02:00, year 2000 to 9999",
            "NO_SUCH_TIME",
            "expected a day and a time of day that there are",
            "DAY_OR_MONTH",
            "expected to know whether the day or the month comes first; say so, or write 2026-12-09",
            "TIME_SKIPPED",
            "expected a time that there is: the clocks are put forward over it",
            "TIME_TWICE",
            "expected one time: this one is there twice, as the clocks are put back; give its offset");

    private final ObjectMapper json;

    FileTimes(ObjectMapper json) {
        this.json = json;
    }

    /** Only times with an offset. */
    Style exact() {
        return new Style(this, null, Map.of());
    }

    /**
     * Also local ones.
     *
     * @param zones of the lists
     */
    Style local(@Nullable DayOrder order, Map<String, ZoneId> zones) {
        return new Style(this, order, zones);
    }

    private @Nullable Instant exact(String text) {
        try {
            return json.convertValue(text, Instant.class);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * How the times of one file are read.
     *
     * @param zones those in which local times are read, by list; none of a file that may have no local times
     */
    record Style(FileTimes times, @Nullable DayOrder order, Map<String, ZoneId> zones) {

        @Nullable
        Instant read(String column, @Nullable String text, String list, int row, List<RowError> errors) {
            if (text == null) {
                return null;
            }
            var exact = times.exact(text);
            if (exact != null) {
                return exact;
            }
            var zone = zones.get(list);
            var fault = "NOT_A_TIME";
            if (zone != null) {
                var read = LocalTimes.read(text, order, zone, !column.equals("notBefore"));
                if (read.time() != null) {
                    return read.time();
                }
                fault = read.fault() == null ? fault : read.fault();
            }
            var message = zones.isEmpty() ? EXPECTED : MESSAGES.get(fault);
            errors.add(new RowError(row, column, fault, message == null ? EXPECTED : message, null));
            return null;
        }
    }
}
