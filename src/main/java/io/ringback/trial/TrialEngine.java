package io.ringback.trial;

import io.ringback.callback.Callback;
import io.ringback.callback.ModelFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The process engine as far as a case is played in it. Every call joins the transaction of its caller, who takes it back. */
public interface TrialEngine {

    /**
     * Deploys the files, so that the cases begun on this thread run by them and tell their way to the path, until it is
     * closed.
     *
     * @param processes those that are played, too, as they are deployed where the files do not hold them
     */
    Stage open(Map<String, byte[]> files, Set<String> processes, TrialPath path);

    /** The timers of the callback's case, the next one first. */
    List<TrialTimer> timers(Callback callback);

    /** @throws RuntimeException whatever the process throws then */
    void fire(Callback callback, TrialTimer timer);

    /** The elements that the callback's case waits at. */
    List<String> waitingAt(Callback callback);

    /** Whether the process of the callback's case goes on. */
    boolean isRunning(Callback callback);

    /** What of a model has gone wrong; empty when it is none's fault. */
    Optional<ModelFault> fault(Throwable failure);

    /** What of a model the callback's case waits at; empty when it is over. */
    Optional<ModelFault> whereabouts(Callback callback);

    /** What is deployed for playing. */
    interface Stage extends AutoCloseable {

        /** Those processes of the files that handle callbacks. */
        List<String> cases();

        /**
         * The file of a version.
         *
         * @param process whose file it is for null, and when the version is not known
         */
        String file(@Nullable ModelFault fault, String process);

        /** Forgets what the engine keeps in memory of it. */
        @Override
        void close();
    }
}
