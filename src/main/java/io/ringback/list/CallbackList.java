package io.ringback.list;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ringback.hours.CallingHours;
import io.ringback.hours.OpeningCalendar;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A callback list: the settings its callbacks are handled by.
 *
 * @param region ISO 3166 region in which national numbers are read
 * @param dueAfter from request (or not-before) to due
 * @param expiresAfter from request (or not-before) to expiry
 * @param autoStopAfter how long an agent may hold a case without calling; null for no limit
 * @param closeAfterCall how long the case may stay open after the call; null for no limit
 * @param maxAttempts calls after which an unresolved case is given up; null for no limit
 * @param formKey the form for classifying calls; null for the one the process names
 * @param version counts the changes; a change names the version it was made on
 * @param policy the finer settings; in JSON members of the list itself
 * @param hours when its callers may be called; changed apart from the rest, with a version of its own
 */
public record CallbackList(
        String id,
        String name,
        String region,
        ZoneId zone,
        AllocationOrder order,
        Duration dueAfter,
        Duration expiresAfter,
        @Nullable Duration autoStopAfter,
        @Nullable Duration closeAfterCall,
        @Nullable Integer maxAttempts,
        @Nullable String formKey,
        long version,
        @JsonUnwrapped ListPolicy policy,
        @JsonIgnore CallingHours hours) {

    /** A list that is always open, with the usual finer settings. */
    public CallbackList(
            String id,
            String name,
            String region,
            ZoneId zone,
            AllocationOrder order,
            Duration dueAfter,
            Duration expiresAfter,
            @Nullable Duration autoStopAfter,
            @Nullable Duration closeAfterCall,
            @Nullable Integer maxAttempts,
            @Nullable String formKey,
            long version) {
        this(
                id,
                name,
                region,
                zone,
                order,
                dueAfter,
                expiresAfter,
                autoStopAfter,
                closeAfterCall,
                maxAttempts,
                formKey,
                version,
                ListPolicy.DEFAULT,
                CallingHours.ALWAYS);
    }

    /** A new list with what suits most centres. */
    public static CallbackList usual(String id, String name, String region, ZoneId zone) {
        return new CallbackList(
                id,
                name,
                region,
                zone,
                AllocationOrder.DUE,
                Duration.ofHours(1),
                Duration.ofHours(24),
                Duration.ofMinutes(2),
                Duration.ofMinutes(5),
                null,
                null,
                1);
    }

    /** The same settings with these calling hours. */
    public CallbackList open(CallingHours when) {
        return with(dueAfter, expiresAfter, policy, when);
    }

    /** The same settings with these finer ones. */
    public CallbackList with(ListPolicy finer) {
        return with(dueAfter, expiresAfter, finer, hours);
    }

    /** The same settings with other times until callbacks are due and until they expire. */
    public CallbackList lasting(Duration due, Duration expires) {
        return with(due, expires, policy, hours);
    }

    /**
     * Whether it allows no further attempt.
     *
     * @param attempts made so far
     */
    public boolean isLastAttempt(int attempts) {
        return maxAttempts != null && attempts >= maxAttempts;
    }

    /** When the caller with this number may be called; one whose number is forgotten, when anybody may. */
    public OpeningCalendar hoursFor(@Nullable String e164) {
        return e164 == null ? hours.calendar() : hours.forCaller(e164);
    }

    private CallbackList with(Duration due, Duration expires, ListPolicy finer, CallingHours when) {
        return new CallbackList(
                id,
                name,
                region,
                zone,
                order,
                due,
                expires,
                autoStopAfter,
                closeAfterCall,
                maxAttempts,
                formKey,
                version,
                finer,
                when);
    }
}
