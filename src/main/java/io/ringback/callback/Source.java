package io.ringback.callback;

/** Where a request came from. */
public enum Source {
    IVR,
    SERVICE_POOL_OVERFLOW,
    MISSED_CALL,
    WEB,
    MANUAL
}
