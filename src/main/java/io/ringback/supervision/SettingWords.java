package io.ringback.supervision;

import io.ringback.list.CallbackList;
import io.ringback.list.ListChanges;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The settings of a list as people read them, in the language of a page. */
@Component
class SettingWords {

    /** In the order in which the form asks for them. */
    static final List<String> ALL = List.of(
            "name",
            "region",
            "zone",
            "order",
            "dueAfter",
            "expiresAfter",
            "autoStopAfter",
            "closeAfterCall",
            "maxAttempts",
            "longestCall",
            "shortestRetry",
            "formKey",
            "externalIdOnce",
            "askingAgainMovesAppointments",
            "specialNumbers");

    private static final Set<String> DURATIONS =
            Set.of("dueAfter", "expiresAfter", "autoStopAfter", "closeAfterCall", "longestCall", "shortestRetry");
    private static final Set<String> YES_OR_NO =
            Set.of("externalIdOnce", "askingAgainMovesAppointments", "specialNumbers");
    private static final Set<String> MAY_BE_NONE = Set.of("autoStopAfter", "closeAfterCall", "maxAttempts", "formKey");
    private static final String NONE = "null";

    private final MessageSource messages;
    private final HoursWords hours;

    SettingWords(MessageSource messages, HoursWords hours) {
        this.messages = messages;
        this.hours = hours;
    }

    /** What the setting is called; its name in the contract where these pages do not know it. */
    String label(String setting, Locale locale) {
        if (hours.know(setting)) {
            return hours.label(setting, locale);
        }
        return ALL.contains(setting) ? text("lists.setting." + setting, locale) : setting;
    }

    /** @param written the value as the audit trail writes it */
    String value(String setting, String written, Locale locale) {
        if (hours.know(setting)) {
            return hours.value(setting, written, locale);
        }
        if (isNone(setting, written)) {
            return text(setting.equals("formKey") ? "lists.form.usual" : "lists.noLimit", locale);
        }
        if (DURATIONS.contains(setting)) {
            return duration(written, locale);
        }
        if (YES_OR_NO.contains(setting)) {
            return text(Boolean.parseBoolean(written) ? "lists.yes" : "lists.no", locale);
        }
        return switch (setting) {
            case "order" -> text("lists.order." + written, locale);
            case "region" -> region(written, locale);
            default -> written;
        };
    }

    /** The settings in which two versions differ, in the order of the form. */
    List<ChangedSetting> differences(CallbackList before, CallbackList after, Locale locale) {
        var old = ListChanges.settings(before);
        var now = ListChanges.settings(after);
        return ALL.stream()
                .filter(setting -> !written(old, setting).equals(written(now, setting)))
                .map(setting -> changed(setting, written(old, setting), written(now, setting), locale))
                .toList();
    }

    /** The settings as an entry of the audit trail tells of them, "before → after". */
    List<ChangedSetting> told(Map<String, String> details, Locale locale) {
        var changes = new ArrayList<ChangedSetting>();
        inOrder(details.keySet()).forEach(setting -> {
            var told = details.getOrDefault(setting, "");
            int arrow = told.indexOf(ListChanges.ARROW);
            changes.add(
                    arrow < 0
                            ? new ChangedSetting(setting, label(setting, locale), null, value(setting, told, locale))
                            : changed(
                                    setting,
                                    told.substring(0, arrow),
                                    told.substring(arrow + ListChanges.ARROW.length()),
                                    locale));
        });
        return changes;
    }

    String duration(Duration duration, Locale locale) {
        var parts = new ArrayList<String>();
        add(parts, "d", duration.toDays(), locale);
        add(parts, "h", duration.toHoursPart(), locale);
        add(parts, "min", duration.toMinutesPart(), locale);
        add(parts, "s", duration.toSecondsPart(), locale);
        if (parts.isEmpty()) {
            parts.add("0\u00a0" + text("lists.unit.s", locale));
        }
        return String.join(" ", parts);
    }

    String region(String code, Locale locale) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    static boolean isDuration(String setting) {
        return DURATIONS.contains(setting);
    }

    /** Whether it is written of this setting that there is none. */
    static boolean isNone(String setting, String written) {
        return written.equals(NONE) && MAY_BE_NONE.contains(setting);
    }

    private ChangedSetting changed(String setting, String before, String after, Locale locale) {
        return new ChangedSetting(
                setting, label(setting, locale), value(setting, before, locale), value(setting, after, locale));
    }

    private String duration(String iso, Locale locale) {
        try {
            var duration = Duration.parse(iso);
            return duration.getNano() == 0 ? duration(duration, locale) : iso;
        } catch (DateTimeException e) {
            return iso;
        }
    }

    private void add(List<String> parts, String unit, long count, Locale locale) {
        if (count > 0) {
            parts.add(count + "\u00a0" + text("lists.unit." + unit, locale));
        }
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static String written(Map<String, String> settings, String setting) {
        return settings.getOrDefault(setting, NONE);
    }

    private static List<String> inOrder(Collection<String> settings) {
        var ordered = new ArrayList<>(ALL);
        ordered.retainAll(settings);
        settings.stream().filter(setting -> !ALL.contains(setting)).sorted().forEach(ordered::add);
        return ordered;
    }

    /**
     * A setting with its value before and after, in words.
     *
     * @param key its name in the contract
     */
    record ChangedSetting(
            String key, String label, @Nullable String before, String after) {}
}
