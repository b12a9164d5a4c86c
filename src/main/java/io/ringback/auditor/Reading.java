package io.ringback.auditor;

import io.ringback.audit.Look;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looks at something.
 *
 * @param callId of a call made for a callback, where that is known by it only
 * @param sought the numbers, names and words that are looked for, as they were written
 * @param told what else is told of it, by name; no personal data
 * @param address where it was asked for, without what was asked for
 * @param further whether it goes on with what was begun: another page of the same
 * @param purpose what for; null when nobody has said
 * @param asking how to ask for the purpose
 */
record Reading(
        Look look,
        @Nullable UUID callbackId,
        @Nullable UUID callId,
        @Nullable String agentId,
        @Nullable String listId,
        Set<String> sought,
        Map<String, String> told,
        String address,
        boolean further,
        @Nullable String purpose,
        Asking asking) {

    /** Whether and where somebody is asked what for. */
    enum Asking {
        /** Not at all: it is their work. */
        NO,
        /** In a field of what they send. */
        IN_BODY,
        /** In a header, or once for a session of the pages. */
        BESIDE
    }

    /** Without what is looked for, which belongs in no log. */
    @Override
    public String toString() {
        return "Reading[look=%s, callbackId=%s]".formatted(look, callbackId);
    }
}
