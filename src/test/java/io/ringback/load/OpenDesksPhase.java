package io.ringback.load;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What many open desks with nothing to do cost the server. */
final class OpenDesksPhase {

    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final int LOOKS = 6;

    private final Options options;
    private final Centre centre;
    private final Workers workers;
    private final Rules rules;
    private final ServerProcess server;
    private final AtomicInteger heartbeats = new AtomicInteger();

    OpenDesksPhase(Options options, Centre centre, Workers workers, Rules rules) {
        this.options = options;
        this.centre = centre;
        this.workers = workers;
        this.rules = rules;
        this.server = new ServerProcess(options.pid());
    }

    void run() {
        System.out.printf(
                "4. %d open desks, watched for %d s%n",
                options.desks(), options.idle().toSeconds());
        var without = server.liveHeapMegabytes();
        var desks = open();
        workers.sleep(SETTLING);
        var atFirst = server.liveHeapMegabytes();
        watch();
        var atLast = server.liveHeapMegabytes();
        desks.forEach(IdleDesk::close);
        print("live heap without desks", without, "MB");
        print("live heap at first", atFirst, "MB");
        print("live heap at last", atLast, "MB");
        print("heartbeats answered", heartbeats.get(), "");
    }

    private Collection<IdleDesk> open() {
        var list = centre.list("open", "PT10M");
        var desks = new ConcurrentLinkedQueue<IdleDesk>();
        workers.share(options.desks(), options.agents(), number -> {
            var agent = centre.agents("open-" + number, 1, list).get(0);
            var page = Caller.withSession(options.target(), agent.id(), Centre.PASSWORD);
            var desk = new IdleDesk(agent.id(), page, rules::broken, heartbeats);
            desk.open();
            desks.add(desk);
        });
        return desks;
    }

    private void watch() {
        var start = System.nanoTime();
        var before = server.cpu();
        for (int look = 1; look <= LOOKS; look++) {
            workers.sleepUntil(start + options.idle().toNanos() * look / LOOKS);
            print("resident", server.residentMegabytes(), "MB");
        }
        double took = System.nanoTime() - start;
        print("processor time, of one core", 100 * server.cpu().minus(before).toNanos() / took, "%");
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "  %-34s %8.1f %s%n", name, value, unit);
    }
}
