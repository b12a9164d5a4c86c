package io.ringback.supervision;

import io.ringback.list.CallbackList;
import io.ringback.list.ListChanges;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        if (SettingWords.isDuration(difference.key())) {
            var time = AmountOfTime.of(ListChanges.duration(saved, difference.key()));
            return new Row(difference, time.amount() == null ? "" : time.amount(), time.unit());
        }
        var written = ListChanges.settings(saved).getOrDefault(difference.key(), "");
        return new Row(difference, SettingWords.isNone(difference.key(), written) ? "" : written, null);
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
