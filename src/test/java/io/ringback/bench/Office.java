package io.ringback.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.load.Caller;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes lists, agents and callbacks, over HTTP by the accounts of the demo. */
final class Office {

    private static final String PASSWORD = UUID.randomUUID().toString();

    private final URI server;
    private final Caller program;
    private final Caller supervisor;
    private final Caller administrator;
    private final AtomicInteger callers;

    Office(URI server) {
        this(server, new AtomicInteger());
    }

    private Office(URI server, AtomicInteger callers) {
        this.server = server;
        this.program = new Caller(server, "ivr:demo");
        this.supervisor = new Caller(server, "sam:demo");
        this.administrator = new Caller(server, "root:demo");
        this.callers = callers;
    }

    /** The same lists, used through another server. */
    Office through(URI node) {
        return new Office(node, callers);
    }

    /** @param dueAfter ISO duration; by the due time agents are given callbacks */
    void list(String id, String dueAfter) {
        var settings = Map.of(
                "id", id,
                "name", id,
                "region", "FI",
                "zone", "Europe/Helsinki",
                "dueAfter", dueAfter,
                "expiresAfter", "PT24H",
                "autoStopAfter", "PT6H",
                "closeAfterCall", "PT6H",
                "shortestRetry", "PT0S");
        supervisor.post("/api/v1/lists", settings, 201);
    }

    /** Who works on these lists. */
    DeskAgent agent(String id, List<String> lists) {
        administrator.post(
                "/api/v1/accounts", Map.of("id", id, "name", id, "password", PASSWORD, "roles", List.of("AGENT")), 201);
        lists.forEach(list -> supervisor.put("/api/v1/lists/%s/agents/%s".formatted(list, id), Map.of(), 204));
        var agent = new DeskAgent(id, Caller.withSession(server, id, PASSWORD));
        lists.forEach(agent::activate);
        return agent;
    }

    /** Of somebody who has not asked before. */
    JsonNode register(String list) {
        return register(list, Map.of());
    }

    /** @param more of the request */
    JsonNode register(String list, Map<String, String> more) {
        Map<String, String> request = new HashMap<>(Map.of(
                "listId", list, "phoneNumber", "+35840%07d".formatted(callers.getAndIncrement()), "source", "IVR"));
        request.putAll(more);
        return program.post("/api/v1/callbacks", request, 201);
    }
}
