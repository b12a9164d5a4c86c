package io.ringback.handling;

import io.ringback.callback.CallStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A word of the telephone system about a call.
 *
 * @param callId the id the desk answered when the agent began the call, where the telephone system knows it
 * @param externalCallId what the telephone system calls it; the same name may be used for a later call
 * @param at by the clock of the telephone system
 * @param proposed the call status that the cause of the end stands for; null where it says nothing
 */
public record TelephonyEvent(
        @Nullable UUID callId,
        String externalCallId,
        Instant at,
        @Nullable String recordingUrl,
        @Nullable CallStatus proposed) {

    /** The same with a time that can be: what lies ahead by more than clocks differ happens now. */
    TelephonyEvent believed(Instant now) {
        return at.isAfter(now.plus(CallTracker.CLOCKS_DIFFER))
                ? new TelephonyEvent(callId, externalCallId, now, recordingUrl, proposed)
                : this;
    }
}
