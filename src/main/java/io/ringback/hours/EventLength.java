package io.ringback.hours;

import io.ringback.hours.ImportedDays.Reason;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many whole days an event lasts; 0 for one that ends where it begins. */
final class EventLength {

    /** The last minute or second of a day: how some programs write its end. */
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private static final Pattern DURATION = Pattern.compile(
            "\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,8})S)?)?",
            Pattern.CASE_INSENSITIVE);
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private EventLength() {}

    /** @throws SkippedEvent for a duration that is none, or no whole days */
    static int days(String duration) {
        var found = DURATION.matcher(duration.strip());
        if (!found.matches() || duration.strip().replace("+", "").length() < 3) {
            throw new SkippedEvent(Reason.UNREADABLE);
        }
        var seconds = number(found.group(1)) * 7 * DAY
                + number(found.group(2)) * DAY
                + number(found.group(3)) * HOUR
                + number(found.group(4)) * MINUTE
                + number(found.group(5));
        if (seconds % DAY != 0) {
            throw new SkippedEvent(Reason.NOT_WHOLE_DAYS);
        }
        return checked(seconds / DAY);
    }

    /** From a beginning to an end by the same clock; 0 for an end that is the beginning. */
    static int between(LocalDateTime begin, LocalDateTime end) {
        if (end.isBefore(begin)) {
            throw new SkippedEvent(Reason.UNREADABLE);
        }
        var last = end.toLocalTime().isBefore(LAST_MINUTE)
                ? end
                : end.toLocalDate().plusDays(1).atStartOfDay();
        if (!begin.toLocalTime().equals(last.toLocalTime())) {
            throw new SkippedEvent(Reason.NOT_WHOLE_DAYS);
        }
        return checked(ChronoUnit.DAYS.between(begin, last));
    }

    static int between(CalendarTime begin, CalendarTime end) {
        return between(begin.local(), end.local());
    }

    private static int checked(long days) {
        if (days > OpeningCalendar.HORIZON.toDays()) {
            throw new SkippedEvent(Reason.TOO_LONG);
        }
        return (int) days;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
