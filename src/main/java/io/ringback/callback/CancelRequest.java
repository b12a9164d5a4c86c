package io.ringback.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has asked for a callback to be cancelled. One whose agent has called already is closed when the agent is done
 * with it, and never goes back in line.
 *
 * @param reason in the words of whoever has asked
 */
public record CancelRequest(Instant at, @Nullable String reason) {}
