package io.ringback.callback;

import io.ringback.callback.RetryEvent.RetryScheduled.By;
import java.time.Instant;

/**
 * A time agreed on with the caller.
 *
 * @param asked what the caller was promised
 * @param at from when it is to be offered: the same, unless that was too soon after the attempt before
 * @param decidedBy who has chosen it
 * @param outsideHours whether it was insisted on: kept to the minute, although the list is closed then
 */
public record Appointment(Instant asked, Instant at, By decidedBy, boolean outsideHours) {}
