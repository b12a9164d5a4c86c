package io.ringback;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is sent to whichever endpoint: the server never fails, and every refusal is a problem document. */
@RingbackTest
class HostileRequestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Centre centre;

    private final SoftAssertions softly = new SoftAssertions();
    private Map<String, Http> callers;
    private String list;
    private String agent;
    private String allocation;

    @BeforeEach
    void aCentreAtWork() {
        list = centre.list();
        agent = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        allocation = centre.receive(agent, true).at("/case/allocationId").asText();
        callers = Map.of(
                "AGENT", centre.as(agent),
                "SUPERVISOR", centre.as(centre.person("SUPERVISOR")),
                "INTEGRATOR", centre.as(centre.person("INTEGRATOR")));
    }

    @AfterEach
    void theServerIsStillThere() {
        softly.assertAll();
        assertThat(centre.desk(agent).path("agentId").asText()).isEqualTo(agent);
        centre.receive(agent, false);
    }

    @Test
    void noFieldMakesTheServerFail() throws JsonProcessingException {
        for (var call : HostileInputs.CALLS) {
            var good = (ObjectNode) JSON.readTree(call.body());
            for (var field : good.properties()) {
                for (var value : HostileInputs.VALUES) {
                    var bad = good.deepCopy().putRawValue(field.getKey(), new RawValue(value));
                    ask(call.role(), call.method(), call.path().replace("{id}", list), bad.toString());
                }
            }
        }
    }

    @Test
    void noBodyMakesTheServerFail() {
        for (var call : HostileInputs.CALLS) {
            for (var body : HostileInputs.BODIES) {
                ask(call.role(), call.method(), call.path().replace("{id}", list), body);
            }
        }
    }

    @Test
    void noAddressMakesTheServerFail() {
        for (var id : HostileInputs.IDS) {
            for (var call : HostileInputs.CALLS) {
                ask(call.role(), call.method(), call.path().replace("{id}", id), call.body());
            }
            for (var path : HostileInputs.READS) {
                ask("SUPERVISOR", "GET", path.replace("{id}", id), "");
            }
            ask("SUPERVISOR", "DELETE", "/api/v1/lists/" + id, "");
            ask("SUPERVISOR", "DELETE", "/api/v1/lists/" + list + "/agents/" + id, "");
        }
    }

    @Test
    void noQueryMakesTheServerFail() {
        for (var query : HostileInputs.QUERIES) {
            for (var path : List.of("/api/v1/callbacks", "/api/v1/lists", "/api/v1/desk", "/v3/api-docs")) {
                ask("SUPERVISOR", "GET", path + "?" + query, "");
            }
        }
    }

    private void ask(String role, String method, String path, String body) {
        var caller = requireNonNull(callers.get(role));
        var answer = caller.send(caller.request(filled(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(filled(body)))
                .build());

        var what = "%s %s %s: %s".formatted(method, shortened(path), shortened(body), shortened(answer.body()));
        softly.assertThat(answer.status()).as(what).isLessThan(500);
        if (answer.status() >= 400) {
            softly.assertThat(answer.header("Content-Type")).as(what).startsWith("application/problem+json");
        }
    }

    /** With the names of those at work instead of their stand-ins. */
    private String filled(String text) {
        return text.replace("LIST", list)
                .replace("HOLDER", agent)
                .replace("ALLOCATION", allocation)
                .replace("UNKNOWN", HostileInputs.UNKNOWN);
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "..." : text;
    }
}
