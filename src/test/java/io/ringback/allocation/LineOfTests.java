package io.ringback.allocation;

import static io.ringback.support.Centre.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.audit.AuditTrail;
import io.ringback.auditor.Facts;
import io.ringback.callback.AllocationFacts;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callbacks that wait one behind the other, agents who wait for them, and what the trail says of who was given which. */
class LineOfTests {

    private final Centre centre;
    private final MovableClock clock;
    private final AuditTrail audit;
    private final Facts facts;
    private final JdbcClient jdbc;
    private final DataSource database;

    LineOfTests(
            Centre centre, MovableClock clock, AuditTrail audit, Facts facts, JdbcClient jdbc, DataSource database) {
        this.centre = centre;
        this.clock = clock;
        this.audit = audit;
        this.facts = facts;
        this.jdbc = jdbc;
        this.database = database;
    }

    JsonNode requested(String list) {
        var callback = centre.request(list, centre.newNumber());
        clock.advance(Duration.ofMillis(10));
        return callback;
    }

    String waiting(String list, int minutes) {
        var agent = centre.agentOn(list);
        // what there is goes to nobody who only comes to wait
        jdbc.sql("UPDATE ringback.list_agent SET active = false WHERE agent_id = ?")
                .param(agent)
                .update();
        centre.receive(agent, true);
        jdbc.sql("UPDATE ringback.list_agent SET active = true WHERE agent_id = ?")
                .param(agent)
                .update();
        clock.advance(Duration.ofMinutes(minutes));
        return agent;
    }

    void act(JsonNode callback, String act, String body) {
        var answer = centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/%s/%s".formatted(id(callback), act), body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    void whileLocked(JsonNode callback, Runnable work) throws SQLException {
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            try (var lock = other.prepareStatement("SELECT id FROM ringback.callback WHERE id = ? FOR UPDATE")) {
                lock.setObject(1, id(callback));
                lock.executeQuery();
                work.run();
            } finally {
                other.rollback();
                other.setAutoCommit(true);
            }
        }
    }

    AllocationFacts why(JsonNode callback) {
        return why(id(callback));
    }

    AllocationFacts why(UUID callback) {
        var all = facts.allocations(audit.ofCallback(callback));
        assertThat(all).as("allocations of %s", callback).isNotEmpty();
        var last = all.get(all.size() - 1);
        assertThat(last.because()).isNotNull();
        return List.of(last.because()).get(0);
    }
}
