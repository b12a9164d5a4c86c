package io.ringback.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * A contact centre for a test: people, lists and callers, all reached over HTTP. Every name is made unique, so that
 * tests on one database do not get into each other's way.
 */
public final class Centre {

    /** Everybody's. */
    public static final String PASSWORD = "correct horse";

    private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final JdbcClient jdbc;
    private final Environment environment;
    private final Clock clock;

    public Centre(JdbcClient jdbc, Environment environment, Clock clock) {
        this.jdbc = jdbc;
        this.environment = environment;
        this.clock = clock;
    }

    /** Somebody with these roles; the id is a new one, after the first of them. */
    public String person(String role, String... further) {
        var roles = String.join(
                ",", Stream.concat(Stream.of(role), Stream.of(further)).toList());
        var id = role.toLowerCase(java.util.Locale.ROOT) + COUNT.incrementAndGet();
        jdbc.sql("""
                        INSERT INTO ringback.account (id, name, password_hash, roles, enabled, created_at)
                        VALUES (?, ?, ?, string_to_array(?, ','), true, ?)""")
                .params(id, "Test " + id, HASH, roles, java.sql.Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** Gives somebody this name to be shown; the account is answered. */
    public String named(String person, String name) {
        jdbc.sql("UPDATE ringback.account SET name = ? WHERE id = ?")
                .params(name, person)
                .update();
        return person;
    }

    public Http as(String person) {
        return server().as(person, PASSWORD);
    }

    /** A browser in which this person has signed in. */
    public WebSession signedIn(String person) {
        var browser = browser();
        var answer = browser.signIn(person, PASSWORD);
        if (answer.status() != 302) {
            throw new AssertionError("%s cannot sign in: %s".formatted(person, answer.body()));
        }
        return browser;
    }

    /** A browser in which nobody has signed in. */
    public WebSession browser() {
        return WebSession.at(port(), contextPath());
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private String contextPath() {
        return environment.getProperty("server.servlet.context-path", "");
    }

    /** A caller nobody knows. */
    public Http server() {
        return Http.at(port(), contextPath());
    }

    /** A new list: FI, due after 1 h, expires after 24 h, auto-stop after 2 min, closes 5 min after the call, no question before a Save without a call. */
    public String list() {
        return list(Map.of());
    }

    /** A new list with these settings instead of the usual ones; values are JSON. */
    public String list(Map<String, String> settings) {
        var id = "list-" + COUNT.incrementAndGet();
        var all = new TreeMap<>(Map.of(
                "id", quoted(id),
                "name", quoted("List " + id),
                "region", "\"FI\"",
                "zone", "\"Europe/Helsinki\"",
                "order", "\"DUE\"",
                "dueAfter", "\"PT1H\"",
                "expiresAfter", "\"PT24H\"",
                "autoStopAfter", "\"PT2M\"",
                "closeAfterCall", "\"PT5M\""));
        all.put("saveWithoutCall", "\"ALLOW\"");
        all.putAll(settings);
        expect(201, as(person("SUPERVISOR")).post("/api/v1/lists", object(all)));
        return id;
    }

    /** A new agent with access to these lists and active on them. */
    public String agentOn(String... lists) {
        var agent = person("AGENT");
        for (var list : lists) {
            giveAccess(agent, list);
            expect(200, as(agent).put("/api/v1/desk/lists/" + list, "{\"active\":true}"));
        }
        return agent;
    }

    public void giveAccess(String agent, String list) {
        expect(204, as(person("SUPERVISOR")).put("/api/v1/lists/%s/agents/%s".formatted(list, agent), ""));
    }

    /** Ends all sessions of the account, as when they have grown too old. */
    public void endSessions(String person) {
        jdbc.sql("DELETE FROM ringback.web_session WHERE principal_name = ?")
                .param(person)
                .update();
    }

    /** A request by a caller; answers the callback. */
    public JsonNode request(String list, String phoneNumber) {
        return request(list, phoneNumber, Map.of());
    }

    /** A request with these further fields; values are JSON. */
    public JsonNode request(String list, String phoneNumber, Map<String, String> fields) {
        var all =
                new TreeMap<>(Map.of("listId", quoted(list), "phoneNumber", quoted(phoneNumber), "source", "\"IVR\""));
        all.putAll(fields);
        return expect(201, as(person("INTEGRATOR")).post("/api/v1/callbacks", object(all)));
    }

    /** A number nobody has called from yet. */
    public String newNumber() {
        return "+35840%07d".formatted(COUNT.incrementAndGet());
    }

    /** The callback as it is now. */
    public JsonNode callback(JsonNode callback) {
        return expect(
                200,
                as(person("SUPERVISOR"))
                        .get("/api/v1/callbacks/" + callback.path("id").asText()));
    }

    /** The attempts made for the callback, oldest first. */
    public JsonNode attempts(JsonNode callback) {
        return expect(200, as(person("AUDITOR")).get("/api/v1/callbacks/%s/history".formatted(id(callback))))
                .path("attempts");
    }

    public String status(JsonNode callback) {
        return callback(callback).path("status").asText();
    }

    public void cancel(JsonNode callback) {
        expect(
                200,
                as(person("SUPERVISOR"))
                        .post("/api/v1/callbacks/%s/cancel".formatted(id(callback)), "{\"reason\":\"test\"}"));
    }

    public JsonNode receive(String agent, boolean receiving) {
        return expect(200, as(agent).put("/api/v1/desk/receiving", "{\"receiving\":%s}".formatted(receiving)));
    }

    public JsonNode desk(String agent) {
        return expect(200, as(agent).get("/api/v1/desk"));
    }

    /** Opens the agent's desk as a page does: it takes over from any other, and then has its stream. */
    public EventStream openDesk(String agent, UUID desk) {
        expect(204, as(agent).post("/api/v1/desk/take-over", "{\"desk\":\"%s\"}".formatted(desk)));
        var stream = as(agent).events("/api/v1/desk/events?desk=" + desk);
        stream.event("desk");
        return stream;
    }

    /** Starts a call for the case in hand; answers its id. */
    public String call(String agent) {
        var allocation = desk(agent).at("/case/allocationId").asText();
        return expect(
                        201,
                        as(agent)
                                .post("/api/v1/desk/case/calls", "{\"allocationId\":%s}".formatted(quoted(allocation))))
                .path("callId")
                .asText();
    }

    public JsonNode endCall(String agent, String callId) {
        return expect(200, as(agent).post("/api/v1/desk/case/calls/%s/end".formatted(callId), ""));
    }

    /** Saves the outcome of the case in hand; answers the desk with the next case. */
    public JsonNode save(String agent, String callStatus) {
        return save(agent, callStatus, Map.of());
    }

    /** Saves the outcome with these further fields; values are JSON. */
    public JsonNode save(String agent, String callStatus, Map<String, String> fields) {
        var all = new TreeMap<>(Map.of(
                "allocationId", quoted(desk(agent).at("/case/allocationId").asText()),
                "callStatus", quoted(callStatus)));
        all.putAll(fields);
        return expect(200, as(agent).post("/api/v1/desk/case/outcome", object(all)));
    }

    public static UUID id(JsonNode callback) {
        return UUID.fromString(callback.path("id").asText());
    }

    public static String quoted(String text) {
        return "\"" + text + "\"";
    }

    public static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + field.getValue())
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    private static JsonNode expect(int status, Http.Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("expected %d, but it is %d: %s".formatted(status, answer.status(), answer.body()));
        }
        return answer.body().isEmpty() ? com.fasterxml.jackson.databind.node.NullNode.getInstance() : answer.json();
    }
}
