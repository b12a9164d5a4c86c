package io.ringback.trial;

import io.ringback.callback.Callback;
import io.ringback.platform.run.Rehearsal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The time of a case that is played: it goes on from timer to timer, and every timer that comes fires. */
final class PlayedTime {

    /** Further ahead no timer is waited for. */
    private static final Duration LONGEST = Duration.ofDays(366);

    static final String NEVER_ENDS = "it never ends";

    private static final int MOST_TIMERS = 300;

    private final TrialEngine engine;
    private final Rehearsal rehearsal;
    private final Instant latest;
    private int fired;

    PlayedTime(TrialEngine engine, Rehearsal rehearsal) {
        this.engine = engine;
        this.rehearsal = rehearsal;
        this.latest = rehearsal.now().plus(LONGEST);
    }

    /** From where it may go on in several ways. */
    Sofar sofar() {
        return new Sofar(rehearsal.now(), fired);
    }

    void back(Sofar before) {
        rehearsal.set(before.now);
        fired = before.fired;
    }

    record Sofar(Instant now, int fired) {}

    Instant now() {
        return rehearsal.now();
    }

    /** The timers that come within the time that is played, the next one first. */
    List<TrialTimer> timers(Callback callback) {
        return engine.timers(callback).stream()
                .filter(timer -> !timer.dueAt().isAfter(latest))
                .toList();
    }

    TrialTimer next(Callback callback) {
        var next = engine.timers(callback).stream()
                .findFirst()
                .orElseThrow(() -> new TrialStopped(null, "it never ends: no timer runs in it"));
        if (next.dueAt().isAfter(latest)) {
            throw new TrialStopped(
                    next.elementId(),
                    "it waits longer than %s days, further than cases are played: write a shorter time"
                            .formatted(LONGEST.toDays()));
        }
        return next;
    }

    boolean runs(String element, Callback callback) {
        return timers(callback).stream().anyMatch(timer -> timer.elementId().equals(element));
    }

    /**
     * @param callback as it is then
     * @throws TrialStopped when no end is to be seen
     */
    void waitUntil(Instant time, Supplier<Callback> callback) {
        while (true) {
            var next = engine.timers(callback.get()).stream()
                    .filter(timer -> !timer.dueAt().isAfter(time))
                    .findFirst();
            if (next.isEmpty()) {
                rehearsal.moveTo(time);
                return;
            }
            fire(callback.get(), next.get());
        }
    }

    /** Lets time pass until the timer of this element has fired, or does not run any more. */
    void fireUntil(String element, Supplier<Callback> callback) {
        while (runs(element, callback.get())) {
            var next = timers(callback.get()).get(0);
            fire(callback.get(), next);
            if (next.elementId().equals(element)) {
                return;
            }
        }
    }

    /** @throws TrialStopped when too many have fired */
    void fire(Callback callback, TrialTimer timer) {
        if (++fired > MOST_TIMERS) {
            throw new TrialStopped(timer.elementId(), "more than %s timers: %s".formatted(MOST_TIMERS, NEVER_ENDS));
        }
        rehearsal.moveTo(timer.dueAt());
        engine.fire(callback, timer);
    }
}
