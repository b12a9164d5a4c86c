package io.ringback.callback;

import java.time.Instant;
import java.util.List;

/**
 * What there is to say about a time before anything is saved.
 *
 * @param nearest the possible times next to it, the one before it first; empty when it is possible itself, or none is
 * @param mayInsist whether it can be kept to the minute nevertheless, although the list is closed then
 */
public record JudgedTime(Instant at, TimeVerdict verdict, List<Instant> nearest, boolean mayInsist) {}
