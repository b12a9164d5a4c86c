package io.ringback.office.lists;

import io.ringback.audit.Changed;
import io.ringback.list.CallbackList;
import io.ringback.list.ListChanges;
import io.ringback.list.ListSetting;
import io.ringback.office.DurationWords;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The settings of a list as people read them, in the language of a page. */
@Component
class SettingWords {

    private final MessageSource messages;
    private final HoursWords hours;

    SettingWords(MessageSource messages, HoursWords hours) {
        this.messages = messages;
        this.hours = hours;
    }

    /** The settings in which two versions differ, in the order of the form. */
    List<ChangedSetting> differences(CallbackList before, CallbackList after, Locale locale) {
        return told(ListChanges.between(before, after), locale);
    }

    /** What has changed, as the audit trail keeps it: settings in the order of the form, then hours, then anything else. */
    List<ChangedSetting> told(Map<String, Changed> changed, Locale locale) {
        var told = new ArrayList<ChangedSetting>();
        var rest = new TreeMap<>(changed);
        Stream.of(ListSetting.values()).forEach(setting -> {
            var change = rest.remove(setting.key());
            if (change != null) {
                told.add(new ChangedSetting(
                        setting.key(),
                        text("lists.setting." + setting.key(), locale),
                        value(setting, change.before(), locale),
                        value(setting, change.after(), locale)));
            }
        });
        told.addAll(hours.told(rest, locale));
        rest.keySet().removeAll(HoursWords.KNOWN);
        rest.forEach((name, change) -> told.add(
                new ChangedSetting(name, name, String.valueOf(change.before()), String.valueOf(change.after()))));
        return told;
    }

    /** What an entry tells in words of its own, as they are: what was written before the trail kept values. */
    List<ChangedSetting> asWritten(Map<String, String> details, Locale locale) {
        return details.entrySet().stream()
                .map(told -> new ChangedSetting(told.getKey(), label(told.getKey(), locale), null, told.getValue()))
                .toList();
    }

    String duration(Duration duration, Locale locale) {
        return new DurationWords(messages, locale).of(duration);
    }

    String region(String code, Locale locale) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    /** What it is called; its name in the contract where these pages do not know it. */
    private String label(String name, Locale locale) {
        return ListSetting.of(name)
                .map(setting -> text("lists.setting." + setting.key(), locale))
                .or(() -> hours.label(name, locale))
                .orElse(name);
    }

    private String value(ListSetting setting, @Nullable Object value, Locale locale) {
        if (value == null) {
            return text(setting.kind() == ListSetting.Kind.FORM ? "lists.form.usual" : "lists.noLimit", locale);
        }
        var written = value.toString();
        return switch (setting.kind()) {
            case DURATION -> duration(written, locale);
            case DURATIONS -> durations(value, locale);
            case TEXTS -> texts(value, locale);
            case YES_OR_NO -> text(Boolean.TRUE.equals(value) ? "lists.yes" : "lists.no", locale);
            case ORDER -> text("lists.order." + written, locale);
            case WITHOUT_CALL -> text("lists.saveWithoutCall." + written, locale);
            case REGION -> region(written, locale);
            case TEXT, NUMBER, FORM -> written;
        };
    }

    private String durations(Object value, Locale locale) {
        var all = value instanceof List<?> several ? several : List.of(value);
        return all.isEmpty()
                ? text("lists.retry.policy", locale)
                : all.stream()
                        .map(each -> duration(String.valueOf(each), locale))
                        .collect(Collectors.joining(", "));
    }

    private String texts(Object value, Locale locale) {
        var all = value instanceof List<?> several ? several : List.of(value);
        return all.isEmpty()
                ? text("lists.noAttributes", locale)
                : all.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String duration(String iso, Locale locale) {
        try {
            var duration = Duration.parse(iso);
            return duration.getNano() == 0 ? duration(duration, locale) : iso;
        } catch (DateTimeException e) {
            return iso;
        }
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /**
     * A setting with its value before and after, in words.
     *
     * @param key its name in the contract
     */
    record ChangedSetting(
            String key, String label, @Nullable String before, String after) {}
}
