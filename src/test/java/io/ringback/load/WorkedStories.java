package io.ringback.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of every kind, worked over HTTP as callers, agents and supervisors do, so that copies of them are as real. */
final class WorkedStories {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, String> NOTED =
            Map.of("note", "\"Asked for the price of the larger one; was told, and wants it on Monday.\"");

    private final Centre centre;
    private final JdbcClient jdbc;
    private final String supervisor;
    private final String list;
    private final List<String> agents;

    /** @param jdbc to see when something is done, which leaves no trace */
    WorkedStories(Centre centre, JdbcClient jdbc) {
        this.centre = centre;
        this.jdbc = jdbc;
        this.supervisor = centre.person("SUPERVISOR");
        this.list = centre.list(Map.of("shortestRetry", "\"PT0S\"", "formKey", "\"callClassification\""));
        this.agents = List.of(centre.agentOn(list), centre.agentOn(list));
    }

    /**
     * What was worked.
     *
     * @param end after which nothing more of it happened
     * @param names that copies have others for: of the list, the agents and the caller's number without plus
     * @param people who did things that are of no callback
     * @param weight how often such a thing happens, beside the others
     */
    record Worked(
            String name,
            double weight,
            Instant begin,
            Instant end,
            List<UUID> callbacks,
            List<String> names,
            List<String> people) {}

    /** Each kind once, on the version of the process that is the newest now. */
    List<Worked> all() {
        return List.of(
                worked("answered at once", 30, () -> answered(0)),
                worked("answered after a busy line", 15, () -> answered(1)),
                worked("answered at the fourth call", 12, () -> answered(3)),
                worked("answered at the seventh call", 10, () -> answered(6)),
                worked("given back, then answered by another", 10, this::givenBack),
                worked("asked twice", 10, this::merged),
                worked("expired after a call", 6, this::expired),
                worked("cancelled", 7, this::cancelled));
    }

    private Worked worked(String name, double weight, Supplier<List<JsonNode>> story) {
        var begin = Instant.now();
        var callbacks = story.get();
        agents.forEach(agent -> centre.receive(agent, false));
        var first = callbacks.get(0);
        until(() -> callbacks.stream()
                .noneMatch(
                        callback -> List.of("SCHEDULED", "WAITING", "ALLOCATED").contains(status(callback))));
        looked(callbacks);
        return new Worked(
                name,
                weight,
                begin,
                Instant.now(),
                callbacks.stream().map(Centre::id).toList(),
                List.of(
                        list,
                        agents.get(0),
                        agents.get(1),
                        first.path("phoneNumber").asText().substring(1)),
                agents);
    }

    private String status(JsonNode callback) {
        return jdbc.sql("SELECT status FROM ringback.callback WHERE id = ?")
                .param(Centre.id(callback))
                .query(String.class)
                .single();
    }

    /** Supervisors and auditors see it afterwards. */
    private void looked(List<JsonNode> callbacks) {
        for (var callback : callbacks) {
            centre.attempts(callback);
            centre.callback(callback);
        }
    }

    private JsonNode request(String number, Map<String, String> further) {
        var fields = new HashMap<>(Map.of(
                "callerName", "\"Kaarina Virtanen\"",
                "externalId", Centre.quoted(UUID.randomUUID().toString()),
                "attributes", "{\"customer\":\"1204431\",\"language\":\"fi\"}"));
        fields.putAll(further);
        return centre.request(list, number, fields);
    }

    private List<JsonNode> answered(int after) {
        var callback = request(centre.newNumber(), Map.of());
        var agent = agents.get(0);
        for (int call = 0; call < after; call++) {
            take(agent);
            call(agent);
            centre.save(agent, call % 2 == 0 ? "BUSY" : "NO_ANSWER");
            centre.receive(agent, false);
            again(callback);
        }
        take(agent);
        call(agent);
        centre.save(agent, "ANSWERED", NOTED);
        return List.of(callback);
    }

    private List<JsonNode> givenBack() {
        var callback = request(centre.newNumber(), Map.of());
        take(agents.get(0));
        centre.receive(agents.get(0), false);
        take(agents.get(1));
        call(agents.get(1));
        centre.save(agents.get(1), "ANSWERED", NOTED);
        return List.of(callback);
    }

    private List<JsonNode> merged() {
        var number = centre.newNumber();
        var main = request(number, Map.of());
        var related = request(number, Map.of());
        take(agents.get(0));
        call(agents.get(0));
        centre.save(agents.get(0), "ANSWERED", NOTED);
        return List.of(main, related);
    }

    private List<JsonNode> expired() {
        var soon = Centre.quoted(Instant.now().plusSeconds(8).toString());
        var callback = request(centre.newNumber(), Map.of("dueAt", soon, "expiresAt", soon));
        take(agents.get(0));
        call(agents.get(0));
        centre.save(agents.get(0), "NO_ANSWER");
        return List.of(callback);
    }

    private List<JsonNode> cancelled() {
        var callback = request(centre.newNumber(), Map.of());
        centre.cancel(callback);
        return List.of(callback);
    }

    private void take(String agent) {
        centre.receive(agent, true);
        until(() -> jdbc.sql("SELECT allocation_id IS NOT NULL FROM ringback.agent WHERE id = ?")
                .param(agent)
                .query(Boolean.class)
                .single());
    }

    private void call(String agent) {
        centre.endCall(agent, centre.call(agent));
    }

    /** The supervisor lets a case that waits for its next try be offered at once. */
    private void again(JsonNode callback) {
        var answer = centre.as(supervisor)
                .post(
                        "/api/v1/callbacks/%s/reschedule".formatted(Centre.id(callback)),
                        "{\"eligibleAt\":\"%s\",\"reason\":\"the caller is back\"}"
                                .formatted(Instant.now().plusSeconds(2)));
        ok(answer);
        until(() -> status(callback).equals("WAITING"));
    }

    static Http.Answer ok(Http.Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("%d: %s".formatted(answer.status(), answer.body()));
        }
        return answer;
    }

    static void until(BooleanSupplier done) {
        until(PATIENCE, done);
    }

    static void until(Duration patience, BooleanSupplier done) {
        var end = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("this was waited for in vain for " + patience);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
