package io.ringback.callback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another callback of the same number on the same list.
 *
 * @param mainCallbackId the callback it was merged into, if it was
 */
public record RelatedCallback(
        UUID id,
        CallbackStatus status,
        Instant createdAt,
        @Nullable UUID mainCallbackId) {}
