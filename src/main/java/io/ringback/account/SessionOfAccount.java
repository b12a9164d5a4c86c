package io.ringback.account;

import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param lastUsedAt to the minute
 */
public record SessionOfAccount(Instant since, Instant lastUsedAt) {}
