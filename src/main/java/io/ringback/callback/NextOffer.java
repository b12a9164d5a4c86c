package io.ringback.callback;

/** What the time of the next offer would be, by the delay of the retry policy. */
public enum NextOffer {
    /** After the delay, or at the next opening after that. */
    AFTER_DELAY,
    /** The delay ends beyond the expiry, or beyond the last opening before it: just before that. */
    BEFORE_EXPIRY,
    /** No time is left for a further offer. */
    NONE
}
