package io.ringback.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Registers many callbacks and works them off, both as fast as it goes. */
final class WorkOffPhase {

    private final Options options;
    private final Centre centre;
    private final Workers workers;
    private final Rules rules;
    private final Timings intake = new Timings("intake");
    private final Timings calls = new Timings("call started, call ended");
    private final Timings saves = new Timings("Save-and-next");

    WorkOffPhase(Options options, Centre centre, Workers workers, Rules rules) {
        this.options = options;
        this.centre = centre;
        this.workers = workers;
        this.rules = rules;
    }

    void run() {
        int count = options.callbacks();
        System.out.printf("1. %d callbacks, %d agents, as fast as it goes%n", count, options.agents());
        String list = centre.list("fast", "PT10M");
        var agents = centre.agents("fast", options.agents(), list);
        agents.forEach(Agent::look);

        long start = System.nanoTime();
        workers.share(count, options.agents(), number -> intake.time(() -> centre.register(list)));
        long registered = System.nanoTime();
        workers.together(
                agents.stream().map(agent -> (Runnable) () -> work(agent)).toList());
        long end = System.nanoTime();

        agents.forEach(Agent::stop);
        check(list);
        rate("registrations", count, registered - start);
        rate("cases worked off", count, end - registered);
        rate("full cases (both together)", count, end - start);
        List.of(intake, calls, saves).forEach(timings -> System.out.println(timings.summary()));
    }

    private void work(Agent agent) {
        @Nullable Given held = agent.receive();
        while (rules.resolved() < options.callbacks() && !workers.timeIsUp()) {
            if (held == null) {
                workers.sleep(Duration.ofMillis(20));
                held = agent.look();
                continue;
            }
            agent.call(held, calls);
            var next = agent.saveAnswered(held, saves);
            if (next != null && Given.OLDEST_FIRST.compare(held, next) > 0) {
                rules.broken("agent %s was given callback %s after the younger %s"
                        .formatted(agent.id(), next.callbackId(), held.callbackId()));
            }
            held = next;
        }
    }

    private void check(String list) {
        var callbacks = centre.callbacks(list);
        if (callbacks.size() != options.callbacks()) {
            rules.broken(
                    "%d callbacks were registered, the list has %d".formatted(options.callbacks(), callbacks.size()));
        }
        for (var callback : callbacks) {
            String id = callback.get("id").asText();
            boolean handledOnce = callback.get("status").asText().equals("RESOLVED")
                    && callback.get("attemptCount").asInt() == 1
                    && rules.isResolved(id);
            if (!handledOnce) {
                rules.broken("callback %s was not handled once: %s after %d attempts"
                        .formatted(
                                id,
                                callback.get("status").asText(),
                                callback.get("attemptCount").asInt()));
            }
        }
    }

    private static void rate(String name, int count, long nanos) {
        System.out.printf(Locale.ROOT, "  %-34s %8.1f /s%n", name, count * 1e9 / nanos);
    }
}
