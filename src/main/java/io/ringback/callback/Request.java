package io.ringback.callback;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asked for; it does not change any more, until all that says who they were is forgotten.
 *
 * @param phoneNumber in E.164, {@code +358401234567}; null when it is forgotten
 * @param externalId the id of the request in the system it came from
 * @param externalUse the how-manieth callback of this external id within its source: 2 after a first one was closed
 * @param forgottenAt since when nothing says any more who the caller was; null as long as something does
 */
public record Request(
        String listId,
        @Nullable String phoneNumber,
        @Nullable String callerName,
        Source source,
        @Nullable String externalId,
        int externalUse,
        Map<String, String> attributes,
        @Nullable Instant forgottenAt) {

    /** As it comes in. */
    public Request(
            String listId,
            String phoneNumber,
            @Nullable String callerName,
            Source source,
            @Nullable String externalId,
            int externalUse,
            Map<String, String> attributes) {
        this(listId, phoneNumber, callerName, source, externalId, externalUse, attributes, null);
    }

    Request onList(String another) {
        return new Request(another, phoneNumber, callerName, source, externalId, externalUse, attributes, forgottenAt);
    }

    /**
     * Whoever is to be called.
     *
     * @throws IllegalStateException when the number is forgotten: nobody is called any more then
     */
    public String numberToCall() {
        if (phoneNumber == null) {
            throw new IllegalStateException("The number of this callback is forgotten");
        }
        return phoneNumber;
    }

    /** Without the number and the name, which belong in no log. */
    @Override
    public String toString() {
        return "Request[listId=%s, source=%s]".formatted(listId, source);
    }
}
