package io.ringback.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of a call whose start was not told yet.
 *
 * @param at by the clock of the telephone system
 * @param toldAt when the server heard of it
 * @param proposed the call status that its cause stands for; null where it says nothing
 */
public record ReportedEnd(
        String externalCallId,
        Instant at,
        Instant toldAt,
        @Nullable String recordingUrl,
        @Nullable CallStatus proposed) {}
