package io.ringback.operations;

import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import io.ringback.support.ServerRole;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What has failed is listed, and can be tried again or repaired. */
@RingbackTest
class IncidentsTest {

    @Autowired
    private Centre centre;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private DataSource dataSource;

    @Test
    void aTimerThatHasGivenUpIsListedAndTriedAgain() {
        var callback = centre.request(centre.list(), centre.newNumber());
        var id = Centre.id(callback);
        forbidOverdue(id);
        engine.failUntilGivenUp(id, "timer_due");
        allowOverdue();
        var supervisor = centre.as(centre.person("SUPERVISOR"));

        var incident = incidentOf(callback).orElseThrow();
        var retried = supervisor.post(retry(incident), "");

        assertThat(incident.path("kind").asText()).isEqualTo("GIVEN_UP");
        assertThat(incident.path("process").asText()).isEqualTo("callbackCase");
        assertThat(incident.path("activity").asText()).isIn("timer_due", "task_markOverdue");
        assertThat(incident.path("message").asText()).contains("UPDATE ringback.callback");
        assertThat(incident.path("since").asText()).isNotBlank();
        assertThat(incident.path("retriesLeft").asInt()).isZero();
        assertThat(retried.status()).isEqualTo(204);
        conflict(supervisor.post(retry(incident), ""));
        engine.fire(id, "timer_due");
        assertThat(incidentOf(callback)).isEmpty();
        conflict(supervisor.post(retry(incident), ""));
        assertThat(events(callback)).contains("INCIDENT_RETRIED", "OVERDUE");
    }

    @Test
    void whatWasNeverThereCannotBeTriedAgain() {
        conflict(centre.as(centre.person("ADMIN")).post("/api/v1/incidents/nothing/retry", ""));
    }

    @Test
    void aCallbackThatIsSetAsideIsListedWithoutItsNumberAndRepaired() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var number = centre.newNumber();
        var callback = centre.request(list, number);
        engine.deleteInstance(Centre.id(callback));
        centre.receive(agent, true);
        var admin = centre.as(centre.person("ADMIN"));
        var repair = "/api/v1/set-aside/%s/repair".formatted(Centre.id(callback));

        var listed = admin.get("/api/v1/set-aside");
        var repaired = admin.post(repair, "");

        assertThat(listed.json().path("items").findValuesAsText("id"))
                .contains(callback.path("id").asText());
        assertThat(listed.body()).doesNotContain(number);
        assertThat(repaired.status()).isEqualTo(204);
        assertThat(repaired.body()).isEmpty();
        conflict(admin.post(repair, ""));
        notFound(admin.post("/api/v1/set-aside/%s/repair".formatted(UUID.randomUUID()), ""));
        assertThat(events(callback)).contains("REPAIRED");
    }

    /** Behind the server's back, so that the timer fails at it. */
    private void forbidOverdue(UUID id) {
        ServerRole.owner(dataSource)
                .sql("ALTER TABLE ringback.callback ADD CONSTRAINT never_overdue CHECK (id <> '%s' OR NOT overdue)"
                        .formatted(id))
                .update();
    }

    private void allowOverdue() {
        ServerRole.owner(dataSource)
                .sql("ALTER TABLE ringback.callback DROP CONSTRAINT never_overdue")
                .update();
    }

    private Optional<JsonNode> incidentOf(JsonNode callback) {
        return centre
                .as(centre.person("ADMIN"))
                .get("/api/v1/incidents")
                .json()
                .path("items")
                .findParents("callbackId")
                .stream()
                .filter(incident -> incident.path("callbackId").equals(callback.path("id")))
                .findFirst();
    }

    private static String retry(JsonNode incident) {
        return "/api/v1/incidents/%s/retry".formatted(incident.path("id").asText());
    }

    private java.util.List<String> events(JsonNode callback) {
        return centre.as(centre.person("AUDITOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json()
                .path("events")
                .findValuesAsText("type");
    }
}
