package io.ringback.callback;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asked for; it does not change any more.
 *
 * @param phoneNumber in E.164, {@code +358401234567}
 * @param externalId the id of the request in the system it came from
 * @param externalUse the how-manieth callback of this external id within its source: 2 after a first one was closed
 */
public record Request(
        String listId,
        String phoneNumber,
        @Nullable String callerName,
        Source source,
        @Nullable String externalId,
        int externalUse,
        Map<String, String> attributes) {

    Request onList(String another) {
        return new Request(another, phoneNumber, callerName, source, externalId, externalUse, attributes);
    }

    /** Without the number and the name, which belong in no log. */
    @Override
    public String toString() {
        return "Request[listId=%s, source=%s]".formatted(listId, source);
    }
}
