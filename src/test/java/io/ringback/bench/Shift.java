package io.ringback.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Agents who work off what is registered on some lists. There are always some callbacks more than they need. */
final class Shift implements AutoCloseable {

    private static final int LISTS = 5;
    private static final int AHEAD_OF_EACH = 3;
    private static final int CALLERS_AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    static final String BEHIND = "begun behind its time";

    private final List<Office> nodes;
    private final List<String> lists;
    private final BlockingQueue<DeskAgent> free;
    private final SideBySide desks;
    private final SideBySide callers = new SideBySide(CALLERS_AT_ONCE);

    /** @param nodes through which the agents and the callers come in turn */
    Shift(String name, List<Office> nodes, int agents) {
        this.nodes = nodes;
        this.lists = IntStream.range(0, LISTS)
                .mapToObj(number -> "%s-%d".formatted(name, number))
                .toList();
        this.desks = new SideBySide(agents);
        this.free = new ArrayBlockingQueue<>(agents);
        lists.forEach(list -> nodes.get(0).list(list, "PT10H"));
        callers.timed(agents, number -> free.add(node(number).agent("%s-agent-%d".formatted(name, number), lists)));
        callers.timed(AHEAD_OF_EACH * agents, this::register);
        free.forEach(agent -> agent.receiving(true));
    }

    private Office node(int number) {
        return nodes.get(number % nodes.size());
    }

    private void register(int number) {
        node(number).register(lists.get(number % lists.size()));
    }

    /** Registers so many, then works off as many, as fast as it goes. Answers how long both together took. */
    Duration work(int cases) {
        var start = System.nanoTime();
        var any = new Times();
        desks.timed(cases, this::register);
        desks.timed(cases, number -> handle(any));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Registers and works off so many at this rate. */
    Times work(int cases, double rate) {
        var times = new Times(Steps.INTAKE, Steps.CALL_STARTED, Steps.CALL_ENDED, Steps.SAVE_AND_NEXT, BEHIND);
        var pace = Pace.fromNow(rate);
        var registering = CompletableFuture.runAsync(() -> callers.timed(cases, number -> {
            pace.await(number);
            times.time(Steps.INTAKE, () -> register(number));
        }));
        desks.timed(cases, number -> {
            times.add(BEHIND, pace.await(number));
            handle(times);
        });
        registering.join();
        return times;
    }

    private void handle(Times times) {
        var agent = free.remove(); // as many as there are threads
        awaitCase(agent);
        times.time(Steps.CALL_STARTED, agent::call);
        times.time(Steps.CALL_ENDED, agent::hangUp);
        times.time(Steps.SAVE_AND_NEXT, agent::save);
        free.add(agent);
    }

    private static void awaitCase(DeskAgent agent) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!agent.holdsACase()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("agent %s was given no case".formatted(agent.id()));
            }
            Pace.rest(BETWEEN_LOOKS);
            agent.look();
        }
    }

    /** Agents go home. */
    @Override
    public void close() {
        free.forEach(agent -> agent.receiving(false));
        desks.close();
        callers.close();
    }
}
