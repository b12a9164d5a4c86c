package io.ringback.list;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.ringback.platform.problem.InvalidField;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the settings of a list must fulfil beyond their form. */
@Component
class ListRules {

    static final int MOST_RETRIES = 20;

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Duration SOONEST_FORGOTTEN = Duration.ofDays(1);
    private static final Duration LATEST_FORGOTTEN = Duration.ofDays(3653);

    private final CaseProcesses processes;
    private final ReadableAttributes attributes;

    ListRules(CaseProcesses processes, ReadableAttributes attributes) {
        this.processes = processes;
        this.attributes = attributes;
    }

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
        durations("retryAfterBusy", list.policy().retryAfterBusy());
        durations("retryAfterNoAnswer", list.policy().retryAfterNoAnswer());
        durations("retryAfterOther", list.policy().retryAfterOther());
        forgetting(list.policy().forgetAfter());
        attributes.check(list.policy().processAttributes());
        checkProcess(list.policy().process());
        if (list.expiresAfter().compareTo(list.dueAfter()) <= 0) {
            throw new InvalidField("expiresAfter", "must be longer than dueAfter (%s)".formatted(list.dueAfter()));
        }
    }

    /** The usual one is always there, if need be as it was shipped. */
    private void checkProcess(String process) {
        if (!process.equals(CaseProcesses.USUAL) && !processes.ids().contains(process)) {
            throw new InvalidField(
                    "process",
                    "is not the id of a deployed process that begins with message_callbackRequested; there are %s"
                            .formatted(processes.ids()));
        }
    }

    /** Never less than a day, for which answers to repeated requests are kept, and never for good. */
    private static void forgetting(Duration after) {
        if (after.compareTo(SOONEST_FORGOTTEN) < 0 || after.compareTo(LATEST_FORGOTTEN) > 0) {
            throw new InvalidField("forgetAfter", "must be between P1D and P3653D");
        }
    }

    private static void durations(String field, List<Duration> durations) {
        for (int i = 0; i < durations.size(); i++) {
            duration("%s[%s]".formatted(field, i), durations.get(i));
        }
    }

    private static void duration(String field, @Nullable Duration duration) {
        if (duration != null && (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0)) {
            throw new InvalidField(field, "must be between PT1S and P366D");
        }
    }
}
