package io.ringback.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one sending.
 *
 * @param status of the HTTP answer; null when none came
 * @param error what went wrong, in a sentence for administrators; null when it was delivered
 * @param retryAfter how long the target asks to be left alone
 */
record ReceiverAnswer(
        @Nullable Integer status,
        @Nullable String error,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    static ReceiverAnswer ofStatus(int status, @Nullable Duration retryAfter) {
        if (status >= 200 && status < 300) {
            return new ReceiverAnswer(status, null, null);
        }
        var redirected = status >= 300 && status < 400 ? "; redirects are not followed" : "";
        return new ReceiverAnswer(
                status, "The target answered with status %s%s.".formatted(status, redirected), retryAfter);
    }

    static ReceiverAnswer failed(String error) {
        return new ReceiverAnswer(null, error, null);
    }

    boolean delivered() {
        return error == null;
    }

    /** The target wants no events any more. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
