package io.ringback.erasure;

import static io.ringback.erasure.Planted.NAME;
import static io.ringback.erasure.Planted.number;
import static io.ringback.erasure.Planted.ok;
import static io.ringback.erasure.Planted.spaced;
import static io.ringback.support.Centre.id;
import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Json.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Callers who come in by requests, each by another way, and what is written, said and entered about them. */
final class PlantedCallers {

    private static final int WAYS = 8;

    private final Centre centre;
    private final MovableClock clock;
    private final EngineDriver engine;
    private final Http clerk;
    private final int callers;
    private final String list;
    private final String third;
    private final Http ivr;
    private final Http sam;

    /** @param clerk who does the tasks that cases leave to the back office */
    PlantedCallers(Centre centre, MovableClock clock, EngineDriver engine, Http clerk, int callers) {
        this.centre = centre;
        this.clock = clock;
        this.engine = engine;
        this.clerk = clerk;
        this.callers = callers;
        this.list = centre.list(
                Map.of("processAttributes", json("['order']"), "autoStopAfter", "null", "closeAfterCall", "null"));
        this.third = centre.list();
        this.ivr = centre.as(centre.person("INTEGRATOR"));
        this.sam = centre.as(centre.person("SUPERVISOR"));
    }

    /** Of each caller something else, through another way in. */
    void plantAndWork() {
        for (int caller = 0; caller < callers; caller++) {
            switch (caller % WAYS) {
                case 0 -> answered(caller);
                case 1 -> leftUnsaved(caller);
                case 2 -> steered(caller);
                case 3 -> mergedAndCancelled(caller);
                case 4 -> told(caller);
                case 5 -> entered(caller);
                case 6 -> unreached(caller);
                default -> sought(caller);
            }
        }
    }

    private void answered(int caller) {
        request(caller, Map.of());
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        centre.call(agent);
        centre.save(
                agent,
                "ANSWERED",
                Map.of(
                        "note",
                        quoted(NAME + " called from " + number(caller)),
                        "formData",
                        json("{'reason':'ORDER','topic':'%s'}", NAME)));
        centre.receive(agent, false);
        StreamSupport.stream(tasks().spliterator(), false).limit(1).forEach(task -> {
            var address = "/api/v1/tasks/" + task.path("id").asText();
            clerk.put(address + "/claim", "");
            ok(clerk.post(address + "/complete", json("{'answers':{'sent':'POST','remark':'Dear %s'}}", NAME)));
        });
    }

    private void leftUnsaved(int caller) {
        request(caller, Map.of());
        var agent = centre.agentOn(list);
        var allocation = centre.receive(agent, true).at("/case/allocationId").asText();
        ok(centre.as(agent)
                .put(
                        "/api/v1/desk/case/draft",
                        json("{'allocationId':'%s','callStatus':'OTHER','note':'%s is out'}", allocation, NAME)));
        centre.receive(agent, false);
    }

    private void steered(int caller) {
        var callback = request(caller, Map.of());
        var address = "/api/v1/callbacks/" + id(callback);
        ok(sam.post(address + "/notes", json("{'note':'%s has called from %s'}", NAME, number(caller))));
        ok(sam.post(address + "/expedite", json("{'reason':'%s waits'}", NAME)));
        ok(sam.post(address + "/move", json("{'listId':'%s','reason':'%s wants to buy'}", third, NAME)));
        ok(sam.post(address + "/cancel", json("{'reason':'%s was here'}", NAME)));
    }

    private void mergedAndCancelled(int caller) {
        request(caller, Map.of());
        request(caller, Map.of("externalId", quoted(NAME + "-again-" + caller)));
        ok(ivr.post(
                "/api/v1/callbacks/cancel",
                json("{'phoneNumber':'%s','reason':'%s was served'}", number(caller), NAME)));
    }

    /** By a telephone system, with its own ids, and recordings that are called after the caller. */
    private void told(int caller) {
        request(caller, Map.of());
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        tell(agent, caller, "STARTED", clock.instant());
        clock.advance(Duration.ofSeconds(30));
        tell(agent, caller, "ENDED", clock.instant());
        centre.save(
                agent,
                "ANSWERED",
                Map.of("note", quoted(NAME), "formData", json("{'reason':'ORDER','topic':'%s'}", NAME)));
        tell(agent, caller + callers, "ENDED", clock.instant());
        centre.receive(agent, false);
    }

    private void tell(String agent, int call, String event, Instant at) {
        ok(ivr.post(
                "/api/v1/calls/events",
                json(
                        "{'agentId':'%s','externalCallId':'%s-%s','event':'%s','at':'%s','recordingUrl':'http://127.0.0.1/%s/%s.wav'}",
                        agent, NAME, call, event, at, NAME, number(call).substring(1))));
    }

    private void entered(int caller) {
        ok(sam.post(
                "/api/v1/callbacks",
                json(
                        "{'listId':'%s','phoneNumber':'%s','source':'MANUAL','callerName':'%s','attributes':{'said':'%s'}}",
                        list, spaced(caller), NAME, NAME)));
    }

    private void unreached(int caller) {
        request(caller, Map.of());
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        centre.call(agent);
        centre.save(agent, "BUSY", Map.of("note", quoted("engaged: " + NAME)));
        centre.receive(agent, false);
    }

    /** What is refused, and what is looked for. */
    private void sought(int caller) {
        var number = number(caller);
        ivr.post("/api/v1/callbacks", "{\"phoneNumber\":\"" + number + "\", " + NAME);
        ivr.post("/api/v1/callbacks", json("{'listId':'none','phoneNumber':'%s','source':'IVR'}", number));
        ivr.post("/api/v1/callbacks", json("{'listId':'%s','phoneNumber':'%s','source':'%s'}", list, number, NAME));
        sam.get("/api/v1/callbacks?phoneNumber=%2B" + number.substring(1));
        sam.get("/api/v1/callbacks/" + NAME);
        var window = centre.signedIn(centre.person("SUPERVISOR"));
        window.form("/supervision/cases", Map.of("text", NAME, "number", number));
        centre.browser().signIn(NAME.toLowerCase(Locale.ROOT) + number.substring(1), "no such password");
        request(
                caller,
                Map.of(
                        "expiresAt",
                        quoted(clock.instant().plus(Duration.ofHours(2)).toString())));
    }

    /** Time passes: what is open expires, and what is left to do is done. */
    void finish() {
        clock.advance(Duration.ofDays(3));
        engine.fireDueTimers();
        for (var tasks = tasks(); !tasks.isEmpty(); tasks = tasks()) {
            for (var task : tasks) {
                var address = "/api/v1/tasks/" + task.path("id").asText();
                clerk.put(address + "/claim", "");
                ok(clerk.post(address + "/complete", json("{'answers':{'sent':'POST','remark':'Dear %s'}}", NAME)));
            }
            engine.fireDueTimers();
        }
    }

    private JsonNode tasks() {
        return clerk.get("/api/v1/tasks").json().path("items");
    }

    private JsonNode request(int caller, Map<String, String> fields) {
        var all = new TreeMap<>(Map.of(
                "listId", quoted(list),
                "phoneNumber", quoted(number(caller)),
                "source", quoted("IVR"),
                "callerName", quoted("Åsa " + NAME),
                "externalId", quoted(NAME + "-" + caller),
                "attributes",
                        json(
                                "{'order':'%s %s','recordingUrl':'http://127.0.0.1/%s.wav'}",
                                NAME, spaced(caller), NAME)));
        all.putAll(fields);
        var answer = ivr.post(
                "/api/v1/callbacks",
                Centre.object(all),
                "Idempotency-Key",
                number(caller) + fields.keySet().toString());
        ok(answer);
        return answer.json();
    }
}
