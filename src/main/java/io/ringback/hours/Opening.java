package io.ringback.hours;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time of being open without a break.
 *
 * @param until the first moment of being closed again; null when none is in sight
 */
public record Opening(Instant from, @Nullable Instant until) {}
