package io.ringback.callback;

/** How far the agent has come with the callback in hand. */
public enum Phase {
    BEFORE_CALL,
    IN_CALL,
    AFTER_CALL
}
