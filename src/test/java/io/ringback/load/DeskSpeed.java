package io.ringback.load;

import io.ringback.browser.Chromium;
import java.time.Instant;

/**
 * Measures the desk of a running server: how soon a case is seen in a real browser, what the page weighs, and what
 * many open desks cost the server. See docs/benchmarks.md for the command. It leaves its lists and accounts behind, whose
 * names begin with {@code load-}.
 */
public final class DeskSpeed {

    private DeskSpeed() {}

    public static void main(String[] args) {
        var options = Options.read();
        var rules = new Rules();
        var workers = new Workers(rules, options.limit());
        var centre = new Centre(options, rules);
        System.out.printf("Ringback desk speed on %s, %s%n", options.target(), Instant.now());
        var phases = System.getProperty("phases", "1234");
        try (var chromium = Chromium.launch()) {
            if (phases.contains("1")) {
                new FirstLoadPhase(options, centre, chromium).run();
            }
            if (phases.contains("2")) {
                new CaseVisiblePhase(options, centre, chromium, rules).run();
            }
            if (phases.contains("3")) {
                new SaveToNextPhase(options, centre, chromium, rules).run();
            }
        }
        if (phases.contains("4")) {
            openDesks(options, centre, workers, rules);
        }
        rules.all().forEach(rule -> System.out.println("  " + rule));
        if (!rules.all().isEmpty()) {
            System.exit(1);
        }
    }

    private static void openDesks(Options options, Centre centre, Workers workers, Rules rules) {
        if (options.pid() == 0) {
            System.out.println("4. Open desks: left out, since -Dpid does not say which process is the server");
            return;
        }
        new OpenDesksPhase(options, centre, workers, rules).run();
    }
}
