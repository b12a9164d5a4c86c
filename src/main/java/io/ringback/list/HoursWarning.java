package io.ringback.list;

import io.ringback.hours.ExpiryRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is allowed in calling hours but hardly meant. */
public enum HoursWarning {
    /** Within eight weeks the list is closed for longer than its callbacks live, so that some are never offered. */
    EXPIRES_WHILE_CLOSED,
    /** Nothing is open within the next eight weeks. */
    CLOSED_FOR_WEEKS;

    private static final Duration LOOKED_AT = Duration.ofDays(56);

    static List<HoursWarning> of(CallbackList list, Instant now) {
        var settings = list.hours().settings();
        if (settings == null) {
            return List.of();
        }
        var longest = longestClosed(list, now);
        if (longest.compareTo(LOOKED_AT) >= 0) {
            return List.of(CLOSED_FOR_WEEKS);
        }
        return settings.expiry() == ExpiryRule.COUNTS_ON && longest.compareTo(list.expiresAfter()) >= 0
                ? List.of(EXPIRES_WHILE_CLOSED)
                : List.of();
    }

    private static Duration longestClosed(CallbackList list, Instant now) {
        var end = now.plus(LOOKED_AT);
        var longest = Duration.ZERO;
        for (var at = now; at.isBefore(end); ) {
            var opening = list.hours().calendar().openingFrom(at);
            var opens = opening.map(open -> open.from()).filter(end::isAfter).orElse(end);
            var closed = Duration.between(at, opens);
            longest = closed.compareTo(longest) > 0 ? closed : longest;
            var until = opening.map(open -> open.until()).orElse(null);
            if (until == null) {
                break;
            }
            at = until;
        }
        return longest;
    }
}
