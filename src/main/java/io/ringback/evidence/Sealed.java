package io.ringback.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the record is sealed.
 *
 * @param at when something was sealed last; null when nothing was
 * @param lastSequence number of the last event that is sealed
 * @param count how many events are sealed
 * @param droppedTo events up to this one are kept no longer; 0 for none
 * @param waiting how many numbers of events have been given since
 * @param rolesApart whether the server's role may not change the record
 */
public record Sealed(
        @Nullable Instant at, long lastSequence, long count, long droppedTo, long waiting, boolean rolesApart) {}
