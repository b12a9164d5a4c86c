package io.ringback.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A contact centre made for one run: lists, agents and callers that no other run has. */
final class Centre {

    private static final String SUFFIX = Long.toString(System.currentTimeMillis() / 100, Character.MAX_RADIX);
    /** Of every agent. */
    static final String PASSWORD = UUID.randomUUID().toString();

    private final Options options;
    private final Rules rules;
    private final Caller integrator;
    private final Caller supervisor;
    private final Caller administrator;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<String> lists = new ArrayList<>();

    Centre(Options options, Rules rules) {
        this.options = options;
        this.rules = rules;
        this.integrator = new Caller(options.target(), options.integrator());
        this.supervisor = new Caller(options.target(), options.supervisor());
        this.administrator = new Caller(options.target(), options.administrator());
    }

    /** @param autoStopAfter ISO duration */
    String list(String name, String autoStopAfter) {
        var id = "load-%s-%s".formatted(SUFFIX, name);
        supervisor.post(
                "/api/v1/lists",
                Map.of(
                        "id", id,
                        "name", "Load " + name,
                        "region", "FI",
                        "zone", "Europe/Helsinki",
                        "dueAfter", "PT1H",
                        "expiresAfter", "PT24H",
                        "autoStopAfter", autoStopAfter,
                        "closeAfterCall", "PT10M",
                        "shortestRetry", "PT0S"),
                201);
        lists.add(id);
        return id;
    }

    /** Agents who have joined the list, each known to the server's password check already. */
    List<Agent> agents(String name, int count, String listId) {
        var agents = new ArrayList<Agent>();
        for (int number = 1; number <= count; number++) {
            var id = "load-%s-%s-%d".formatted(SUFFIX, name, number);
            administrator.post(
                    "/api/v1/accounts",
                    Map.of("id", id, "name", "Load " + number, "password", PASSWORD, "roles", List.of("AGENT")),
                    201);
            var agent = new Agent(id, new Caller(options.target(), id + ":" + PASSWORD), rules);
            giveAccess(agent, listId);
            agent.join(listId, true);
            agents.add(agent);
        }
        return agents;
    }

    void giveAccess(Agent agent, String listId) {
        supervisor.put("/api/v1/lists/%s/agents/%s".formatted(listId, agent.id()), Map.of(), 204);
    }

    /** Registers a callback of somebody who has not asked before. */
    JsonNode register(String listId, @Nullable Instant notBefore, @Nullable Instant expiresAt) {
        Map<String, Object> body = new HashMap<>();
        body.put("listId", listId);
        body.put("phoneNumber", "+35840%07d".formatted(1_000_000 + numbers.getAndIncrement()));
        body.put("source", "IVR");
        if (notBefore != null) {
            body.put("notBefore", notBefore.toString());
        }
        if (expiresAt != null) {
            body.put("dueAt", expiresAt.toString());
            body.put("expiresAt", expiresAt.toString());
        }
        return integrator.post("/api/v1/callbacks", body, 201);
    }

    JsonNode register(String listId) {
        return register(listId, null, null);
    }

    void cancel(String callbackId) {
        integrator.post("/api/v1/callbacks/" + callbackId + "/cancel", Map.of("reason", "end of the load run"), 200);
    }

    /** The event of a callback that was recorded last with this type; null if there is none. */
    @Nullable
    Instant lastEvent(String callbackId, String type) {
        Instant found = null;
        for (var event :
                supervisor.get("/api/v1/callbacks/" + callbackId + "/history").get("events")) {
            if (event.get("type").asText().equals(type)) {
                found = Instant.parse(event.get("at").asText());
            }
        }
        return found;
    }

    /** Every callback of a list, page by page. */
    List<JsonNode> callbacks(String listId) {
        var found = new ArrayList<JsonNode>();
        var after = "";
        for (int page = 0; page < 10_000; page++) {
            var answer = supervisor.get("/api/v1/callbacks?limit=500&listId=" + listId + after);
            answer.get("items").forEach(found::add);
            if (answer.get("next").isNull()) {
                return found;
            }
            after = "&after=" + answer.get("next").asText();
        }
        throw new IllegalStateException("list %s has no end".formatted(listId));
    }

    /** Nothing may be open or in anybody's hands when all is done. */
    void checkNothingIsLeft() {
        for (var list : lists) {
            var open = supervisor
                    .get("/api/v1/lists/" + list + "/numbers")
                    .get("openCases")
                    .asInt();
            if (open > 0) {
                rules.broken("%d callbacks of list %s are left open".formatted(open, list));
            }
        }
    }
}
