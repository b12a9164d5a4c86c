package io.ringback.list;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.ringback.platform.problem.InvalidField;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the settings of a list must fulfil beyond their form. */
@Component
class ListRules {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    void check(CallbackList list) {
        if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(list.region())) {
            throw new InvalidField("region", "is not a region with telephone numbers; use two letters such as FI");
        }
        duration("dueAfter", list.dueAfter());
        duration("expiresAfter", list.expiresAfter());
        duration("autoStopAfter", list.autoStopAfter());
        duration("closeAfterCall", list.closeAfterCall());
        duration("moreTimeBy", list.policy().moreTimeBy());
        duration("longestCall", list.policy().longestCall());
        if (!list.policy().shortestRetry().isZero()) {
            duration("shortestRetry", list.policy().shortestRetry());
        }
        if (list.expiresAfter().compareTo(list.dueAfter()) <= 0) {
            throw new InvalidField("expiresAfter", "must be longer than dueAfter (%s)".formatted(list.dueAfter()));
        }
    }

    private static void duration(String field, @Nullable Duration duration) {
        if (duration != null && (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0)) {
            throw new InvalidField(field, "must be between PT1S and P366D");
        }
    }
}
