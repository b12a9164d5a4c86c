package io.ringback.load;

import io.ringback.browser.Chromium;
import java.time.Instant;

/** How soon a waiting agent sees a case in the browser, from when it became eligible. */
final class CaseVisiblePhase {

    /** The first ones find a server, a page and a browser that are not warm. */
    private static final int WARM_UP = 10;

    private final Options options;
    private final Centre centre;
    private final Chromium chromium;
    private final Rules rules;
    private final Timings eligible = new Timings("eligible to case window visible");
    private final Timings answered = new Timings("request answered to visible");

    CaseVisiblePhase(Options options, Centre centre, Chromium chromium, Rules rules) {
        this.options = options;
        this.centre = centre;
        this.chromium = chromium;
        this.rules = rules;
    }

    void run() {
        System.out.printf("2. %d cases, each for an agent who waits at the desk%n", options.rounds());
        var list = centre.list("visible", "PT10M");
        var agent = centre.agents("visible", 1, list).get(0);
        try (var desk = new BrowserDesk(chromium, options, agent)) {
            desk.desk().startReceiving();
            var before = desk.count();
            for (int round = 1; round <= WARM_UP + options.rounds(); round++) {
                offer(list, agent, desk, before + round, round > WARM_UP);
            }
            agent.stop();
        }
        System.out.println(eligible.summary());
        System.out.println(answered.summary());
    }

    private void offer(String list, Agent agent, BrowserDesk desk, int number, boolean counts) {
        desk.awaitNoCase();
        var callback = centre.register(list);
        var answer = Instant.now();
        var seen = desk.seen(number);
        if (counts) {
            eligible.record(Instant.parse(callback.get("eligibleAt").asText()), seen);
            answered.record(answer, seen);
        }
        var held = agent.look();
        if (held == null) {
            rules.broken("a case was seen that the agent does not have");
            return;
        }
        agent.call(held, null);
        agent.saveAnswered(held, null);
    }
}
