package io.ringback.office.cases;

import io.ringback.callback.CallbackStatus;
import org.jspecify.annotations.Nullable;

/** What supervisors look for: where a callback stands, or what several of those have in common. */
enum CaseState {
    OPEN,
    OVERDUE,
    SET_ASIDE,
    SCHEDULED,
    WAITING,
    ALLOCATED,
    RESOLVED,
    EXPIRED,
    MERGED,
    CANCELLED;

    /** The status it stands for; null for those that stand for something else. */
    @Nullable
    CallbackStatus status() {
        return this == OPEN || this == OVERDUE || this == SET_ASIDE ? null : CallbackStatus.valueOf(name());
    }
}
