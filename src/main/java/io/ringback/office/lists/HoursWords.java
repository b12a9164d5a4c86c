package io.ringback.office.lists;

import io.ringback.audit.Changed;
import io.ringback.office.lists.SettingWords.ChangedSetting;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The calling hours of a list, as the audit trail keeps them, in the language of a page. */
@Component
class HoursWords {

    /** The values that it tells of, in this order. */
    static final List<String> KNOWN =
            List.of("week", "holidays", "subRegion", "closedDays", "openHolidays", "expiry", "callerZone");

    private static final List<String> LABELLED = List.of(
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
    private static final int MOST_DATES = 40;

    private final MessageSource messages;

    HoursWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What it is called; empty for what is nothing of the hours. */
    Optional<String> label(String name, Locale locale) {
        return LABELLED.contains(name) ? Optional.of(text("lists.hours.setting." + name, locale)) : Optional.empty();
    }

    List<ChangedSetting> told(Map<String, Changed> changed, Locale locale) {
        var told = new ArrayList<ChangedSetting>();
        for (var name : KNOWN) {
            var change = changed.get(name);
            if (change != null) {
                told.addAll(
                        name.equals("closedDays") || name.equals("openHolidays")
                                ? days(name, list(change.before()), list(change.after()), locale)
                                : List.of(value(name, change, locale)));
            }
        }
        return told;
    }

    private ChangedSetting value(String name, Changed change, Locale locale) {
        var isNew = change.before() == null && !name.equals("week") && !name.equals("subRegion");
        return setting(
                name, isNew ? null : value(name, change.before(), locale), value(name, change.after(), locale), locale);
    }

    private String value(String name, @Nullable Object value, Locale locale) {
        return switch (name) {
            case "week" -> value == null ? text("hours.alwaysOpen", locale) : week(list(value), locale);
            case "subRegion" -> value == null ? text("hours.subRegion.none", locale) : value.toString();
            case "expiry" -> text("lists.hours.expiry." + value, locale);
            default -> text(Boolean.TRUE.equals(value) ? "lists.yes" : "lists.no", locale);
        };
    }

    /** Those that were added and those that were removed; where neither is so, only names were changed. */
    private List<ChangedSetting> days(String name, List<?> before, List<?> after, Locale locale) {
        var told = new ArrayList<ChangedSetting>();
        addDays(told, name + "Added", after, before, locale);
        addDays(told, name + "Removed", before, after, locale);
        if (told.isEmpty()) {
            told.add(setting(name, null, text("lists.hours.renamed", locale), locale));
        }
        return told;
    }

    private void addDays(List<ChangedSetting> told, String name, List<?> these, List<?> butNot, Locale locale) {
        var days = these.stream().filter(day -> !butNot.contains(day)).toList();
        if (!days.isEmpty()) {
            var shown = days.stream().limit(MOST_DATES).map(HoursWords::day).collect(Collectors.joining(", "));
            var more = days.size() - MOST_DATES;
            told.add(setting(name, null, more > 0 ? shown + text("lists.hours.more", locale, more) : shown, locale));
        }
    }

    private ChangedSetting setting(String name, @Nullable String before, String after, Locale locale) {
        return new ChangedSetting(name, text("lists.hours.setting." + name, locale), before, after);
    }

    private static String day(Object day) {
        var date = String.valueOf(member(day, "date"));
        return Boolean.TRUE.equals(member(day, "everyYear")) ? date + " ↻" : date;
    }

    private static String week(List<?> times, Locale locale) {
        return times.stream()
                .map(time -> "%s %s–%s"
                        .formatted(
                                DayOfWeek.valueOf(String.valueOf(member(time, "day")))
                                        .getDisplayName(TextStyle.FULL_STANDALONE, locale),
                                member(time, "from"),
                                member(time, "to")))
                .collect(Collectors.joining(", "));
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Object member(Object object, String name) {
        return Objects.requireNonNullElse(object instanceof Map<?, ?> members ? members.get(name) : null, "");
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
