package io.ringback.callback;

/**
 * Where a callback stands: {@code SCHEDULED → WAITING → ALLOCATED}, back again after an attempt that did not resolve it,
 * and at last one of the closed ones. Closed never reopens.
 */
public enum CallbackStatus {
    /** Not before, or not again before, a time that lies ahead. */
    SCHEDULED,
    /** To be offered to the next agent. */
    WAITING,
    /** In the hands of one agent. */
    ALLOCATED,
    RESOLVED,
    EXPIRED,
    /** Closed because an older callback of the same number is open on the list. */
    MERGED,
    CANCELLED;

    public boolean isClosed() {
        return ordinal() >= RESOLVED.ordinal();
    }
}
