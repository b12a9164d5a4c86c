package io.ringback.supervision;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The calling hours of a list, as the audit trail tells of them, in the language of a page. */
@Component
class HoursWords {

    private static final List<String> ALL = List.of(
            "week",
            "holidays",
            "subRegion",
            "closedDays",
            "closedDaysAdded",
            "closedDaysRemoved",
            "openHolidaysAdded",
            "openHolidaysRemoved",
            "expiry",
            "callerZone");
    private static final Pattern MORE = Pattern.compile(" and (\\d+) more$");

    private final MessageSource messages;

    HoursWords(MessageSource messages) {
        this.messages = messages;
    }

    boolean know(String setting) {
        return ALL.contains(setting);
    }

    String label(String setting, Locale locale) {
        return text("lists.hours.setting." + setting, locale);
    }

    /** @param written the value as the audit trail writes it */
    String value(String setting, String written, Locale locale) {
        return switch (setting) {
            case "week" -> written.equals("always") ? text("hours.alwaysOpen", locale) : week(written, locale);
            case "holidays", "callerZone" -> text(Boolean.parseBoolean(written) ? "lists.yes" : "lists.no", locale);
            case "subRegion" -> written.equals("null") ? text("hours.subRegion.none", locale) : written;
            case "expiry" -> text("lists.hours.expiry." + written, locale);
            case "closedDays" -> text("lists.hours.renamed", locale);
            default -> MORE.matcher(written).replaceFirst(more -> text("lists.hours.more", locale, more.group(1)));
        };
    }

    private static String week(String written, Locale locale) {
        var week = written.replaceAll("[\\[\\]]", "");
        for (var day : DayOfWeek.values()) {
            week = week.replace(day.name(), day.getDisplayName(TextStyle.FULL_STANDALONE, locale));
        }
        return week;
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
