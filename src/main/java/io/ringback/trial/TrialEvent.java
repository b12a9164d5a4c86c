package io.ringback.trial;

/** What can happen to a case that is played. */
public enum TrialEvent {
    /** It is given to an agent. Before a call, an outcome and a stop that happens by itself. */
    ALLOCATED,
    CALL_STARTED,
    CALL_ENDED,
    /** The agent saves a call status. */
    OUTCOME,
    /** The clock moves on to the next timer, or to the one that is named. */
    TIMER,
    /** The caller asks again. */
    RELATED,
    /** The request is withdrawn, by a program or a supervisor. */
    CANCEL,
    /** The agent stops receiving. */
    STOP
}
