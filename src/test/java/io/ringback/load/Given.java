package io.ringback.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A case as an agent was given it.
 *
 * @param autoStopAt when receiving stops without a call; null without such a limit
 */
public record Given(
        String allocationId,
        String callbackId,
        Instant createdAt,
        Instant dueAt,
        Instant eligibleAt,
        Instant expiresAt,
        @Nullable Instant autoStopAt) {

    /** The order of lists that go by due time. */
    static final Comparator<Given> OLDEST_FIRST =
            Comparator.comparing(Given::dueAt).thenComparing(Given::createdAt).thenComparing(Given::callbackId);

    /** The case on a desk, null when there is none. */
    static @Nullable Given on(JsonNode desk) {
        var inHand = desk.path("case");
        if (inHand.isNull() || inHand.isMissingNode()) {
            return null;
        }
        var callback = inHand.get("callback");
        return new Given(
                inHand.get("allocationId").asText(),
                callback.get("id").asText(),
                time(callback, "createdAt"),
                time(callback, "dueAt"),
                time(callback, "eligibleAt"),
                time(callback, "expiresAt"),
                inHand.get("autoStopAt").isNull() ? null : time(inHand, "autoStopAt"));
    }

    private static Instant time(JsonNode node, String field) {
        return Instant.parse(node.get(field).asText());
    }
}
