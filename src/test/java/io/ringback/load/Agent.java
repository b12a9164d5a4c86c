package io.ringback.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** An agent at the desk; whatever a desk shows is told to the rules. */
final class Agent {

    private final String id;
    private final Caller caller;
    private final Rules rules;

    Agent(String id, Caller caller, Rules rules) {
        this.id = id;
        this.caller = caller;
        this.rules = rules;
    }

    String id() {
        return id;
    }

    Caller caller() {
        return caller;
    }

    void join(String listId, boolean active) {
        caller.put("/api/v1/desk/lists/" + listId, Map.of("active", active), 200);
    }

    @Nullable
    Given receive() {
        return seen(caller.put("/api/v1/desk/receiving", Map.of("receiving", true), 200));
    }

    void stop() {
        caller.put("/api/v1/desk/receiving", Map.of("receiving", false), 200);
    }

    @Nullable
    Given look() {
        return seen(caller.get("/api/v1/desk"));
    }

    boolean isReceiving() {
        return caller.get("/api/v1/desk").get("receiving").asBoolean();
    }

    /** Calls and hangs up. */
    void call(Given held, @Nullable Timings timings) {
        var call = timed(
                timings,
                () -> caller.post("/api/v1/desk/case/calls", Map.of("allocationId", held.allocationId()), 201));
        timed(
                timings,
                () -> caller.post(
                        "/api/v1/desk/case/calls/" + call.get("callId").asText() + "/end", Map.of(), 200));
    }

    /** Saves that the customer was reached; gives the next case, null when there is none yet. */
    @Nullable
    Given saveAnswered(Given held, @Nullable Timings timings) {
        rules.givenBack(held.callbackId(), id);
        var desk = timed(
                timings,
                () -> caller.post(
                        "/api/v1/desk/case/outcome",
                        Map.of("allocationId", held.allocationId(), "callStatus", "ANSWERED", "note", "done"),
                        200));
        rules.resolved(held.callbackId());
        return seen(desk);
    }

    @Nullable
    Given saveBusy(Given held, Instant retryAt) {
        rules.givenBack(held.callbackId(), id);
        return seen(caller.post(
                "/api/v1/desk/case/outcome",
                Map.of("allocationId", held.allocationId(), "callStatus", "BUSY", "retryAt", retryAt.toString()),
                200));
    }

    private @Nullable Given seen(JsonNode desk) {
        var given = Given.on(desk);
        if (given != null) {
            rules.given(given.callbackId(), id);
        }
        return given;
    }

    private static JsonNode timed(@Nullable Timings timings, Callable<JsonNode> work) {
        return timings == null ? new Timings("untimed").time(work) : timings.time(work);
    }
}
