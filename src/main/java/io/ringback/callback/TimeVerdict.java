package io.ringback.callback;

/** Whether a callback can be offered at a time that somebody names. */
public enum TimeVerdict {
    POSSIBLE,
    /** Its list does not call then. */
    OUTSIDE_HOURS,
    IN_THE_PAST,
    /** It expires before that, or then. */
    PAST_EXPIRY,
    TOO_FAR_AHEAD
}
