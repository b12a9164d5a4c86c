package io.ringback.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of the trail is to be checked; whole blocks are. Null for no limit.
 *
 * @param from events from then on
 * @param to events before then
 */
public record CheckedRange(@Nullable Limit from, @Nullable Limit to) {

    /** Everything that is sealed. */
    public static final CheckedRange ALL = new CheckedRange(null, null);

    /** A moment, or the number of an event. */
    public sealed interface Limit {}

    public record At(Instant moment) implements Limit {}

    public record Sequence(long number) implements Limit {}
}
