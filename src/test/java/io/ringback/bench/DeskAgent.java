package io.ringback.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.load.Caller;
import io.ringback.load.DeskStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent who has signed in, with the case that the desk showed last. */
final class DeskAgent {

    private final String id;
    private final Caller caller;
    private @Nullable String allocation;
    private String call = "";

    DeskAgent(String id, Caller caller) {
        this.id = id;
        this.caller = caller;
    }

    String id() {
        return id;
    }

    Caller caller() {
        return caller;
    }

    DeskStream stream() {
        return new DeskStream(caller);
    }

    boolean holdsACase() {
        return allocation != null;
    }

    void holds(String allocationId) {
        allocation = allocationId;
    }

    void activate(String list) {
        caller.put("/api/v1/desk/lists/" + list, Map.of("active", true), 200);
    }

    void receiving(boolean on) {
        sees(caller.put("/api/v1/desk/receiving", Map.of("receiving", on), 200));
    }

    void look() {
        sees(caller.get("/api/v1/desk"));
    }

    void call() {
        call = caller.post("/api/v1/desk/case/calls", holding(), 201)
                .get("callId")
                .asText();
    }

    void hangUp() {
        caller.post("/api/v1/desk/case/calls/%s/end".formatted(call), Map.of(), 200);
    }

    /** Saves, and is given the next one. */
    void save() {
        Map<String, Object> outcome = new HashMap<>(holding());
        outcome.put("callStatus", "ANSWERED");
        outcome.put("note", "done");
        sees(caller.post("/api/v1/desk/case/outcome", outcome, 200));
    }

    private void sees(JsonNode desk) {
        var held = desk.path("case");
        allocation = held.isObject() ? held.get("allocationId").asText() : null;
    }

    private Map<String, String> holding() {
        if (allocation == null) {
            throw new IllegalStateException("agent %s was to have a case and has none".formatted(id));
        }
        return Map.of("allocationId", allocation);
    }
}
