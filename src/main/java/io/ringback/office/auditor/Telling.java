package io.ringback.office.auditor;

import io.ringback.office.DurationWords;
import io.ringback.office.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** In which language, with which names and by which clock something is told. */
record Telling(MessageSource messages, Locale locale, WhyInWords.Known known) {

    private static final int LISTS_NAMED = 4;
    private static final Duration MOMENT = Duration.ofSeconds(1);

    String text(String key, @Nullable Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** Null where there is no such text. */
    @Nullable
    String textOrNull(String key) {
        return messages.getMessage(key, null, null, locale);
    }

    /** The other one where there is no such text. */
    String textOr(String key, String other) {
        var found = textOrNull(key);
        return found == null ? other : found;
    }

    String agent(@Nullable String id) {
        return id == null ? text("cases.system") : known.agents().getOrDefault(id, id);
    }

    /**
     * On which lists.
     *
     * @param all how many there are, of which the last may not be named
     */
    String onLists(List<String> ids, int all) {
        var named = ids.stream()
                .limit(all > LISTS_NAMED ? LISTS_NAMED - 1 : LISTS_NAMED)
                .map(id -> known.lists().getOrDefault(id, id))
                .toList();
        var more = Math.max(all, ids.size()) - named.size();
        return text("auditwhy.lists", Math.max(all, ids.size()), and(named, more));
    }

    private String and(List<String> names, int more) {
        if (more > 0) {
            return text("auditwhy.andMore", String.join(", ", names), more);
        }
        var last = names.size() - 1;
        return last <= 0
                ? String.join("", names)
                : text("auditwhy.and", String.join(", ", names.subList(0, last)), names.get(last));
    }

    String roughly(Duration duration) {
        return duration.compareTo(MOMENT) < 0
                ? text("auditwhy.moment")
                : new DurationWords(messages, locale).roughly(duration);
    }

    String exactly(Duration duration) {
        return new DurationWords(messages, locale).of(duration);
    }

    /** A time, with its day unless it is that of the moment before. */
    String time(Instant before, Instant at) {
        return new TimeWords(messages, locale, known.zone()).after(before, at);
    }
}
