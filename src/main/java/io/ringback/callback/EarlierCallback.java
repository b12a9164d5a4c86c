package io.ringback.callback;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another request of the same caller, on whatever list, and what came of it.
 *
 * @param attributes what the caller's system has told with it
 * @param attempts the calls made for it, oldest first; of very many the newest
 */
public record EarlierCallback(
        UUID callbackId,
        String listId,
        CallbackStatus status,
        Instant createdAt,
        @Nullable Instant closedAt,
        Source source,
        @Nullable String callerName,
        Map<String, String> attributes,
        List<Attempt> attempts) {

    public EarlierCallback {
        attempts = List.copyOf(attempts);
    }

    EarlierCallback with(List<Attempt> calls) {
        return new EarlierCallback(
                callbackId, listId, status, createdAt, closedAt, source, callerName, attributes, calls);
    }

    /** Without the name and what the caller's system has told, which belong in no log. */
    @Override
    public String toString() {
        return "EarlierCallback[callbackId=%s, status=%s]".formatted(callbackId, status);
    }
}
