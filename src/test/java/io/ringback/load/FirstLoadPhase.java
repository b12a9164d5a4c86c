package io.ringback.load;

import com.google.gson.JsonObject;
import io.ringback.browser.Chromium;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the first opening of the desk weighs and takes, with nothing in the browser's cache. */
final class FirstLoadPhase {

    private static final int ROUNDS = 20;

    /** The page marks the moment from which on it does what it is asked; counted from the navigation's start. */
    private static final String INTERACTIVE = "() => performance.getEntriesByName('desk-ready')[0].startTime";

    private final Options options;
    private final Centre centre;
    private final Chromium chromium;
    private final Timings interactive = new Timings("opened to interactive");
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Long> bytes = new TreeMap<>();

    FirstLoadPhase(Options options, Centre centre, Chromium chromium) {
        this.options = options;
        this.centre = centre;
        this.chromium = chromium;
    }

    void run() {
        System.out.printf("1. First load of the desk, %d times%n", ROUNDS);
        var list = centre.list("first", "PT10M");
        var agent = centre.agents("first", 1, list).get(0);
        try (var desk = new BrowserDesk(chromium, options, agent)) {
            var network = desk.page().context().newCDPSession(desk.page());
            network.send("Network.enable");
            network.on("Network.responseReceived", this::kind);
            network.on("Network.loadingFinished", this::count);
            for (int round = 0; round < ROUNDS; round++) {
                network.send("Network.clearBrowserCache");
                interactive.record(load(desk));
            }
        }
        System.out.println(interactive.summary());
        bytes.forEach(FirstLoadPhase::print);
        print("all", bytes.values().stream().mapToLong(Long::longValue).sum());
    }

    private Duration load(BrowserDesk desk) {
        desk.page().navigate(options.target().resolve("/desk").toString());
        desk.desk().awaitReady();
        return Duration.ofNanos((long) (((Number) desk.page().evaluate(INTERACTIVE)).doubleValue() * 1e6));
    }

    private void kind(JsonObject event) {
        kinds.put(event.get("requestId").getAsString(), event.get("type").getAsString());
    }

    private void count(JsonObject event) {
        var kind = kinds.getOrDefault(event.get("requestId").getAsString(), "other");
        bytes.merge(kind, event.get("encodedDataLength").getAsLong(), Long::sum);
    }

    /** The mean of all rounds. */
    private static void print(String kind, long sum) {
        System.out.printf(Locale.ROOT, "  over the wire: %-19s %8.1f KB%n", kind, sum / 1_000.0 / ROUNDS);
    }
}
