package io.ringback.trial;

import java.time.Instant;

/**
 * A timer that runs.
 *
 * @param id of its job in the engine
 */
public record TrialTimer(String id, String elementId, Instant dueAt) {}
