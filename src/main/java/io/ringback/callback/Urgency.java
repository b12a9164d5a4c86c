package io.ringback.callback;

import io.ringback.list.CallbackList;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How urgent a request is.
 *
 * @param priority 0 to 9: the higher, the earlier it is offered
 * @param dueAfter instead of the list's; null for that
 * @param expiresAfter likewise
 * @param facts what it was decided from, for the trail
 */
public record Urgency(
        int priority, @Nullable Duration dueAfter, @Nullable Duration expiresAfter, Map<String, Object> facts) {

    public static final Urgency USUAL = new Urgency(0, null, null, Map.of());

    public static final int HIGHEST = 9;

    /** The list with the times of this request in the place of its own. */
    public CallbackList on(CallbackList list) {
        return dueAfter == null && expiresAfter == null
                ? list
                : list.lasting(
                        dueAfter == null ? list.dueAfter() : dueAfter,
                        expiresAfter == null ? list.expiresAfter() : expiresAfter);
    }
}
