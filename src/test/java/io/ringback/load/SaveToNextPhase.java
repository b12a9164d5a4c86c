package io.ringback.load;

import io.ringback.browser.Chromium;

/** How soon the next case is to be seen after Save is pressed in the browser. */
final class SaveToNextPhase {

    /** The first ones find a server, a page and a browser that are not warm. */
    private static final int WARM_UP = 10;

    private final Options options;
    private final Centre centre;
    private final Chromium chromium;
    private final Rules rules;
    private final Timings saves = new Timings("Save pressed to next case visible");

    SaveToNextPhase(Options options, Centre centre, Chromium chromium, Rules rules) {
        this.options = options;
        this.centre = centre;
        this.chromium = chromium;
        this.rules = rules;
    }

    void run() {
        System.out.printf("3. Save, and the next of %d cases that wait%n", options.rounds());
        var list = centre.list("save", "PT10M");
        var agent = centre.agents("save", 1, list).get(0);
        var rounds = WARM_UP + options.rounds();
        for (int number = 0; number <= rounds; number++) {
            centre.register(list);
        }
        try (var desk = new BrowserDesk(chromium, options, agent)) {
            desk.desk().startReceiving();
            desk.seen(1);
            for (int round = 1; round <= rounds; round++) {
                work(desk);
                var next = desk.seen(round + 1);
                if (round > WARM_UP) {
                    saves.record(desk.saved(round), next);
                }
            }
            agent.stop();
        }
        System.out.println(saves.summary());
        centre.callbacks(list).stream()
                .filter(callback -> callback.get("closedAt").isNull())
                .forEach(callback -> centre.cancel(callback.get("id").asText()));
        if (saves.count() != options.rounds()) {
            rules.broken("%d saves were to be measured, %d were".formatted(options.rounds(), saves.count()));
        }
    }

    private static void work(BrowserDesk desk) {
        var window = desk.desk().caseWindow();
        window.call();
        window.endCall();
        window.choose("ANSWERED");
        window.save();
    }
}
