package io.ringback.process.check.flow;

/** What a process waits for. */
enum WaitKind {
    /** An event, or somebody's work. */
    FOR_EVENTS,
    /** The engine's worker, which goes on with it when it can. */
    FOR_WORKER
}
