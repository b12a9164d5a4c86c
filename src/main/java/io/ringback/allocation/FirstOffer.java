package io.ringback.allocation;

import java.time.Duration;

/**
 * A callback came into an agent's hands for the first time since it became eligible; one that was given back in between
 * tells nothing about how long callers wait for an agent.
 *
 * @param waited from eligible to allocated
 */
public record FirstOffer(String listId, Duration waited) {}
