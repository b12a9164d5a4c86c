package io.ringback.support;

import io.ringback.hours.CallingHours;
import io.ringback.hours.ExpiryRule;
import io.ringback.hours.HoursSettings;
import io.ringback.hours.OpenTime;
import io.ringback.hours.OpeningCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Calling hours from Monday to Friday, 8 to 16 in Helsinki, for tests of rules. 2026-03-02 is a Monday. */
public final class OfficeWeek {

    public static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private OfficeWeek() {}

    public static OpeningCalendar calendar() {
        return hours(ExpiryRule.COUNTS_ON).calendar();
    }

    public static CallingHours hours(ExpiryRule expiry) {
        return hours(
                Stream.of(DayOfWeek.values())
                        .limit(5)
                        .map(day -> new OpenTime(day, LocalTime.of(8, 0), LocalTime.of(16, 0)))
                        .toList(),
                expiry);
    }

    /** Other hours, in Helsinki too. */
    public static CallingHours hours(List<OpenTime> week, ExpiryRule expiry) {
        return CallingHours.of(new HoursSettings(week, false, null, List.of(), expiry, false), HELSINKI, "FI");
    }

    /** @param dayAndTime of March 2026 in Helsinki, {@code 02T08:00} */
    public static Instant march(String dayAndTime) {
        return LocalDateTime.parse("2026-03-" + dayAndTime).atZone(HELSINKI).toInstant();
    }
}
