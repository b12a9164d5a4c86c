package io.ringback.reception;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ringback.callback.Callback;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why receiving has ended, as the trail keeps it with the end and with the case that goes back by it.
 *
 * @param reason why
 * @param limit the list's limit that was reached; null when it was none
 * @param callbackId the case in hand, where it was about one
 * @param listId its list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StopFacts(
        StopReason reason,
        @Nullable Duration limit,
        @Nullable UUID callbackId,
        @Nullable String listId) {

    /** The name that the trail keeps them under. */
    public static final String FACT = "stopped";

    static StopFacts of(StopReason reason) {
        return new StopFacts(reason, null, null, null);
    }

    StopFacts of(Callback callback, @Nullable Duration reached) {
        return new StopFacts(reason, reached, callback.id(), callback.listId());
    }

    Map<String, Object> facts() {
        return Map.of(FACT, this);
    }
}
