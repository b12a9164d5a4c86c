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
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is sent to whichever endpoint: the server never fails, and every refusal is a problem document. */
@RingbackTest
class HostileRequestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

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
                "INTEGRATOR", centre.as(centre.person("INTEGRATOR")),
                "ADMIN", centre.as(centre.person("ADMIN")));
    }

    @AfterEach
    void theServerIsStillThere() {
        softly.assertAll();
        assertThat(centre.desk(agent).path("agentId").asText()).isEqualTo(agent);
        centre.receive(agent, false);
        jdbc.sql("DELETE FROM ringback.webhook").update();
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
        var calls = Stream.concat(HostileInputs.CALLS.stream(), HostileInputs.CALLS_WITHOUT_BODY.stream())
                .toList();
        for (var id : HostileInputs.IDS) {
            for (var call : calls) {
                ask(call.role(), call.method(), call.path().replace("{id}", id), call.body());
            }
        }
    }

    @Test
    void noQueryMakesTheServerFail() {
        for (var query : HostileInputs.QUERIES) {
            for (var search : HostileInputs.SEARCHES) {
                ask(search.role(), search.method(), search.path() + "?" + query, "");
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
