package io.ringback.erasure;

import java.time.Instant;
import java.util.UUID;

/**
 * An erasure that was asked for.
 *
 * @param callbacks how many requests of the number there were
 * @param pending how many of them are yet to be forgotten
 */
public record PastErasure(UUID id, String askedBy, Instant askedAt, String reason, long callbacks, long pending) {}
