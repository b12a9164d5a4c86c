package io.ringback.callback;

/** Whether a callback may be offered: now, later, or never again. */
public enum Callable {
    NOW,
    LATER,
    EXPIRED
}
