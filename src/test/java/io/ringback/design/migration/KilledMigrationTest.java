package io.ringback.design.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.check.ShippedModels;
import io.ringback.support.Centre;
import io.ringback.support.ForeignServer;
import io.ringback.support.RestartableServer;
import io.ringback.support.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A server is killed while it moves some hundred cases, and another one finishes what it has begun. */
@Tag("server")
@SuppressWarnings("NullAway.Init")
class KilledMigrationTest {

    private static final int CASES = 300;
    private static final int MOVED_BEFORE = 45;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String MIGRATIONS = "/api/v1/processes/callbackCase/migrations";

    private final String url = TestDatabase.migrated().url();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url));
    private String list;
    private List<JsonNode> cases;

    @Test
    void everyCaseIsMovedOnceAndCanBeWorkedOn(@TempDir Path folder) throws IOException {
        try (var server = RestartableServer.startedOn(url)) {
            list = server.centre().list();
            cases = waiting(server.centre());
        }
        var newer = newerVersionIn(folder);

        var id = killedWhileMoving(newer);

        try (var server = RestartableServer.startedOn(url, newer)) {
            var centre = server.centre();
            var designer = centre.as(centre.person("DESIGNER"));
            assertThat(movedByNow()).isBetween((long) MOVED_BEFORE, CASES - 2L);
            await("the rest")
                    .atMost(PATIENCE)
                    .until(() -> designer.get(MIGRATIONS + "/" + id)
                            .json()
                            .path("state")
                            .asText()
                            .equals("DONE"));

            var done = designer.get(MIGRATIONS + "/" + id).json();
            assertThat(done.path("moved").asInt() + done.path("ended").asInt()).isEqualTo(CASES);
            assertThat(done.path("stuck").asInt()).isZero();
            eachWasMovedOnce(done.path("moved").asLong());
            aCaseIsWorkedThrough(centre);
        }
    }

    private List<JsonNode> waiting(Centre centre) {
        var made = new ArrayList<JsonNode>();
        var ivr = centre.as(centre.person("INTEGRATOR"));
        for (int i = 0; i < CASES; i++) {
            var body = Centre.object(Map.of(
                    "listId",
                    Centre.quoted(list),
                    "phoneNumber",
                    Centre.quoted(centre.newNumber()),
                    "source",
                    "\"IVR\""));
            made.add(ivr.post("/api/v1/callbacks", body).json());
        }
        return made;
    }

    private static String newerVersionIn(Path folder) throws IOException {
        var model = new String(ShippedModels.content(Path.of("processes/callbackCase.bpmn")), StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("callbackCase.bpmn"),
                model.replace("name=\"Call the customer\"", "name=\"Call them back\""));
        return "--ringback.processes.folder=" + folder;
    }

    /** @return the id of the migration, in the middle of which the server was killed */
    private String killedWhileMoving(String newer) {
        try (var server = ForeignServer.starting(url, Map.of(), newer)) {
            var centre = server.centre();
            var designer = centre.as(centre.person("DESIGNER"));
            var body = "{\"from\":1,\"to\":2,\"dryRun\":%s,\"reason\":\"the label was wrong\"}";
            assertThat(designer.post(MIGRATIONS, body.formatted(true))
                            .json()
                            .path("movable")
                            .asInt())
                    .isEqualTo(CASES);
            var id = designer.post(MIGRATIONS, body.formatted(false))
                    .json()
                    .path("id")
                    .asText();
            await("some moved")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> movedByNow() > 5);
            centre.cancel(cases.get(0));
            centre.cancel(cases.get(CASES - 1));
            await("many moved")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> movedByNow() >= MOVED_BEFORE);
            server.kill();
            return id;
        }
    }

    private long movedByNow() {
        return jdbc.sql("SELECT count(*) FROM ringback.process_migration_case WHERE state = 'MOVED'")
                .query(Long.class)
                .single();
    }

    private void eachWasMovedOnce(long moved) {
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM ringback.audit_event WHERE type = 'MIGRATED'""").query(Long.class).single()).isEqualTo(moved);
        assertThat(jdbc.sql("""
                                SELECT count(DISTINCT event.callback_id) FROM ringback.audit_event AS event
                                JOIN ringback.process_migration_case AS one USING (callback_id)
                                WHERE event.type = 'MIGRATED' AND one.state = 'MOVED'""").query(Long.class).single()).isEqualTo(moved);
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM public.act_ru_execution AS instance
                                JOIN public.act_re_procdef AS version ON version.id_ = instance.proc_def_id_
                                WHERE version.key_ = 'callbackCase' AND version.version_ <> 2""").query(Long.class).single())
                .as("executions on the old version")
                .isZero();
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM ringback.callback
                                WHERE closed_at IS NULL AND NOT EXISTS (
                                    SELECT FROM public.act_ru_event_subscr AS word
                                    WHERE word.proc_inst_id_ = process_instance_id
                                      AND word.event_name_ = 'message_callbackAllocated')""").query(Long.class).single())
                .as("open callbacks that cannot be allocated")
                .isZero();
    }

    private void aCaseIsWorkedThrough(Centre centre) {
        var agent = centre.agentOn(list);
        var held = centre.receive(agent, true).at("/case/callback");
        centre.endCall(agent, centre.call(agent));
        var next = centre.save(agent, "ANSWERED").at("/case/callback/id");
        assertThat(centre.status(held)).isEqualTo("RESOLVED");
        assertThat(next.isMissingNode()).isFalse();
    }
}
