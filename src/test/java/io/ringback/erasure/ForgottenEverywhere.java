package io.ringback.erasure;

import static io.ringback.erasure.Planted.EVERYWHERE;
import static io.ringback.erasure.Planted.ok;
import static io.ringback.erasure.Planted.spaced;
import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.evidence.SealedTrail;
import io.ringback.process.BackOfficeModels;
import io.ringback.process.EngineDriver;
import io.ringback.process.ModelBench;
import io.ringback.support.Centre;
import io.ringback.support.EventReceiver;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.TestDatabase;
import io.ringback.support.WholeDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.TestPropertySource;

/**
 * Numbers and names are planted through every way in, worked, and erased, half of them by request and half in time; then
 * they are searched for in everything that the database keeps, and in the logs of the server and of PostgreSQL.
 */
@RingbackTest
@TestPropertySource(properties = {"ringback.webhooks.loop=true", "ringback.intake.most-per-number=0"})
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init") // Set by the one test.
abstract class ForgottenEverywhere {

    @Autowired
    Centre centre;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Forgetting forgetting;

    @Autowired
    EngineDriver engine;

    @Autowired
    MovableClock clock;

    @Autowired
    BeanFactory server;

    @Autowired
    Set<ScheduledTaskHolder> scheduled;

    private final EventReceiver receiver = EventReceiver.start();
    private Http administrator;

    abstract int callers();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void nothingOfThemIsKeptAnywhereAndWhatHappenedIs(CapturedOutput log) throws IOException {
        clock.set(Instant.parse("2026-03-02T08:00:00Z"));
        administrator = centre.as(centre.person("ADMIN"));
        webhook();
        var group = "letters of " + UUID.randomUUID();
        var bench = ModelBench.of(server);
        bench.deploy(BackOfficeModels.of(group));
        var callers = new PlantedCallers(centre, clock, engine, centre.as(clerk(group)), callers());
        var files = new PlantedFiles(centre);
        var drafts = new PlantedDrafts(centre);

        files.takenIn(callers());
        callers.plantAndWork();
        callers.finish();
        files.waiting();
        drafts.write(0);
        await().atMost(Duration.ofSeconds(120)).until(() -> pendingDeliveries() == 0);
        SealedTrail.seal(server);
        var before = counts();
        assertThat(new WholeDatabase(jdbc).find(EVERYWHERE)).hasSizeGreaterThan(callers() * 3);

        assertThat(places(erased(0))).contains("draft", "example");
        eraseHalf();
        assertThat(files.waitingStill())
                .as("the file that waited as it was sent is gone, of the two that were looked at rows are")
                .isEqualTo(2);
        drafts.delete();
        clock.advance(Duration.ofDays(91));
        doWhatIsScheduled();
        while (forgetting.someAskedFor() + forgetting.someInTime() > 0) {
            assertThat(counts()).isEqualTo(before);
        }
        forgetting.leftOvers();

        assertThat(new WholeDatabase(jdbc).find(EVERYWHERE)).isEmpty();
        assertThat(files.waitingStill()).isZero();
        assertThat(log.getAll().lines().filter(line -> EVERYWHERE.matcher(line).find()))
                .isEmpty();
        assertThat(TestDatabase.log().stream()
                        .filter(line -> EVERYWHERE.matcher(line).find()))
                .isEmpty();
        assertThat(counts()).isEqualTo(before);
        wholeChain();
        bench.close();
    }

    private void doWhatIsScheduled() {
        scheduled.forEach(holder -> holder.getScheduledTasks()
                .forEach(task -> task.getTask().getRunnable().run()));
    }

    /** Also what was sealed before its words were erased is as it was sealed. */
    private void wholeChain() {
        SealedTrail.seal(server);
        var verdict = centre.as(centre.person("AUDITOR"))
                .post("/api/v1/audit/verify", "{}")
                .json();
        assertThat(verdict.path("ok").asBoolean()).as("%s", verdict).isTrue();
        assertThat(verdict.path("checked").asLong()).isGreaterThan(callers() * 3L);
    }

    private void eraseHalf() {
        for (int caller = 2; caller < callers(); caller += 2) {
            assertThat(erased(caller).path("pending")).isEmpty();
        }
    }

    private JsonNode erased(int caller) {
        var erased = administrator.post(
                "/api/v1/erasures",
                json("{'phoneNumber':'%s','reason':'asked by letter','dryRun':false}", spaced(caller)));
        ok(erased);
        return erased.json();
    }

    /** Where else people have written the number. */
    private static List<String> places(JsonNode erased) {
        return erased.findValuesAsText("place");
    }

    /** What does not change when nobody knows any more who called. */
    private Map<String, Object> counts() {
        var counts = new TreeMap<String, Object>();
        for (var sql : List.of(
                "SELECT list_id || status, count(*) FROM ringback.callback GROUP BY 1",
                "SELECT type, count(*) FROM ringback.audit_event WHERE type <> 'FORGOTTEN' AND type NOT LIKE '%ERASE%' AND type NOT LIKE 'IMPORT%' AND type NOT LIKE 'DRAFT%' GROUP BY 1",
                "SELECT coalesce(call_status, 'open'), count(*) FROM ringback.attempt GROUP BY 1",
                "SELECT 'task ' || coalesce(closed_as, 'open'), count(*) FROM ringback.task GROUP BY 1",
                "SELECT 'left', count(*) FROM ringback.left_draft")) {
            jdbc.sql(sql).query(row -> {
                counts.put(row.getString(1), row.getLong(2));
            });
        }
        return counts;
    }

    private long pendingDeliveries() {
        return jdbc.sql("SELECT count(*) FROM ringback.webhook_delivery WHERE status = 'PENDING'")
                .query(Long.class)
                .single();
    }

    private void webhook() {
        ok(administrator.post(
                "/api/v1/webhooks", json("{'name':'CRM','url':'%s','includePersonalData':true}", receiver.url())));
    }

    private String clerk(String group) {
        var clerk = centre.person("BACK_OFFICE");
        jdbc.sql("UPDATE ringback.account SET groups = ARRAY[?] WHERE id = ?")
                .params(group, clerk)
                .update();
        return clerk;
    }
}
