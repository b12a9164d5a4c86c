package io.ringback.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * Times on the clock of a list, as people say them: no more of them than is needed to know which is meant.
 *
 * @param zone the list's, which need not be the one of whoever reads it
 */
public record TimeWords(MessageSource messages, Locale locale, ZoneId zone) {

    private static final int DAYS_KNOWN_BY_NAME = 6;

    /** The time, with the day or the date unless it follows from the time said before. */
    public String after(Instant before, Instant at) {
        var time = at.atZone(zone);
        var days = ChronoUnit.DAYS.between(day(before), day(at));
        return days == 0 ? text("lists.time.clock", clock(time)) : withDay(time, days);
    }

    /** The time with its day; with the date, too, when it is not one of the next days. */
    public String of(Instant now, Instant at) {
        return withDay(at.atZone(zone), ChronoUnit.DAYS.between(day(now), day(at)));
    }

    /** Written with one of the patterns of {@code lists.time.pattern}. */
    public String written(String pattern, ZonedDateTime time) {
        return DateTimeFormatter.ofPattern(text("lists.time.pattern." + pattern), locale)
                .format(time);
    }

    private String withDay(ZonedDateTime time, long days) {
        return days >= 0 && days <= DAYS_KNOWN_BY_NAME
                ? text("lists.time.day", written("weekday", time), clock(time))
                : text("lists.time.date", written("weekday", time), written("date", time), clock(time));
    }

    private String clock(ZonedDateTime time) {
        return written(time.getSecond() == 0 ? "clock" : "seconds", time);
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
