package io.ringback.load;

import java.time.Instant;

/**
 * Works a running server as hard as it goes, prints what it reached and checks its rules. See the README for the
 * command. It leaves its lists and accounts behind, whose names begin with {@code load-}.
 */
public final class LoadDriver {

    private LoadDriver() {}

    public static void main(String[] args) {
        var options = Options.read();
        var rules = new Rules();
        var workers = new Workers(rules, options.limit());
        var centre = new Centre(options, rules);
        System.out.printf("Ringback load run on %s, %s%n", options.target(), Instant.now());
        try {
            new WorkOffPhase(options, centre, workers, rules).run();
            new SteadyPhase(options, centre, workers, rules).run();
            new OfferPhase(options, centre, workers, rules).run();
            new TimerPhase(options, centre, workers, rules).run();
            centre.checkNothingIsLeft();
        } catch (RuntimeException e) {
            rules.broken("the run failed: " + e);
        }
        var broken = rules.all();
        System.out.printf("rules broken: %d%n", broken.size());
        broken.forEach(rule -> System.out.println("  " + rule));
        if (!broken.isEmpty()) {
            System.exit(1);
        }
    }
}
