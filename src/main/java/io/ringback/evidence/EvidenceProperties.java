package io.ringback.evidence;

import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trail is kept and checked.
 *
 * @param keepTrail parts of the trail whose last event is older than that are dropped, at least 30 days such as {@code P10Y}
 *     or {@code P400D}; {@code none} keeps all
 * @param verifyAt when the trail is checked every day, in UTC; {@code none} for never
 */
@ConfigurationProperties("ringback.audit")
record EvidenceProperties(
        @DefaultValue(EvidenceProperties.NONE) String keepTrail,
        @DefaultValue("02:30") String verifyAt) {

    static final String NONE = "none";
    private static final int LEAST_DAYS = 30;

    EvidenceProperties {
        kept(keepTrail);
        time(verifyAt);
    }

    /** Null when everything is kept. */
    @Nullable
    Duration kept() {
        return kept(keepTrail);
    }

    /** Null when it is not checked by itself. */
    @Nullable
    LocalTime time() {
        return time(verifyAt);
    }

    private static @Nullable Duration kept(String text) {
        if (text.equals(NONE)) {
            return null;
        }
        try {
            var period = Period.parse(text);
            var days = period.toTotalMonths() * 365 / 12 + period.getDays();
            if (days >= LEAST_DAYS) {
                return Duration.ofDays(days);
            }
        } catch (DateTimeParseException e) {
            throw wrong("keep-trail", "a length of time such as P10Y or P400D, or none", e);
        }
        throw wrong("keep-trail", "30 days at least", null);
    }

    private static @Nullable LocalTime time(String text) {
        try {
            return text.equals(NONE) ? null : LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong("verify-at", "a time of day such as 02:30, or none", e);
        }
    }

    private static IllegalArgumentException wrong(String name, String wanted, @Nullable Exception cause) {
        return new IllegalArgumentException("ringback.audit.%s must be %s.".formatted(name, wanted), cause);
    }
}
