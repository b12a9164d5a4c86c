package io.ringback.list;

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
        long version) {}
