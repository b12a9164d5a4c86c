package io.ringback.erasure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That a number is erased; never with the number.
 *
 * @param erasureId names it in the trail
 * @param pending the callbacks that an agent has in a call, or whose process still runs: each is forgotten when that is over
 * @param found what has gone, those that are pending among it
 */
public record Erased(
        UUID erasureId,
        Instant at,
        String by,
        String reason,
        List<UUID> pending,
        @JsonUnwrapped Found found) {}
