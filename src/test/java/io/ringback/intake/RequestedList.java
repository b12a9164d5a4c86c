package io.ringback.intake;

import io.ringback.callback.Deadlines;
import io.ringback.callback.Source;
import io.ringback.callback.TimeLimit;
import io.ringback.hours.CallingHours;
import io.ringback.hours.ExpiryRule;
import io.ringback.list.AllocationOrder;
import io.ringback.list.CallbackList;
import io.ringback.support.OfficeWeek;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A list that is asked for callbacks: always open, its callbacks due after an hour and expiring after a day, unless told. */
record RequestedList(AllocationOrder order, Duration dueAfter, Duration expiresAfter, CallingHours hours) {

    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private static final TimeLimit YEAR = new TimeLimit(Duration.ofDays(365));

    static RequestedList aList() {
        return new RequestedList(AllocationOrder.DUE, Duration.ofHours(1), Duration.ofHours(24), CallingHours.ALWAYS);
    }

    RequestedList due(String after) {
        return new RequestedList(order, Duration.parse(after), expiresAfter, hours);
    }

    RequestedList expiring(String after) {
        return new RequestedList(order, dueAfter, Duration.parse(after), hours);
    }

    RequestedList ordered(String by) {
        return new RequestedList(AllocationOrder.valueOf(by), dueAfter, expiresAfter, hours);
    }

    RequestedList openInOfficeHours(boolean pausingExpiry) {
        return open(OfficeWeek.hours(pausingExpiry ? ExpiryRule.PAUSES : ExpiryRule.COUNTS_ON));
    }

    RequestedList open(CallingHours when) {
        return new RequestedList(order, dueAfter, expiresAfter, when);
    }

    Deadlines take(Instant now, @Nullable Instant notBefore, @Nullable Instant dueAt, @Nullable Instant expiresAt) {
        var request = new CallbackRequest(
                "sales", "+358401234567", Source.IVR, null, null, notBefore, dueAt, expiresAt, null);
        return RequestedTimes.of(request, list(), hours.calendar(), YEAR, now);
    }

    private CallbackList list() {
        return new CallbackList(
                        "sales",
                        "Sales",
                        "FI",
                        OfficeWeek.HELSINKI,
                        order,
                        dueAfter,
                        expiresAfter,
                        null,
                        null,
                        null,
                        null,
                        1)
                .open(hours);
    }
}
