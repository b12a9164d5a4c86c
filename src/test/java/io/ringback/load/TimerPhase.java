package io.ringback.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How late automatic stopping, retries and expiry are while many other timers wait; told by the audit trail. */
final class TimerPhase {

    private static final int TIMERS_OF_A_SCHEDULED_CALLBACK = 2; // its own time, and its due time
    private static final Duration FAR = Duration.ofHours(6);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LOST = Duration.ofSeconds(20);

    private final Options options;
    private final Centre centre;
    private final Workers workers;
    private final Rules rules;
    private final Timings stops = new Timings("automatic stop, late by");
    private final Timings retries = new Timings("retry offered, late by");
    private final Timings expiries = new Timings("expiry, late by");
    private final List<Expiring> expiring = new ArrayList<>();
    private final Collection<String> leftOver = new ConcurrentLinkedQueue<>();

    private record Expiring(String id, Instant at) {}

    TimerPhase(Options options, Centre centre, Workers workers, Rules rules) {
        this.options = options;
        this.centre = centre;
        this.workers = workers;
        this.rules = rules;
    }

    void run() {
        var callbacks = (options.timers() + 1) / TIMERS_OF_A_SCHEDULED_CALLBACK;
        System.out.printf(
                "4. late timers, while %d others wait (of %d scheduled callbacks)%n", options.timers(), callbacks);
        var waiting = centre.list("waiting", "PT10M");
        var until = Instant.now().plus(FAR);
        workers.share(callbacks, options.agents(), number -> leftOver.add(id(centre.register(waiting, until, null))));

        var agents = Math.min(options.agents(), options.samples());
        var each = (options.samples() + agents - 1) / agents;
        var tasks = new ArrayList<Runnable>();
        IntStream.rangeClosed(1, agents).forEach(number -> {
            tasks.add(() -> beStopped("stop-" + number, each));
            tasks.add(() -> retry("retry-" + number, each));
        });
        tasks.add(() -> expire(centre.list("expiry", "PT10M")));
        workers.together(tasks);

        var cancelled = List.copyOf(leftOver);
        workers.share(cancelled.size(), options.agents(), number -> centre.cancel(cancelled.get(number)));
        List.of(stops, retries, expiries).forEach(timings -> System.out.println(timings.summary()));
    }

    /** Takes the same case again and again and never calls. */
    private void beStopped(String name, int rounds) {
        var list = centre.list(name, "PT2S");
        var agent = centre.agents(name, 1, list).get(0);
        leftOver.add(id(centre.register(list)));
        for (int round = 0; round < rounds && !workers.timeIsUp(); round++) {
            workers.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(500)));
            var held = agent.receive();
            if (held == null || held.autoStopAt() == null) {
                rules.broken("agent %s was given no case with a limit".formatted(agent.id()));
                return;
            }
            workers.sleep(Duration.between(Instant.now(), held.autoStopAt()));
            record(
                    stops,
                    held.autoStopAt(),
                    eventAfter(held.callbackId(), "RELEASED", held.autoStopAt()),
                    held.callbackId());
        }
    }

    /** Calls, finds the line busy, and is idle until the case comes back. */
    private void retry(String name, int rounds) {
        var list = centre.list(name, "PT10M");
        var agent = centre.agents(name, 1, list).get(0);
        var id = id(centre.register(list));
        var held = agent.receive();
        for (int round = 0; held != null && round < rounds && !workers.timeIsUp(); round++) {
            agent.call(held, null);
            var again = Instant.now()
                    .plus(SOON)
                    .plusMillis(ThreadLocalRandom.current().nextInt(500));
            agent.saveBusy(held, again);
            workers.sleep(Duration.between(Instant.now(), again));
            record(retries, again, eventAfter(id, "ALLOCATED", again), id);
            held = agent.look();
        }
        if (held == null) {
            rules.broken("agent %s was not given callback %s".formatted(agent.id(), id));
            return;
        }
        agent.saveAnswered(held, null);
        agent.stop();
    }

    /** Nobody works on this list. */
    private void expire(String list) {
        for (int sample = 0; sample < options.samples() && !workers.timeIsUp(); sample++) {
            workers.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(200)));
            var expiresAt = Instant.now().plus(SOON);
            expiring.add(new Expiring(id(centre.register(list, null, expiresAt)), expiresAt));
        }
        for (var callback : expiring) {
            workers.sleep(Duration.between(Instant.now(), callback.at()));
            record(expiries, callback.at(), eventAfter(callback.id(), "EXPIRED", callback.at()), callback.id());
        }
    }

    private void record(Timings timings, Instant deadline, @Nullable Instant done, String callbackId) {
        if (done == null) {
            rules.broken("%s: nothing within %s for callback %s".formatted(timings.name(), LOST, callbackId));
        } else {
            timings.record(deadline, done);
        }
    }

    /** Waits for the event; null when it does not come. */
    private @Nullable Instant eventAfter(String callbackId, String type, Instant deadline) {
        var lost = System.nanoTime() + LOST.toNanos();
        while (lost - System.nanoTime() > 0 && !workers.timeIsUp()) {
            var at = centre.lastEvent(callbackId, type);
            if (at != null && !at.isBefore(deadline)) {
                return at;
            }
            workers.sleep(Duration.ofMillis(100));
        }
        return null;
    }

    private static String id(JsonNode callback) {
        return callback.get("id").asText();
    }
}
