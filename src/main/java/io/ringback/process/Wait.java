package io.ringback.process;

/** What a process waits for. */
enum Wait {
    /** A message, or whichever of several events comes first. */
    FOR_EVENTS,
    /** Some time, or somebody's work. */
    PATIENT,
    /** The engine's worker, which goes on with it when it can. */
    FOR_WORKER
}
