package io.ringback.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor has decided about who gets a callback next; nothing for most.
 *
 * @param expeditedAt when it was put before all others; the later, the earlier it is offered
 * @param keptFor the agent whom it is kept for
 * @param keptUntil until when; after that it is anyone's
 */
public record Preference(
        @Nullable Instant expeditedAt,
        @Nullable String keptFor,
        @Nullable Instant keptUntil) {

    public static final Preference NONE = new Preference(null, null, null);

    Preference expedited(Instant at) {
        return new Preference(at, keptFor, keptUntil);
    }

    Preference kept(String agentId, Instant until) {
        return new Preference(expeditedAt, agentId, until);
    }

    /** An agent has got it: it is kept for nobody any more, and stays before all others until somebody has called. */
    Preference taken() {
        return new Preference(expeditedAt, null, null);
    }

    public boolean isKept(Instant now) {
        return keptUntil != null && keptUntil.isAfter(now);
    }
}
