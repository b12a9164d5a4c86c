package io.ringback.presence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where an agent is.
 *
 * @param signedIn whether the agent is signed in to the pages somewhere, with or without a desk
 * @param lastSeenAt when anything was last heard of a desk of the agent's, to within a quarter of the grace time; null when never
 * @param availability what the agent says of being there; {@code AVAILABLE} before the first time at a desk
 * @param awayReason the id of what the agent is away for; null without one, and for whoever is not away
 * @param awaySince null for whoever is not away
 */
public record PresentAgent(
        Presence presence,
        boolean signedIn,
        @Nullable Instant lastSeenAt,
        @JsonIgnore String availability,
        @Nullable String awayReason,
        @Nullable Instant awaySince) {

    /** The busiest first, those who are not there last, of them the one last seen first. */
    public static final Comparator<PresentAgent> BUSIEST_FIRST = Comparator.comparing(PresentAgent::presence)
            .reversed()
            .thenComparing(PresentAgent::gone, Comparator.nullsLast(Comparator.reverseOrder()));

    /** Of whom nothing is known. */
    public static final PresentAgent UNKNOWN =
            new PresentAgent(Presence.NOT_SIGNED_IN, false, null, "AVAILABLE", null, null);

    /** Whether a page or program of the agent's is there, or callbacks are received. */
    @JsonIgnore
    public boolean isThere() {
        return presence != Presence.NOT_SIGNED_IN;
    }

    /** The words for it are {@code presence.<this>}: who is signed in without a desk is not said to be signed out. */
    public String words() {
        return presence == Presence.NOT_SIGNED_IN && signedIn ? "NOT_AT_DESK" : presence.name();
    }

    /** As it is for a list. */
    public PresentAgent onList(boolean active) {
        return new PresentAgent(presence.onList(active), signedIn, lastSeenAt, availability, awayReason, awaySince);
    }

    private @Nullable Instant gone() {
        return isThere() ? null : lastSeenAt;
    }
}
