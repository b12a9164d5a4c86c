package io.ringback.callback;

/** Whether a callback may be offered: now, later, or never again, since it has expired or is to be cancelled. */
public enum Eligibility {
    NOW,
    LATER,
    EXPIRED
}
