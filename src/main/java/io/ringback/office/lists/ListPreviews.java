package io.ringback.office.lists;

import io.ringback.list.AllocationOrder;
import io.ringback.list.CallbackList;
import io.ringback.office.TimeWords;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The settings of a list by examples: a request shortly before the weekend, and one now or at a time of one's own.
 */
@Component
class ListPreviews {

    private static final LocalTime BEFORE_CLOSING = LocalTime.of(16, 50);

    private final MessageSource messages;
    private final SettingWords words;
    private final Clock clock;

    ListPreviews(MessageSource messages, SettingWords words, Clock clock) {
        this.messages = messages;
        this.words = words;
        this.clock = clock;
    }

    Shown of(CallbackList list, @Nullable Instant own, Locale locale) {
        var now = clock.instant();
        var times = new TimeWords(messages, locale, list.zone());
        var examples = Stream.of(friday(now, list.zone()), own == null ? now.truncatedTo(ChronoUnit.MINUTES) : own)
                .map(at -> ListExample.of(ListPreview.of(list, at), now, times))
                .toList();
        return new Shown(
                examples,
                list.order(),
                limit(list.autoStopAfter(), locale),
                limit(list.closeAfterCall(), locale),
                list.maxAttempts(),
                words.duration(list.policy().forgetAfter(), locale));
    }

    private @Nullable String limit(@Nullable Duration limit, Locale locale) {
        return limit == null ? null : words.duration(limit, locale);
    }

    private static Instant friday(Instant now, ZoneId zone) {
        return now.atZone(zone)
                .toLocalDate()
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY))
                .atTime(BEFORE_CLOSING)
                .atZone(zone)
                .toInstant();
    }

    /**
     * @param autoStop how long a case may be held without a call, in words; null for no limit
     * @param close how long it may stay open after the call, in words; null for no limit
     * @param attempts calls after which it is given up; null for no limit
     * @param forgotten how long after its end who the caller was is still known, in words
     */
    record Shown(
            List<ListExample> examples,
            AllocationOrder order,
            @Nullable String autoStop,
            @Nullable String close,
            @Nullable Integer attempts,
            String forgotten) {}
}
