package io.ringback.trial;

import io.ringback.callback.CallbackStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a case went that was played.
 *
 * @param end null while the process goes on
 * @param waitingAt the elements that it waits at
 * @param status that of the callback at last; null when it was never taken in
 * @param at the time by the clock of the case at last
 * @param timers those that run at last, the next one first
 * @param possible what can happen next
 * @param problem null when everything was played
 */
public record TrialResult(
        List<TrialStep> steps,
        @Nullable End end,
        List<String> waitingAt,
        @Nullable CallbackStatus status,
        Instant at,
        List<Running> timers,
        List<TrialEvent> possible,
        @Nullable TrialFault problem) {

    /** Where the process has ended, and what the callback is closed as. */
    public record End(String elementId, CallbackStatus status) {}

    /** A timer that runs. */
    public record Running(String elementId, Instant at) {}
}
