package io.ringback.office.board;

import io.ringback.callback.AnswerFilter;
import io.ringback.form.ChoiceField;
import io.ringback.form.FormChoices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How many calls were classified as what: field by field of the forms, in the words of the forms. */
@Service
class Reasons {

    private final JdbcReasons counts;
    private final FormChoices choices;

    Reasons(JdbcReasons counts, FormChoices choices) {
        this.counts = counts;
        this.choices = choices;
    }

    /** Of calls on these lists that were saved in this time; fields that nobody answered are left out. */
    List<OfField> of(Collection<String> listIds, Instant from, Instant to, Locale locale) {
        var fields = choices.all(locale);
        var keys = fields.stream().map(ChoiceField::key).toList();
        var counted = keys.isEmpty() ? Map.<String, Map<String, Long>>of() : counts.count(listIds, from, to, keys);
        return fields.stream()
                .map(field -> of(field, counted.getOrDefault(field.key(), Map.of())))
                .filter(field -> !field.rows().isEmpty())
                .toList();
    }

    /** Most frequent first; what is no option any more under what was saved. */
    static OfField of(ChoiceField field, Map<String, Long> counted) {
        var rest = new TreeMap<>(counted);
        rest.remove("false");
        var rows = new ArrayList<Row>();
        for (var option : field.options()) {
            var calls = rest.remove(option.value());
            if (calls != null) {
                rows.add(row(field.key(), option.value(), option.label(), calls));
            }
        }
        rest.forEach((value, calls) -> rows.add(row(field.key(), value, value, calls)));
        rows.sort(Comparator.comparingLong(Row::calls).reversed());
        return new OfField(field.label(), rows);
    }

    private static Row row(String key, String value, @Nullable String label, long calls) {
        return new Row(new AnswerFilter(key, value).written(), label, calls);
    }

    /** @param rows by how many calls they stand for */
    record OfField(String label, List<Row> rows) {

        OfField {
            rows = List.copyOf(rows);
        }

        /** Of the bar that stands for a row, in percent of the longest one. */
        public long width(Row row) {
            var most = rows.get(0).calls;
            return Math.max(1, Math.round(100.0 * row.calls / most));
        }
    }

    /**
     * An answer.
     *
     * @param filter by which its callbacks are found
     * @param label null for a box that was ticked
     */
    record Row(String filter, @Nullable String label, long calls) {}
}
