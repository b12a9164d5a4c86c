package io.ringback.office.auditor;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times as auditors read them: to the second, where the list is, whoever looks at them from wherever. */
final class ZonedTimes {

    private ZonedTimes() {}

    static String written(Instant time, ZoneId zone, Locale locale) {
        var there = time.atZone(zone);
        var offset = DateTimeFormatter.ofPattern("zzz", locale).format(there);
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(there) + " " + offset;
    }
}
