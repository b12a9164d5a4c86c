package io.ringback.callback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The process instance of a callback: the engine decides there what happens next. Every call joins the transaction of
 * its caller, who has locked and written the row before.
 *
 * <p>All of them throw {@link CaseNotAnswering} when the instance is not where the row says it is.
 */
public interface CaseProcess {

    /** Starts the first one of a new callback, whose id it has, on the newest version that starts. */
    Started start(Callback callback);

    /** Starts another one, which has an id of its own: the engine remembers the one before. */
    Started startAnew(Callback callback);

    /**
     * What has come of starting it.
     *
     * @param fault null; or, when no version starts, what the newest one goes wrong at
     * @param isHeldBack whether agents are given the callback only when its process has offered it
     */
    record Started(@Nullable ModelFault fault, boolean isHeldBack) {}

    /**
     * Does work that starts many of them. What the engine has to write for all of it, it writes at its end, at once: many
     * small writes are what starting takes the longest for. After a failure nothing of it may be kept.
     */
    <T> T together(Supplier<T> work);

    void allocated(Callback callback);

    void callStarted(Callback callback);

    void callEnded(Callback callback);

    /** The countdown of the case in hand ends at another time now; its timer follows. */
    void countdownMoved(Callback callback);

    void outcomeSaved(Callback callback, Outcome outcome);

    /** To be thrown when the case is in the agent's hands even after its outcome was saved. */
    RuntimeException stillInHand(Callback callback);

    void released(Callback callback, Eligibility callable);

    /** The caller of {@code main} has asked once more; the timers follow what that changes. */
    void relatedReceived(Callback main, UUID relatedId);

    /** Its times are others now than those its timers were set by, or its list is; it is in nobody's hands. */
    void timesChanged(Callback callback);

    /** Goes where the timers lead that are late: a callback past its expiry is closed after that. */
    void fireLateTimers(Callback callback);

    /** Its time is over while its process holds it back: goes on from where it waits, as if that wait were over. */
    void endHolding(Callback callback);

    void cancelRequested(Callback callback, @Nullable String reason);

    /** Whether the instance exists and waits for what a callback in this status needs next. */
    boolean answers(Callback callback);

    /** What the model has gone wrong at when the instance does not answer; empty when somebody has taken it away. */
    Optional<ModelFault> diagnose(Callback callback);

    /** The time from which on models were deployed that its instance does not know; null without one. */
    @Nullable
    Instant knowsModelsUntil(Callback callback);

    /** Steps of cases that the clock has set off and that have failed more than once, at most so many. */
    List<FailedStep> failedSteps(int limit);

    /** Ends what may be left of the instance, so that another one can be started. */
    void discard(Callback callback);

    /** A step that has failed. */
    record FailedStep(UUID callbackId, ModelFault fault) {}
}
