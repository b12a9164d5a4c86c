package io.ringback.desk;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent whose account is taken away, or whose sessions are ended, holds no case any more. */
@RingbackTest
class SignedOutByOthersTest {

    private static final String DISABLED = json("{'name':'A','roles':['AGENT'],'enabled':false}");

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    private String administrator;
    private Http admin;
    private String list;
    private String agent;
    private JsonNode callback;

    @BeforeEach
    void anAgentWithACase() {
        administrator = centre.person("ADMIN");
        admin = centre.as(administrator);
        list = centre.list();
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
    }

    @Test
    void theCaseOfADisabledAgentGoesToAnother() {
        var another = centre.agentOn(list);

        var answer = admin.put("/api/v1/accounts/" + agent, DISABLED);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(isReceiving()).isFalse();
        assertThat(centre.receive(another, true).at("/case/callback/id")).isEqualTo(callback.path("id"));
        assertThat(jdbc.sql("SELECT actor FROM ringback.audit_event WHERE agent_id = ? AND type = 'RECEIVING_STOPPED'")
                        .param(agent)
                        .query(String.class)
                        .single())
                .isEqualTo(administrator);
    }

    @Test
    void whoIsNoAgentAnyMoreHoldsNoCase() {
        admin.put("/api/v1/accounts/" + agent, json("{'name':'A','roles':['AUDITOR'],'enabled':true}"));

        assertThat(isReceiving()).isFalse();
        assertThat(centre.status(callback)).isEqualTo("WAITING");
    }

    @Test
    void endedSessionsEndReceiving() {
        centre.signedIn(agent);

        admin.delete("/api/v1/accounts/%s/sessions".formatted(agent));

        assertThat(centre.desk(agent).path("receiving").asBoolean()).isFalse();
        assertThat(centre.desk(agent).path("stoppedBecause").asText()).isEqualTo("SUPERVISOR");
        assertThat(centre.status(callback)).isEqualTo("WAITING");
    }

    @Test
    void aProgramWithoutSessionsGoesOn() {
        admin.delete("/api/v1/accounts/%s/sessions".formatted(agent));

        assertThat(centre.desk(agent).path("receiving").asBoolean()).isTrue();
    }

    @Test
    void anotherNameLeavesTheAgentAlone() {
        admin.put("/api/v1/accounts/" + agent, json("{'name':'Another','roles':['AGENT'],'enabled':true}"));

        assertThat(centre.desk(agent).path("receiving").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, 0, 5, 10, 20})
    void nobodyGoesOnReceivingWhoIsDisabledAtTheSameMoment(long millis) {
        var newcomer = centre.person("AGENT");
        centre.giveAccess(newcomer, list);

        var answers = Together.race(
                Duration.ofMillis(millis),
                () -> centre.as(newcomer)
                        .put("/api/v1/desk/receiving", "{\"receiving\":true}")
                        .status(),
                () -> admin.put("/api/v1/accounts/" + newcomer, DISABLED).status());

        assertThat(answers.first()).isIn(200, 401, 403);
        assertThat(answers.second()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT count(*) FROM ringback.agent WHERE id = ? AND reception_id IS NOT NULL")
                        .param(newcomer)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private boolean isReceiving() {
        return jdbc.sql("SELECT reception_id IS NOT NULL FROM ringback.agent WHERE id = ?")
                .param(agent)
                .query(Boolean.class)
                .single();
    }
}
