package io.ringback.bench;

import io.ringback.load.DeskStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Idle agents, each with a list and a live stream, for whom callbacks are registered one after the other. */
final class Offers implements AutoCloseable {

    static final String OFFERED = "registered to offered";
    static final String REGISTERING = "registering";
    static final int AGENTS = 4;
    static final Duration BETWEEN = Duration.ofMillis(250);
    private static final Duration LOST = Duration.ofSeconds(60);

    private final Office office;
    private final List<Idle> idle;

    private record Idle(String list, DeskAgent agent, DeskStream stream) {}

    Offers(Office office) {
        this.office = office;
        this.idle = IntStream.range(0, AGENTS).mapToObj(this::idle).toList();
    }

    private Idle idle(int number) {
        var list = "idle-" + number;
        office.list(list, "PT10H");
        var agent = office.agent("idle-agent-" + number, List.of(list));
        agent.receiving(true);
        return new Idle(list, agent, agent.stream());
    }

    /** How long offers took while this was done. */
    Times during(Runnable work) {
        var times = new Times(OFFERED, REGISTERING);
        var done = new AtomicBoolean();
        try (var threads = new SideBySide(AGENTS)) {
            var offering = CompletableFuture.runAsync(() -> threads.timed(AGENTS, number -> {
                while (!done.get()) {
                    offer(idle.get(number), times);
                }
            }));
            try {
                work.run();
            } finally {
                done.set(true);
            }
            offering.join();
        }
        return times;
    }

    private void offer(Idle one, Times times) {
        var start = System.nanoTime();
        var callback = office.register(one.list());
        times.add(REGISTERING, Duration.ofNanos(System.nanoTime() - start));
        var id = callback.get("id").asText();
        var offer = one.stream().await(id, LOST);
        if (offer == null) {
            throw new IllegalStateException("callback %s was not offered to the idle agent %s"
                    .formatted(id, one.agent().id()));
        }
        times.add(
                OFFERED,
                Duration.between(Instant.parse(callback.get("eligibleAt").asText()), offer.at()));
        one.agent().holds(offer.given().allocationId());
        one.agent().call();
        one.agent().hangUp();
        one.agent().save();
        Pace.rest(BETWEEN);
    }

    @Override
    public void close() {
        idle.forEach(one -> {
            one.agent().receiving(false);
            one.stream().close();
        });
    }
}
