package io.ringback.allocation;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.TwoNodes;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** What those who race on two nodes do, answered with the status they get, and what has become of it. */
final class Rivals {

    private final TwoNodes nodes;
    private final Centre centre;
    private final String supervisor;

    Rivals(TwoNodes nodes) {
        this.nodes = nodes;
        this.centre = nodes.centre();
        this.supervisor = centre.person("SUPERVISOR");
        Stream.of(centre, nodes.otherCentre())
                .forEach(node -> node.as(supervisor).get("/api/v1/lists"));
    }

    Held held() {
        return held(centre.list());
    }

    Held held(String list) {
        return held(list, centre.newNumber());
    }

    Held held(String list, String number) {
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        var callback = centre.request(list, number);
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> centre.desk(agent).path("case").isObject());
        var desk = centre.desk(agent);
        return new Held(
                list,
                agent,
                callback,
                desk.at("/case/allocationId").asText(),
                Instant.parse(desk.at("/case/autoStopAt").asText()));
    }

    int save(Held held) {
        return saveThrough(centre, held, "ANSWERED");
    }

    int saveThrough(Centre node, Held held, String callStatus) {
        return node.as(held.agent())
                .post(
                        "/api/v1/desk/case/outcome",
                        "{\"allocationId\":\"%s\",\"callStatus\":\"%s\"}".formatted(held.allocationId(), callStatus))
                .status();
    }

    int call(Held held) {
        return centre.as(held.agent())
                .post("/api/v1/desk/case/calls", "{\"allocationId\":\"%s\"}".formatted(held.allocationId()))
                .status();
    }

    int receive(String agent, boolean receiving) {
        return centre.as(agent)
                .put("/api/v1/desk/receiving", "{\"receiving\":%s}".formatted(receiving))
                .status();
    }

    int stop(Held held) {
        return nodes.otherCentre()
                .as(supervisor)
                .post("/api/v1/agents/%s/stop".formatted(held.agent()), "{\"reason\":\"shift over\"}")
                .status();
    }

    int cancel(JsonNode callback) {
        return nodes.otherCentre()
                .as(supervisor)
                .post("/api/v1/callbacks/%s/cancel".formatted(Centre.id(callback)), "{\"reason\":\"served\"}")
                .status();
    }

    int request(String list, String number) {
        return nodes.otherCentre()
                .as(supervisor)
                .post(
                        "/api/v1/callbacks",
                        "{\"listId\":\"%s\",\"phoneNumber\":\"%s\",\"source\":\"WEB\"}".formatted(list, number))
                .status();
    }

    int archive(String list) {
        return centre.as(supervisor).send("DELETE", "/api/v1/lists/" + list, "").status();
    }

    String status(Held held) {
        return centre.status(held.callback());
    }

    boolean isReceiving(String agent) {
        return centre.desk(agent).path("receiving").asBoolean();
    }

    void awaitTime(Instant time) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> nodes.clock().instant().isAfter(time));
    }

    long openOf(String list) {
        return nodes.jdbc()
                .sql("SELECT count(*) FROM ringback.callback WHERE list_id = ? AND closed_at IS NULL")
                .param(list)
                .query(Long.class)
                .single();
    }

    long timesStarted(String agent) {
        return nodes.jdbc()
                .sql("SELECT count(*) FROM ringback.audit_event WHERE agent_id = ? AND type = 'RECEIVING_STARTED'")
                .param(agent)
                .query(Long.class)
                .single();
    }

    record Held(String list, String agent, JsonNode callback, String allocationId, Instant autoStopAt) {}
}
