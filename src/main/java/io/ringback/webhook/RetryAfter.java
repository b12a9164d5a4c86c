package io.ringback.webhook;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.jspecify.annotations.Nullable;

/** How long a target asks to be left alone (RFC 9110, section 10.2.3): seconds, or a moment by the target's clock. */
final class RetryAfter {

    /** More is not kept to: a target with a slip in the number would never be told anything again. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** The three forms of a moment in HTTP (RFC 9110, section 5.6.7). */
    private static final List<DateTimeFormatter> FORMS = Stream.of(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM ppd HH:mm:ss yyyy")
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.ENGLISH))
            .toList();

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** Null when it asks for nothing, or for nothing that can be understood. */
    static @Nullable Duration of(HttpMessage response) {
        var asked = text(response, HttpHeaders.RETRY_AFTER).orElse("");
        if (SECONDS.matcher(asked).matches()) {
            return asked.replaceFirst("^0+", "").length() > MOST_DIGITS
                    ? LONGEST
                    : atMost(Duration.ofSeconds(Long.parseLong(asked)));
        }
        var until = moment(asked);
        return until == null ? null : atMost(Duration.between(now(response), until));
    }

    private static @Nullable Duration atMost(Duration wait) {
        if (wait.isNegative()) {
            return null;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** By the clock that the moment was told by, as far as it tells. */
    private static Instant now(HttpMessage response) {
        var told = moment(text(response, HttpHeaders.DATE).orElse(""));
        return told == null ? Clock.systemUTC().instant() : told;
    }

    private static @Nullable Instant moment(String text) {
        for (var form : FORMS) {
            try {
                return LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                // Of another form, or none.
            }
        }
        return null;
    }

    private static Optional<String> text(HttpMessage response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name))
                .map(Header::getValue)
                .map(String::strip);
    }
}
