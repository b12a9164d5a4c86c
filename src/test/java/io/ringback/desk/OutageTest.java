package io.ringback.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Bounds;
import io.ringback.support.DatabaseProxy;
import io.ringback.support.Http;
import io.ringback.support.Invariants;
import io.ringback.support.RestartableServer;
import io.ringback.support.TestDatabase;
import io.ringback.support.WebSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A network before PostgreSQL that breaks at any moment: nobody is told a lie, and nothing told is lost. */
@Tag("server")
class OutageTest {

    private static final int AGENTS = 4;
    private static final int FITS = 6;
    private static final int MOST_FITS = 40;
    private static final int ENOUGH = 5;

    private static DatabaseProxy network;
    private static JdbcClient jdbc;
    private static RestartableServer server;

    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final Map<String, String> requested = new ConcurrentHashMap<>();
    private final Set<String> saved = ConcurrentHashMap.newKeySet();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @BeforeAll
    static void start() {
        var database = TestDatabase.migrated().url();
        network = DatabaseProxy.before(database);
        jdbc = JdbcClient.create(new DriverManagerDataSource(database));
        server = RestartableServer.startedOn(
                network.url(),
                "--operaton.bpm.job-execution.enabled=false",
                "--spring.datasource.hikari.maximum-pool-size=12",
                "--ringback.desk.sweep=false");
    }

    @AfterAll
    static void stop() {
        server.close();
        network.close();
    }

    @AfterEach
    void mend() {
        network.mend();
        await().until(() ->
                server.centre().server().get("/actuator/health/readiness").status() == 200);
    }

    @Test
    void everyAnswerIsTrueWhileConnectionsBreakAtRandom() throws Exception {
        var centre = server.centre();
        var list = centre.list(Map.of("autoStopAfter", "null", "closeAfterCall", "null"));
        var agents = new ArrayList<String>();
        for (int i = 0; i < AGENTS; i++) {
            agents.add(centre.agentOn(list));
        }
        var caller = centre.as(centre.person("INTEGRATOR"));
        var people = centre.signedIn(centre.person("SUPERVISOR"));

        var threads = Executors.newCachedThreadPool();
        var work = new ArrayList<Future<?>>();
        agents.forEach(agent -> work.add(threads.submit(() -> workOn(centre.as(agent)))));
        work.add(threads.submit(() -> request(caller, list)));
        work.add(threads.submit(() -> look(people)));
        breakTheNetwork();
        over.set(true);
        network.mend();
        for (var each : work) {
            each.get(90, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(surprises).isEmpty();
        assertThat(statuses).as("there was an outage").contains(503);
        assertThat(saved).as("and work was done all the same").hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(acknowledgedOnes()).containsExactlyInAnyOrderElementsOf(requested.values());
        assertThat(attemptsOfSaved()).hasSameSizeAs(saved).containsOnly(1L);
        assertThat(count("SELECT count(*) FROM ringback.callback WHERE set_aside_at IS NOT NULL"))
                .isZero();
        Invariants.hold(jdbc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/desk",
                "GET /api/v1/lists",
                "GET /",
                "GET /desk",
                "GET /admin/operations",
                "POST /api/v1/desk/heartbeat",
                "PUT /api/v1/desk/receiving",
                "POST /api/v1/callbacks",
                "GET /api/v1/callbacks"
            })
    void everybodyIsToldWithinAFewSecondsWhileTheDatabaseRefuses(String call) {
        var centre = server.centre();
        var program = centre.as(centre.person("ADMIN", "SUPERVISOR", "AGENT", "INTEGRATOR"));
        var browser = centre.signedIn(centre.person("ADMIN", "SUPERVISOR", "AGENT"));
        var path = call.substring(call.indexOf(' ') + 1);
        network.refuse();

        var began = System.nanoTime();
        var answer = call.startsWith("GET /api")
                ? program.get(path)
                : call.startsWith("GET") ? browser.page(path) : program.send(call.split(" ")[0], path, "{}");
        var took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(took).isLessThan(Bounds.BY_ITSELF);
        if (path.startsWith("/api")) {
            assertThat(answer.problem()).isEqualTo("database-unavailable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/css/ringback.css", "/assets/js/desk/desk.js", "/vendor/form-js/form-js.css"})
    void theFilesOfThePagesComeWhileTheDatabaseRefuses(String file) {
        var browser = server.centre().signedIn(server.centre().person("AGENT"));
        network.refuse();

        var answer = browser.page(file);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void readinessTellsOfIt() {
        var centre = server.centre();
        assertThat(centre.server().get("/actuator/health/readiness").status()).isEqualTo(200);
        network.refuse();

        assertThat(centre.server().get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(centre.server().get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    /** By fits and starts, until there has been enough of it and something was done all the same. */
    private void breakTheNetwork() {
        var random = new Random(20);
        for (int fit = 0; fit < FITS || (fit < MOST_FITS && saved.size() < ENOUGH); fit++) {
            for (int i = 0; i < 6; i++) {
                rest(20 + random.nextInt(100));
                network.cutOne(random, random.nextInt(3_000));
            }
            if (fit % 3 == 1) {
                network.cut();
            }
            if (fit % 3 == 2) {
                network.refuse();
                rest(random.nextInt(800));
                network.mend();
            }
            rest(700);
        }
    }

    private static void rest(int milliseconds) {
        LockSupport.parkNanos(Duration.ofMillis(milliseconds).toNanos());
    }

    /** As the desk does: everything that was not answered is asked again with the same key. */
    private void workOn(Http agent) {
        until(() -> agent.put("/api/v1/desk/receiving", "{\"receiving\":true}"), 200);
        while (!over.get()) {
            var held = until(() -> agent.get("/api/v1/desk"), 200).at("/case");
            if (held.isMissingNode() || held.isNull()) {
                rest(20);
                continue;
            }
            var allocation = held.path("allocationId").asText();
            var callId = until(
                            () -> post(agent, "/api/v1/desk/case/calls", "{\"allocationId\":\"%s\"}", allocation), 201)
                    .path("callId")
                    .asText();
            until(() -> agent.post("/api/v1/desk/case/calls/%s/end".formatted(callId), ""), 200);
            var key = UUID.randomUUID().toString();
            until(
                    () -> agent.post(
                            "/api/v1/desk/case/outcome",
                            "{\"allocationId\":\"%s\",\"callStatus\":\"ANSWERED\"}".formatted(allocation),
                            "Idempotency-Key",
                            key),
                    200);
            saved.add(held.at("/callback/id").asText());
        }
    }

    private static Http.Answer post(Http agent, String path, String body, String allocation) {
        return agent.post(path, body.formatted(allocation), "Idempotency-Key", "call-" + allocation);
    }

    private void request(Http caller, String list) {
        for (int i = 0; !over.get(); i++) {
            var external = "outage-" + i;
            var body = """
                    {"listId": "%s", "phoneNumber": "+35840%07d", "source": "IVR", "externalId": "%s"}""".formatted(list, 1_000_000 + i, external);
            requested.put(
                    external,
                    until(() -> caller.post("/api/v1/callbacks", body), 200, 201)
                            .path("id")
                            .asText());
        }
    }

    private void look(WebSession people) {
        while (!over.get()) {
            for (var path : List.of("/", "/supervision", "/supervision/cases", "/login")) {
                judge(people.page(path), 200, 302);
            }
        }
    }

    /** Asks until it is answered; what is answered must be one of these, or that it is to be asked again. */
    private JsonNode until(Supplier<Http.Answer> call, int... expected) {
        for (int i = 0; i < 200; i++) {
            var answer = call.get();
            if (judge(answer, expected)) {
                return answer.json();
            }
            rest(100);
        }
        throw new AssertionError("never answered");
    }

    private boolean judge(Http.Answer answer, int... expected) {
        statuses.add(answer.status());
        for (var status : expected) {
            if (answer.status() == status) {
                return true;
            }
        }
        // 409 with Retry-After: the same call is still being worked on.
        var later = answer.status() == 503 || answer.status() == 409;
        if (!later || answer.header("Retry-After") == null) {
            surprises.add(answer.response().request().method() + " "
                    + answer.response().uri() + ": " + answer.status() + " " + answer.body());
            throw new AssertionError(String.valueOf(surprises.peek()));
        }
        return false;
    }

    private List<String> acknowledgedOnes() {
        return jdbc.sql("SELECT id::text FROM ringback.callback WHERE external_id = ANY (:ids)")
                .param("ids", requested.keySet().toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private List<Long> attemptsOfSaved() {
        return jdbc.sql("""
                        SELECT count(a.callback_id) FROM ringback.callback c
                        LEFT JOIN ringback.attempt a ON a.callback_id = c.id AND a.call_status = 'ANSWERED'
                        WHERE c.id::text = ANY (:ids) AND c.status = 'RESOLVED' GROUP BY c.id""")
                .param("ids", saved.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    private static long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
