package io.ringback.presence;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of being away share: an administrator, and an agent who goes. */
@RingbackTest
abstract class AgentsWhoAreAway {

    static final String REASONS = "/api/v1/away-reasons";

    @Autowired
    Centre centre;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Http admin;
    String agent;

    @BeforeEach
    void anAdministratorAndAnAgent() {
        admin = centre.as(centre.person("ADMIN"));
        agent = centre.person("AGENT");
    }

    JsonNode away(String availability, String reason) {
        var answer = centre.as(agent)
                .put(
                        "/api/v1/desk/availability",
                        json("{'availability':'%s','reason':'%s'}".formatted(availability, reason)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    List<JsonNode> own(String file) {
        return StreamSupport.stream(
                        centre.as(centre.person("SUPERVISOR"))
                                .get("/api/v1/exports/" + file)
                                .json()
                                .spliterator(),
                        false)
                .filter(row -> row.path("agentId").asText().equals(agent))
                .toList();
    }

    List<String> ids() {
        return StreamSupport.stream(admin.get(REASONS).json().spliterator(), false)
                .map(reason -> reason.path("id").asText())
                .toList();
    }
}
