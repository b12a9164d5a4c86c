package io.ringback.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How soon an idle agent sees on the live stream what has become eligible: at once, or when its time comes. */
final class OfferPhase {

    private static final Duration AHEAD = Duration.ofSeconds(2);
    private static final Duration LOST = Duration.ofSeconds(10);

    private final Options options;
    private final Centre centre;
    private final Workers workers;
    private final Rules rules;
    private final Timings atOnce = new Timings("registered to offered");
    private final Timings scheduled = new Timings("its time to offered");

    OfferPhase(Options options, Centre centre, Workers workers, Rules rules) {
        this.options = options;
        this.centre = centre;
        this.workers = workers;
        this.rules = rules;
    }

    void run() {
        var agents = Math.min(options.agents(), options.rounds());
        System.out.printf("3. %d callbacks offered to an idle agent, and %1$d with a time ahead%n", options.rounds());
        var first = centre.list("offer-0", "PT10M");
        work(first, options.rounds(), null);
        var lists = IntStream.rangeClosed(1, agents)
                .mapToObj(number -> centre.list("offer-" + number, "PT10M"))
                .toList();
        var each = (options.rounds() + agents - 1) / agents;
        workers.together(lists.stream()
                .map(list -> (Runnable) () -> work(list, each, AHEAD))
                .toList());
        List.of(atOnce, scheduled).forEach(timings -> System.out.println(timings.summary()));
    }

    private void work(String list, int rounds, @Nullable Duration ahead) {
        var agent = centre.agents(list.substring(list.length() - 7), 1, list).get(0);
        try (var stream = new DeskStream(agent.caller())) {
            agent.receive();
            for (int round = 0; round < rounds && !workers.timeIsUp(); round++) {
                var callback = centre.register(
                        list, ahead == null ? null : Instant.now().plus(ahead), null);
                var id = callback.get("id").asText();
                var offer = stream.await(id, ahead == null ? LOST : LOST.plus(ahead));
                if (offer == null) {
                    rules.broken("callback %s was not offered to the idle agent %s".formatted(id, agent.id()));
                    return;
                }
                var eligibleAt = Instant.parse(callback.get("eligibleAt").asText());
                (ahead == null ? atOnce : scheduled).record(eligibleAt, offer.at());
                agent.call(offer.given(), null);
                agent.saveAnswered(offer.given(), null);
            }
            agent.stop();
        }
    }
}
