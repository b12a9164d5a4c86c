package io.ringback.callback;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another callback of the same number on the same list.
 *
 * @param mainCallbackId the callback it was merged into, if it was
 * @param attributes what the caller's system has told with it
 */
public record RelatedCallback(
        UUID id,
        CallbackStatus status,
        Instant createdAt,
        @Nullable UUID mainCallbackId,
        @Nullable Instant closedAt,
        Source source,
        @Nullable String callerName,
        Map<String, String> attributes) {

    /** Without the name and what the caller's system has told, which belong in no log. */
    @Override
    public String toString() {
        return "RelatedCallback[id=%s, status=%s]".formatted(id, status);
    }
}
