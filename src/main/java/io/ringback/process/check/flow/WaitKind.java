package io.ringback.process.check.flow;

/** What a process waits for. */
enum WaitKind {
    /** A message, or whichever of several events comes first. */
    FOR_EVENTS,
    /** Some time, or somebody's work. */
    PATIENT,
    /** The engine's worker, which goes on with it when it can. */
    FOR_WORKER
}
