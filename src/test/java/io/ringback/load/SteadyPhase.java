package io.ringback.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Registers and works off at a fixed rate, as on an even day: each case has its time, whether or not the last is done. */
final class SteadyPhase {

    private final String name;
    private final Options options;
    private final Centre centre;
    private final Workers workers;
    private final Rules rules;
    private final Timings intake = new Timings("intake");
    private final Timings calls = new Timings("call started, call ended");
    private final Timings saves = new Timings("Save-and-next");
    private final Timings behind = new Timings("begun behind its time");
    private final AtomicInteger next = new AtomicInteger();

    SteadyPhase(Options options, Centre centre, Workers workers, Rules rules) {
        this("steady", options, centre, workers, rules);
    }

    /** @param name of its list and agents, which are new ones */
    SteadyPhase(String name, Options options, Centre centre, Workers workers, Rules rules) {
        this.name = name;
        this.options = options;
        this.centre = centre;
        this.workers = workers;
        this.rules = rules;
    }

    void run() {
        var count = (int) (options.rate() * options.steady().toSeconds());
        System.out.printf("2. %d cases at %d a second%n", count, options.rate());
        var list = centre.list(name, "PT10M");
        var agents = centre.agents(name, options.agents(), list);
        var ahead = 3 * options.agents();
        workers.share(ahead, options.agents(), number -> centre.register(list));

        var before = rules.resolved();
        var start = System.nanoTime();
        Runnable callers = () -> workers.share(count, 2, number -> {
            workers.sleepUntil(start + at(number));
            intake.time(() -> centre.register(list));
        });
        workers.together(Stream.concat(Stream.of(callers), agents.stream().map(agent ->
                        (Runnable) () -> work(agent, start, count)))
                .toList());
        var took = System.nanoTime() - start;

        agents.forEach(Agent::stop);
        var worked = rules.resolved() - before;
        if (worked != count) {
            rules.broken("%d cases were to be worked off at a fixed rate, %d were".formatted(count, worked));
        }
        centre.callbacks(list).stream()
                .filter(callback -> callback.get("closedAt").isNull())
                .forEach(callback -> centre.cancel(callback.get("id").asText()));
        System.out.printf(Locale.ROOT, "  %-34s %8.1f /s%n", "cases", worked * 1e9 / took);
        List.of(intake, calls, saves, behind).forEach(timings -> System.out.println(timings.summary()));
    }

    Timings saves() {
        return saves;
    }

    private void work(Agent agent, long start, int count) {
        var held = agent.receive();
        for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
            while (held == null && !workers.timeIsUp()) {
                workers.sleep(Duration.ofMillis(20));
                held = agent.look();
            }
            if (held == null || workers.timeIsUp()) {
                return;
            }
            workers.sleepUntil(start + at(number));
            behind.record(Duration.ofNanos(System.nanoTime() - start - at(number)));
            agent.call(held, calls);
            held = agent.saveAnswered(held, saves);
        }
    }

    private long at(int number) {
        return (long) (number * 1e9 / options.rate());
    }
}
