package io.ringback.reception;

import io.ringback.callback.ModelFault;
import java.util.Optional;

/**
 * The process instance of a reception. Every call joins the transaction of its caller, who has locked the agent before,
 * and throws {@link ReceptionNotAnswering} when the instance is not where the row says it is.
 */
public interface ReceptionProcess {

    /**
     * Starts it, which allocates the oldest eligible callback at once if there is one.
     *
     * @return the id of the process instance; empty when no version of the process starts
     */
    Optional<String> start(Agent agent);

    /** A callback has become available while the agent waits for one. */
    void callbackAvailable(Agent agent);

    /** The callback in hand is closed or handed on: the next one is allocated. */
    void callbackClosed(Agent agent);

    /** @param outcomeSaved whether the outcome of the callback in hand is saved, so that nothing is to be given back */
    void stop(Agent agent, boolean outcomeSaved);

    /** Whether the instance is still there. */
    boolean isRunning(Agent agent);

    /** What the model has gone wrong at when the instance does not answer; empty when somebody has taken it away. */
    Optional<ModelFault> diagnose(Agent agent);

    /** Ends what may be left of the instance. */
    void discard(Agent agent);
}
