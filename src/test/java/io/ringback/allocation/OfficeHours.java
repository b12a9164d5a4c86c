package io.ringback.allocation;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list that calls from Monday to Friday, 8 to 16 by the clock of Helsinki. 2 March 2026 is a Monday, and the clocks
 * change on Sunday the 29th.
 */
final class OfficeHours {

    /** The morning it begins with, to which a test returns since others share the clock. */
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private static final String WEEK = """
            {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'},{'day':'TUESDAY','from':'08:00','to':'16:00'},
                     {'day':'WEDNESDAY','from':'08:00','to':'16:00'},{'day':'THURSDAY','from':'08:00','to':'16:00'},
                     {'day':'FRIDAY','from':'08:00','to':'16:00'}],'expiry':'%s','callerZone':%s}""";

    private final Centre centre;
    private final MovableClock clock;
    private final Offers offers;
    private final String list;

    OfficeHours(Centre centre, MovableClock clock, Offers offers) {
        this(centre, clock, offers, Map.of());
    }

    /** @param settings further ones of the list; values are JSON */
    OfficeHours(Centre centre, MovableClock clock, Offers offers, Map<String, String> settings) {
        this.centre = centre;
        this.clock = clock;
        this.offers = offers;
        clock.set(START);
        var all = new HashMap<>(Map.of("autoStopAfter", "null", "closeAfterCall", "null"));
        all.putAll(settings);
        list = centre.list(all);
        open(office("COUNTS_ON", false));
    }

    String list() {
        return list;
    }

    String path() {
        return "/api/v1/lists/%s/hours".formatted(list);
    }

    static String office(String expiry, boolean callerZone) {
        return json(WEEK, expiry, callerZone);
    }

    /** Gives the list these hours; answers what the server says of it. */
    JsonNode open(String hours) {
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var version = supervisor.get(path()).json().path("version").asText();
        var answer = supervisor.send(supervisor
                .request(path())
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .PUT(HttpRequest.BodyPublishers.ofString(hours))
                .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    void at(String helsinki) {
        clock.set(helsinki(helsinki));
    }

    static Instant helsinki(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Helsinki")).toInstant();
    }

    static Instant time(JsonNode node, String field) {
        return Instant.parse(node.path(field).asText());
    }

    JsonNode request() {
        return request(Map.of());
    }

    JsonNode request(Map<String, String> fields) {
        return centre.request(list, centre.newNumber(), fields);
    }

    String receivingAgent() {
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        return agent;
    }

    /** The callback that the agent has after a sweep; null for none. */
    @Nullable
    String offeredTo(String agent) {
        offers.runOnce();
        return centre.desk(agent).at("/case/callback/id").asText(null);
    }

    List<String> events(JsonNode callback) {
        return centre.as(centre.person("AUDITOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json()
                .path("events")
                .findValuesAsText("type");
    }
}
