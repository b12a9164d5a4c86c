package io.ringback.operations;

import java.util.List;

/** How the process engine is doing. */
public interface EngineState {

    /** Whether this node fires timers. */
    enum Executor {
        RUNNING,
        STOPPED,
        /** It is not to, by its configuration. */
        OFF
    }

    /** Has the engine read something from its database; whatever goes wrong is thrown. */
    void ask();

    /** Of this node. */
    Executor executor();

    /** Of all nodes together. */
    Timers timers();

    /** Steps of processes that have failed, those that have given up first, and then the oldest first. */
    List<Incident> incidents(int limit);

    /**
     * Tries a step that has given up once more, at once and then as often as any other.
     *
     * @return as it was
     * @throws Conflict when it is no more, or has not given up
     */
    Incident retry(String incidentId);
}
