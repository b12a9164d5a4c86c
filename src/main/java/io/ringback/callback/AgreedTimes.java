package io.ringback.callback;

import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.platform.problem.TimeRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Judges the times that agents and supervisors agree on with callers: for all of them alike, before and when they save. */
@Component
public class AgreedTimes {

    private final Lists lists;
    private final TimeLimit limit;
    private final Clock clock;

    AgreedTimes(Lists lists, TimeLimit limit, Clock clock) {
        this.lists = lists;
        this.limit = limit;
        this.clock = clock;
    }

    /** After the attempt in hand. */
    public JudgedTime judgeRetry(Callback callback, Instant at) {
        return judge(callback, at, shortest(callback));
    }

    /** @throws TimeRefused unless it can be, or is insisted on where the list allows that */
    public void checkRetry(String field, Callback callback, Instant at, boolean insist) {
        check(field, callback, at, insist, shortest(callback));
    }

    /** Of one that waits. */
    JudgedTime judge(Callback callback, Instant at) {
        return judge(callback, at, Duration.ZERO);
    }

    /**
     * Of one that waits.
     *
     * @return whether it is outside of the hours, and insisted on
     * @throws TimeRefused unless it can be, or is insisted on where the list allows that
     */
    boolean check(String field, Callback callback, Instant at, boolean insist) {
        return check(field, callback, at, insist, Duration.ZERO);
    }

    /** Whether the callback can be offered then, or at the next opening after that, or in spite of the hours. */
    boolean isPossible(Callback callback, Instant at, boolean insist) {
        return time(callback, at, shortest(callback)).isEverPossible(limit, clock.instant())
                || isOutsideHours(callback, at, insist);
    }

    /** Whether it is kept although the list is closed then, because somebody insists and the list allows it. */
    boolean isOutsideHours(Callback callback, Instant at, boolean insist) {
        return insist
                && list(callback).policy().appointmentsOutsideHours()
                && time(callback, at, shortest(callback)).verdict(limit, clock.instant()) == TimeVerdict.OUTSIDE_HOURS;
    }

    private JudgedTime judge(Callback callback, Instant at, Duration shortest) {
        var time = time(callback, at, shortest);
        var now = clock.instant();
        var verdict = time.verdict(limit, now);
        var nearest = verdict == TimeVerdict.POSSIBLE
                ? List.<Instant>of()
                : NearestTimes.of(time, limit, now).around(at);
        var mayInsist =
                verdict == TimeVerdict.OUTSIDE_HOURS && list(callback).policy().appointmentsOutsideHours();
        return new JudgedTime(at, verdict, nearest, mayInsist);
    }

    private boolean check(String field, Callback callback, Instant at, boolean insist, Duration shortest) {
        var judged = judge(callback, at, shortest);
        if (judged.verdict() != TimeVerdict.POSSIBLE && !(insist && judged.mayInsist())) {
            throw refusal(field, time(callback, at, shortest), judged, insist);
        }
        return judged.verdict() == TimeVerdict.OUTSIDE_HOURS;
    }

    private TimeRefused refusal(String field, RetryTime time, JudgedTime judged, boolean insist) {
        return new TimeRefused(
                field,
                words(time, judged, insist),
                judged.verdict().name(),
                judged.verdict() == TimeVerdict.OUTSIDE_HOURS,
                judged.nearest(),
                judged.mayInsist());
    }

    private String words(RetryTime time, JudgedTime judged, boolean insist) {
        return switch (judged.verdict()) {
            case OUTSIDE_HOURS -> outsideHours(time, judged, insist);
            case IN_THE_PAST -> "is in the past";
            case PAST_EXPIRY -> "must be before the callback expires at " + time.expiresAt();
            case TOO_FAR_AHEAD -> limit.words(clock.instant());
            case POSSIBLE -> throw new IllegalStateException("a time that can be is not refused");
        };
    }

    private static String outsideHours(RetryTime time, JudgedTime judged, boolean insist) {
        var words = "is outside of the calling hours"
                + (time.opensAgain()
                        ? ""
                        : ", which do not begin again before the callback expires at " + time.expiresAt());
        if (judged.mayInsist()) {
            return words + "; it is kept nevertheless with \"insist\": true";
        }
        return insist ? words + ", and the list allows no appointments outside of them" : words;
    }

    private RetryTime time(Callback callback, Instant at, Duration shortest) {
        return new RetryTime(
                at,
                callback.deadlines().expiresAt(),
                list(callback).hoursFor(callback.request().phoneNumber()),
                shortest);
    }

    private Duration shortest(Callback callback) {
        return list(callback).policy().shortestRetry();
    }

    private CallbackList list(Callback callback) {
        return lists.get(callback.listId());
    }
}
