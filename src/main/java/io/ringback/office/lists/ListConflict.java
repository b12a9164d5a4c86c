package io.ringback.office.lists;

import io.ringback.list.CallbackList;
import io.ringback.list.ListSetting;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else has saved, beside what was to be saved.
 *
 * @param version of what is saved now
 * @param last who saved it and when; null when the audit trail does not reach back that far
 */
record ListConflict(long version, List<Row> rows, ListHistory.@Nullable Line last) {

    static ListConflict between(
            CallbackList saved,
            CallbackList entered,
            SettingWords words,
            Optional<ListHistory.Line> last,
            Locale locale) {
        var rows = words.differences(saved, entered, locale).stream()
                .map(difference -> row(difference, saved))
                .toList();
        return new ListConflict(saved.version(), rows, last.orElse(null));
    }

    private static Row row(SettingWords.ChangedSetting difference, CallbackList saved) {
        var setting = ListSetting.of(difference.key()).orElseThrow();
        if (setting.kind() == ListSetting.Kind.DURATION) {
            var time = AmountOfTime.of(setting.duration(saved));
            return new Row(difference, time.amount() == null ? "" : time.amount(), time.unit());
        }
        if (setting.kind() == ListSetting.Kind.DURATIONS) {
            return new Row(difference, AmountOfTime.minutes(setting.durations(saved)), null);
        }
        if (setting.of(saved) instanceof List<?> texts) {
            return new Row(difference, texts.stream().map(String::valueOf).collect(Collectors.joining("\n")), null);
        }
        return new Row(difference, Objects.toString(setting.of(saved), ""), null);
    }

    /**
     * @param setting before is what is saved, after what was entered
     * @param value what the field holds once what is saved is taken over
     * @param unit of a duration; null for anything else
     */
    record Row(
            SettingWords.ChangedSetting setting,
            String value,
            @Nullable String unit) {}
}
