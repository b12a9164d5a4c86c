package io.ringback.hours;

import io.ringback.hours.ImportedDays.Reason;

/** An event of a calendar file closes no day. */
final class SkippedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final Reason reason;

    SkippedEvent(Reason reason) {
        super("expected an event of whole days, but it is " + reason, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
