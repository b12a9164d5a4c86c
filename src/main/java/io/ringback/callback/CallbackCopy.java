package io.ringback.callback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Callbacks with some other values, whatever may become of what: which of them may be, {@link Callback} says. */
final class CallbackCopy {

    private final Callback of;
    private Request request;
    private CallbackStatus status;
    private Deadlines deadlines;
    private boolean overdue;
    private int attemptCount;
    private @Nullable UUID mainCallbackId;
    private @Nullable Instant closedAt;
    private @Nullable Holding holding;
    private @Nullable String releasedBy;
    private @Nullable String setAsideBecause;
    private @Nullable CancelRequest cancelRequested;
    private boolean remarked;
    private int priority;
    private Preference preference;
    private Offering offering;

    private CallbackCopy(Callback of) {
        this.of = of;
        this.request = of.request();
        this.status = of.status();
        this.deadlines = of.deadlines();
        this.overdue = of.overdue();
        this.attemptCount = of.attemptCount();
        this.mainCallbackId = of.mainCallbackId();
        this.closedAt = of.closedAt();
        this.holding = of.holding();
        this.releasedBy = of.releasedBy();
        this.setAsideBecause = of.setAsideBecause();
        this.cancelRequested = of.cancelRequested();
        this.remarked = of.remarked();
        this.priority = of.priority();
        this.preference = of.preference();
        this.offering = of.offering();
    }

    /** What its process has to offer waits for that, whoever brings it back in line and however. */
    private Callback made() {
        if (offering == Offering.DONE && of.holding() != null && holding == null && closedAt == null) {
            offering = Offering.NOT_YET;
        }
        if (offering == Offering.NOT_YET && status == CallbackStatus.WAITING) {
            status = CallbackStatus.SCHEDULED;
        }
        return new Callback(
                of.id(),
                request,
                of.createdAt(),
                status,
                deadlines,
                overdue,
                attemptCount,
                mainCallbackId,
                closedAt,
                holding,
                releasedBy,
                of.processInstanceId(),
                setAsideBecause,
                cancelRequested,
                remarked,
                priority,
                preference,
                offering);
    }

    /** A new one. Its first process instance has the same id, so that the row can name it before there is one. */
    static Callback requested(UUID id, Request request, Deadlines deadlines, CallbackStatus status, Instant now) {
        return new Callback(
                id,
                request,
                now,
                status,
                deadlines,
                false,
                0,
                null,
                null,
                null,
                null,
                id.toString(),
                null,
                null,
                false,
                0,
                Preference.NONE,
                Offering.ANY_TIME);
    }

    static Callback of(Callback of, Request request, Preference preference) {
        var copy = new CallbackCopy(of);
        copy.request = request;
        copy.preference = preference;
        return copy.made();
    }

    static Callback of(
            Callback of,
            CallbackStatus status,
            Deadlines deadlines,
            int attemptCount,
            @Nullable Holding holding,
            @Nullable String releasedBy) {
        var copy = new CallbackCopy(of);
        copy.status = status;
        copy.deadlines = deadlines;
        copy.attemptCount = attemptCount;
        copy.holding = holding;
        copy.releasedBy = releasedBy;
        return copy.made();
    }

    /** In nobody's hands any more. */
    static Callback closed(Callback of, CallbackStatus status, @Nullable UUID mainCallbackId, Instant at) {
        var copy = new CallbackCopy(of);
        copy.status = status;
        copy.mainCallbackId = mainCallbackId;
        copy.closedAt = at;
        copy.holding = null;
        copy.releasedBy = null;
        return copy.made();
    }

    /** Its process has offered what it held back. */
    static Callback offered(Callback of, CallbackStatus status, Deadlines deadlines) {
        var copy = new CallbackCopy(of);
        copy.status = status;
        copy.deadlines = deadlines;
        copy.offering = Offering.DONE;
        return copy.made();
    }

    static Callback overdue(Callback of, boolean overdue) {
        var copy = new CallbackCopy(of);
        copy.overdue = overdue;
        return copy.made();
    }

    /** @param because why; null for one that is not set aside any more */
    static Callback aside(Callback of, @Nullable String because) {
        var copy = new CallbackCopy(of);
        copy.setAsideBecause = because;
        return copy.made();
    }

    /** Something is written beside it from now on. */
    static Callback remarked(Callback of) {
        var copy = new CallbackCopy(of);
        copy.remarked = true;
        return copy.made();
    }

    static Callback urgent(Callback of, int priority) {
        var copy = new CallbackCopy(of);
        copy.priority = priority;
        return copy.made();
    }

    /** @param cancelRequested null for one that is not to be cancelled */
    static Callback marked(Callback of, @Nullable CancelRequest cancelRequested) {
        var copy = new CallbackCopy(of);
        copy.cancelRequested = cancelRequested;
        return copy.made();
    }
}
