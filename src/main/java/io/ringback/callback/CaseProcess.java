package io.ringback.callback;

import org.jspecify.annotations.Nullable;

/**
 * The process instance of a callback: the engine decides there what happens next. Every call joins the transaction of
 * its caller, who has locked and written the row before.
 *
 * <p>All of them throw {@link CaseNotAnswering} when the instance is not where the row says it is.
 */
public interface CaseProcess {

    void start(Callback callback);

    void allocated(Callback callback);

    void callStarted(Callback callback);

    void callEnded(Callback callback);

    void outcomeSaved(Callback callback, Outcome outcome);

    void released(Callback callback, Callable callable);

    void relatedReceived(Callback main);

    void cancelRequested(Callback callback, @Nullable String reason);

    /** Whether the instance exists and waits for what a callback in this status needs next. */
    boolean answers(Callback callback);

    /** Ends what may be left of the instance, so that another one can be started. */
    void discard(Callback callback);
}
