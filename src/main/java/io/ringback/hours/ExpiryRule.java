package io.ringback.hours;

/** Whether the time to expiry runs while the list is closed. */
public enum ExpiryRule {
    /** Hours are hours: a request of Friday 16:50 that expires after 24 hours does so on Saturday at 16:50. */
    COUNTS_ON,
    /** Only hours in which the list may call are counted. */
    PAUSES
}
