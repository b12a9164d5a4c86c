package io.ringback.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.ForeignServer;
import io.ringback.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two nodes, the clock of one a minute ahead, that of the other a minute behind: what was promised for a time happens
 * neither before nor long after it by the clock of the database. Needs libfaketime, which {@code .ci/run} installs.
 */
@Tag("server")
class SkewedNodesTest {

    private static final Duration LATE = Duration.ofSeconds(20);

    /** What must never be seen: each by the database's own clock. */
    private static final Map<String, String> EARLY = Map.of(
            "offered early", """
            SELECT id FROM ringback.callback
            WHERE status IN ('WAITING', 'ALLOCATED') AND eligible_at > clock_timestamp()""",
            "expired early", """
            SELECT id FROM ringback.callback WHERE status = 'EXPIRED' AND expires_at > clock_timestamp()""",
            "created in the future", """
            SELECT id FROM ringback.callback WHERE created_at > clock_timestamp()""",
            "told in the future", """
            SELECT id::text FROM ringback.audit_event WHERE at > clock_timestamp()""");

    private static JdbcClient jdbc;
    private static ForeignServer ahead;
    private static ForeignServer behind;

    @BeforeAll
    static void start() throws IOException {
        var library = fakeTime();
        assumeTrue(library.isPresent(), "libfaketime is not installed: apt-get install faketime");
        var url = TestDatabase.migrated().url();
        jdbc = JdbcClient.create(new DriverManagerDataSource(url));
        ahead = ForeignServer.starting(url, at(library.get(), "+60s"));
        behind = ForeignServer.starting(url, at(library.get(), "-60s"));
    }

    @AfterAll
    static void stop() {
        if (ahead != null) {
            ahead.close();
            behind.close();
        }
    }

    @Test
    void nothingHappensBeforeItsTimeOrLongAfterIt() {
        var list = ahead.centre()
                .list(Map.of("autoStopAfter", "\"PT6S\"", "dueAfter", "\"PT1S\"", "expiresAfter", "\"PT1H\""));
        var agents = List.of(ahead.centre().agentOn(list), behind.centre().agentOn(list));
        ahead.centre().receive(agents.get(0), true);
        behind.centre().receive(agents.get(1), true);

        var soon = now().plusSeconds(5);
        var planned = both(list, Map.of("notBefore", Centre.quoted(soon.toString())));
        var expiring = both(
                list,
                Map.of(
                        "notBefore", Centre.quoted(soon.plusSeconds(7200).toString()),
                        "expiresAt", Centre.quoted(soon.plusSeconds(7201).toString())));

        await().atMost(LATE).pollInterval(Duration.ofMillis(50)).until(() -> {
            nothingIsEarly();
            return planned.stream().allMatch(callback -> "ALLOCATED".equals(status(callback)));
        });
        var stops = jdbc.sql("SELECT auto_stop_at FROM ringback.callback WHERE status = 'ALLOCATED' AND list_id = ?")
                .param(list)
                .query(java.sql.Timestamp.class)
                .list();
        var firstStop = stops.stream()
                .map(java.sql.Timestamp::toInstant)
                .min(Instant::compareTo)
                .orElseThrow();
        await().atMost(LATE).pollInterval(Duration.ofMillis(50)).until(() -> {
            nothingIsEarly();
            var someStopped = jdbc.sql("SELECT count(*) FROM ringback.agent WHERE stopped_because = 'NO_CALL_MADE'")
                            .query(Long.class)
                            .single()
                    > 0;
            assertThat(someStopped && now().isBefore(firstStop))
                    .as("stopped early")
                    .isFalse();
            return someStopped;
        });
        assertThat(expiring).allSatisfy(callback -> assertThat(status(callback)).isEqualTo("SCHEDULED"));
    }

    @Test
    void whatExpiresDoesSoInTime() {
        var list = behind.centre().list(Map.of("dueAfter", "\"PT1S\"", "expiresAfter", "\"PT4S\""));
        var expiring = both(list, Map.of());

        await().atMost(LATE).pollInterval(Duration.ofMillis(50)).until(() -> {
            nothingIsEarly();
            return expiring.stream().allMatch(callback -> "EXPIRED".equals(status(callback)));
        });
    }

    @Test
    void theNodesAreNotReadyAndSayWhy() {
        for (var node : List.of(ahead, behind)) {
            var centre = node.centre();

            var ready = centre.as(centre.person("ADMIN")).get("/actuator/health/readiness");

            assertThat(ready.status()).isEqualTo(503);
            assertThat(Math.abs(ready.json()
                            .at("/components/clock/details/differenceSeconds")
                            .asDouble()))
                    .isBetween(59.0, 61.0);
            assertThat(node.log()).containsOnlyOnce("The clock of this machine is");
        }
        assertThat(ahead.centre()
                        .as(ahead.centre().person("INTEGRATOR"))
                        .get("/actuator/prometheus")
                        .body())
                .containsPattern("ringback_clock_difference_seconds 6[01]|ringback_clock_difference_seconds 59");
    }

    private List<JsonNode> both(String list, Map<String, String> fields) {
        var made = new ArrayList<JsonNode>();
        for (var centre : List.of(ahead.centre(), behind.centre())) {
            made.add(centre.request(list, centre.newNumber(), fields));
        }
        return made;
    }

    private static void nothingIsEarly() {
        EARLY.forEach((what, query) ->
                assertThat(jdbc.sql(query).query(String.class).list()).as(what).isEmpty());
    }

    private static String status(JsonNode callback) {
        return jdbc.sql("SELECT status FROM ringback.callback WHERE id = ?")
                .param(Centre.id(callback))
                .query(String.class)
                .single();
    }

    private static Instant now() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    private static Map<String, String> at(Path library, String offset) {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME",
                offset,
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0"); // with it, every wait of Java ends at once
    }

    private static Optional<Path> fakeTime() throws IOException {
        try (var found = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-*")) {
            for (var folder : found) {
                var library = folder.resolve("faketime/libfaketimeMT.so.1");
                if (Files.exists(library)) {
                    return Optional.of(library);
                }
            }
        }
        return Optional.empty();
    }
}
