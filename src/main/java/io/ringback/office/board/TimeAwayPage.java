package io.ringback.office.board;

import io.ringback.presence.TimeAway;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long agents were away, as the page shows it.
 *
 * @param from the first day
 * @param to the last day
 * @param text a part of the id or name of the agents wanted; empty for all
 * @param number of the page, from 1
 * @param more whether there is a further page
 */
record TimeAwayPage(LocalDate from, LocalDate to, String text, ZoneId zone, List<Row> rows, int number, boolean more) {

    /** In words of this language. */
    static Row row(TimeAway.Line line, Map<String, String> names, ZoneId zone, Locale locale) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        var time = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone);
        var reason = line.reason();
        return new Row(
                day.format(line.day()),
                line.agentId(),
                line.name(),
                reason,
                reason == null ? null : names.getOrDefault(reason, reason),
                howLong(line.away()),
                line.times().stream()
                        .map(each ->
                                new Time(time.format(each.from()), each.to() == null ? null : time.format(each.to())))
                        .toList());
    }

    private static String howLong(Duration away) {
        return Ages.between(Instant.EPOCH, Instant.EPOCH.plus(away));
    }

    /**
     * What an agent was away for on a day.
     *
     * @param reason null for no reason given, and so is its name
     */
    record Row(
            String day,
            String agentId,
            String name,
            @Nullable String reason,
            @Nullable String reasonName,
            String howLong,
            List<Time> times) {}

    /** @param to null when it goes on */
    record Time(String from, @Nullable String to) {}
}
