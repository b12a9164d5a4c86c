package io.ringback.callback;

/** Whether a callback may be offered: now, later, or never again. */
public enum Eligibility {
    NOW,
    LATER,
    EXPIRED
}
