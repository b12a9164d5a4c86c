package io.ringback.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A simulated agent at a desk: joins the lists, receives, calls, saves what the telephone did, and takes a break now and
 * then. Does at most one thing a round. Goes as soon as a person opens the desk of that account, which the server tells by
 * refusing this one's heartbeats.
 */
class Colleague {

    private static final String DESK = "/api/v1/desk";
    private static final String IN_CALL = "IN_CALL";
    private static final int CONFLICT = 409;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);
    private static final int CASES_BEFORE_BREAK = 8;
    private static final Map<String, List<String>> NOTES = Map.of(
            "ANSWERED",
                    List.of("Settled on the phone.", "Sent the papers by mail.", "Changed the order.", "Explained."),
            "BUSY", List.of("Line busy."),
            "NO_ANSWER", List.of("Nobody answered.", "Rang for long."),
            "OTHER", List.of("Somebody else’s number."));

    private final String account;
    private final ApiClient api;
    private final Clock clock;
    private final double pace;
    private final RandomGenerator chance;
    private final UUID desk = UUID.randomUUID();
    private volatile boolean atWork;
    private Instant nextHeartbeat = Instant.MIN;
    private Instant nextStep = Instant.MIN;
    private String step = "";
    private String call = "";
    private Instant stepSince = Instant.MIN;
    private boolean rested = true;
    private int casesUntilBreak;

    Colleague(String account, ApiClient api, Clock clock, double pace, RandomGenerator chance) {
        this.account = account;
        this.api = api;
        this.clock = clock;
        this.pace = pace;
        this.chance = chance;
    }

    String account() {
        return account;
    }

    void start() {
        atWork = true;
        rested = true;
        casesUntilBreak = untilBreak();
        nextHeartbeat = clock.instant();
        nextStep = nextHeartbeat;
    }

    /** Hands back the case in hand, and goes home. */
    void goHome() {
        if (atWork) {
            atWork = false;
            api.put(account, DESK + "/availability", Map.of("availability", "OFFWORK"));
        }
    }

    boolean isAtWork() {
        return atWork;
    }

    void runOnce() {
        var now = clock.instant();
        if (!atWork) {
            return;
        }
        if (!nextHeartbeat.isAfter(now)) {
            heartbeat(now);
        }
        if (atWork && !nextStep.isAfter(now)) {
            work(api.get(account, DESK), now);
        }
    }

    private void heartbeat(Instant now) {
        try {
            api.put(account, DESK + "/presence", Map.of("desk", desk));
            nextHeartbeat = now.plus(HEARTBEAT);
        } catch (Refused refused) {
            if (refused.status() != CONFLICT) {
                throw refused;
            }
            atWork = false; // a person is there now, and what is in hand is theirs
        }
    }

    private void work(JsonNode seen, Instant now) {
        var inHand = seen.path("case");
        try {
            if (!seen.path("receiving").asBoolean()) {
                rest(seen, now);
            } else if (inHand.isObject()) {
                handle(inHand, now);
            } else if (casesUntilBreak <= 0) {
                takeBreak(now);
            }
        } catch (Refused refused) {
            if (refused.status() != CONFLICT) {
                throw refused;
            }
            step = ""; // the case was taken back meanwhile; the desk is read again
        }
    }

    /** Whoever was stopped by a supervisor does not switch on again at once. */
    private void rest(JsonNode seen, Instant now) {
        if (!rested && seen.path("stoppedBecause").asText().equals("SUPERVISOR")) {
            nextStep = now.plus(paced(30, 60));
            rested = true;
        } else {
            begin(seen);
            rested = false;
        }
    }

    private void begin(JsonNode seen) {
        for (var list : seen.path("lists")) {
            if (!list.path("active").asBoolean()) {
                api.put(account, DESK + "/lists/" + list.path("id").asText(), Map.of("active", true));
            }
        }
        if (!seen.path("availability").asText().equals("AVAILABLE")) {
            api.put(account, DESK + "/availability", Map.of("availability", "AVAILABLE"));
        }
        api.put(account, DESK + "/receiving", Map.of("receiving", true));
    }

    private void takeBreak(Instant now) {
        api.put(account, DESK + "/availability", Map.of("availability", "DO_NOT_DISTURB"));
        rested = true;
        casesUntilBreak = untilBreak();
        nextStep = now.plus(paced(30, 60));
    }

    /** Reads or thinks for a while before each step, as people do. */
    private void handle(JsonNode inHand, Instant now) {
        var allocation = inHand.path("allocationId").asText();
        var phase = inHand.path("phase").asText();
        var wanted = allocation + phase + inHand.path("attempts").size();
        if (!step.equals(wanted)) {
            step = wanted;
            stepSince = now;
            nextStep = now.plus(phase.equals(IN_CALL) ? LOOK : paced(2, 6));
            return;
        }
        switch (phase) {
            case "BEFORE_CALL" -> call(allocation);
            case IN_CALL -> hangUpIfLong(now);
            default -> save(allocation, inHand.path("callback"));
        }
        nextStep = now.plus(LOOK);
    }

    private void call(String allocation) {
        call = api.post(account, DESK + "/case/calls", Map.of("allocationId", allocation))
                .path("callId")
                .asText();
    }

    /** The telephone ends its calls by itself, unless its word was lost. */
    private void hangUpIfLong(Instant now) {
        if (stepSince.plus(LONGEST_CALL).isBefore(now) && !call.isEmpty()) {
            api.post(account, DESK + "/case/calls/" + call + "/end", Map.of());
        }
    }

    private void save(String allocation, JsonNode callback) {
        var answer = Answer.to(
                callback.path("phoneNumber").asText(),
                callback.path("attemptCount").asInt());
        var notes = NOTES.getOrDefault(answer.callStatus(), List.of(""));
        api.post(
                account,
                DESK + "/case/outcome",
                Map.of(
                        "allocationId", allocation,
                        "callStatus", answer.callStatus(),
                        "note", notes.get(chance.nextInt(notes.size()))));
        casesUntilBreak--;
    }

    private int untilBreak() {
        return CASES_BEFORE_BREAK + chance.nextInt(CASES_BEFORE_BREAK);
    }

    private Duration paced(int leastSeconds, int mostSeconds) {
        var seconds = leastSeconds + chance.nextDouble() * (mostSeconds - leastSeconds);
        return Duration.ofMillis((long) (1000 * pace * seconds));
    }
}
