package io.ringback.process;

import io.ringback.callback.Callback;
import io.ringback.callback.Eligibility;
import io.ringback.callback.Offering;
import io.ringback.callback.Outcome;
import io.ringback.callback.RoundedUp;
import io.ringback.process.contract.SharedNames;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.variable.VariableMap;
import org.operaton.bpm.engine.variable.Variables;
import org.operaton.bpm.engine.variable.value.TypedValue;

/**
 * Values for process variables. What only gateways and decisions of the same transaction read is passing: it is never
 * written to the database.
 */
final class Values {

    /** When a limit that a list does not have is over. */
    private static final Date NEVER = Date.from(Instant.parse("9999-01-01T00:00:00Z"));

    private Values() {}

    /** Timers read dates of the old kind only, which know milliseconds: none of them comes before its time. */
    static Date date(Instant instant) {
        return Date.from(RoundedUp.inMillis(instant));
    }

    static Date dateOrNever(@Nullable Instant instant) {
        return instant == null ? NEVER : date(instant);
    }

    static TypedValue passing(boolean value) {
        return Variables.booleanValue(value, true);
    }

    static TypedValue passing(@Nullable String value) {
        return Variables.stringValue(value, true);
    }

    static TypedValue passing(Eligibility callable) {
        return passing(callable.name());
    }

    /** A variable's value as programs are told it; empty for none. */
    static String text(@Nullable Object value) {
        return value instanceof Date date ? date.toInstant().toString() : value == null ? "" : value.toString();
    }

    /** Passing, but not in a process that holds callbacks back: that reads it when it goes on. */
    static Object callable(Callback callback, Eligibility callable) {
        return callback.offering() == Offering.ANY_TIME ? passing(callable) : callable.name();
    }

    static VariableMap of(Outcome outcome) {
        var retryAt = outcome.retryAt();
        return Variables.createVariables()
                .putValueTyped(
                        SharedNames.CALL_STATUS, passing(outcome.callStatus().name()))
                .putValueTyped(SharedNames.OWN_DATE, passing(retryAt != null))
                .putValueTyped(SharedNames.RETRY_AT, passing(retryAt == null ? null : retryAt.toString()))
                .putValueTyped(SharedNames.ATTEMPTS, Variables.integerValue(outcome.attempts(), true))
                .putValueTyped(SharedNames.LAST_ATTEMPT, passing(outcome.lastAttempt()))
                .putValueTyped(SharedNames.CANCEL_IS_REQUESTED, passing(outcome.cancelRequested()));
    }
}
