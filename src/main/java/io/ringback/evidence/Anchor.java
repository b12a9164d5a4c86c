package io.ringback.evidence;

import java.time.LocalDate;

/**
 * How the chain stood at the end of a day, to be kept where nobody who can write to the database can write.
 *
 * @param day in UTC
 * @param lastSequence number of the last event that was sealed on that day
 * @param count of the events of the chain up to then
 * @param hash of the chain's last block then, in hex
 */
public record Anchor(LocalDate day, long lastSequence, long count, String hash) {}
