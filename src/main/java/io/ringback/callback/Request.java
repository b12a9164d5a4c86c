package io.ringback.callback;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asked for; it does not change any more.
 *
 * @param phoneNumber in E.164, {@code +358401234567}
 * @param externalId the id of the request in the system it came from, unique within its source
 */
public record Request(
        String listId,
        String phoneNumber,
        @Nullable String callerName,
        Source source,
        @Nullable String externalId,
        Map<String, String> attributes) {

    /** Without the number and the name, which belong in no log. */
    @Override
    public String toString() {
        return "Request[listId=%s, source=%s]".formatted(listId, source);
    }
}
