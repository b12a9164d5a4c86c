package io.ringback.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Bounds;
import io.ringback.support.DatabaseProxy;
import io.ringback.support.EventStream;
import io.ringback.support.RestartableServer;
import io.ringback.support.TestDatabase;
import java.time.Duration;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that is stopped in order lets nobody wait, and loses nothing that is under way. */
@Tag("server")
class OrderlyStopTest {

    private static final int DESKS = 60;

    private RestartableServer server;

    @BeforeEach
    void start() {
        server = RestartableServer.started();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void manyOpenDesksAreToldToComeBackAtDifferentTimes() {
        var desks = Stream.generate(() -> server.centre().person("AGENT"))
                .limit(DESKS)
                .map(agent -> server.centre().openDesk(agent, UUID.randomUUID()))
                .toList();

        var begun = System.nanoTime();
        server.stop();
        var took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(took).isLessThan(Bounds.BY_ITSELF);
        var back = new TreeSet<Long>();
        desks.forEach(
                desk -> back.add(desk.event("restart").path("retryAfterMillis").asLong()));
        assertThat(back.first()).isBetween(0L, 2_000L);
        assertThat(back.last()).isBetween(1_500L, 3_000L);
        assertThat(back).hasSizeGreaterThan(DESKS / 2);
        assertThat(desks).allMatch(EventStream::ends);
    }

    @Test
    void aRequestUnderWayIsFinished() {
        var agent = server.centre().agentOn(server.centre().list());
        try (var desk = server.centre().openDesk(agent, UUID.randomUUID());
                var held = server.holding("SELECT FROM ringback.agent WHERE id = '%s' FOR UPDATE".formatted(agent))) {
            var centre = server.centre();
            var answer = CompletableFuture.supplyAsync(() -> centre.receive(agent, true));
            held.untilSomebodyWaits();

            var stopped = CompletableFuture.runAsync(server::stop);
            desk.event("restart");
            held.close();

            assertThat(answer.join().path("receiving").asBoolean()).isTrue();
            stopped.join();
        }
    }

    @Test
    void aDatabaseThatRefusesHoldsNothingUp() {
        try (var network = DatabaseProxy.before(TestDatabase.migrated().url());
                var cutOff = RestartableServer.startedOn(network.url())) {
            network.refuse();

            var begun = System.nanoTime();
            cutOff.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Bounds.BY_ITSELF);

            network.mend();
            cutOff.start();
            assertThat(cutOff.centre()
                            .server()
                            .get("/actuator/health/readiness")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aRequestThatWaitsForEverHoldsNothingUp() {
        var agents = IntStream.range(0, 3)
                .mapToObj(number -> server.centre().agentOn(server.centre().list()))
                .toList();
        try (var held = server.holding("LOCK TABLE ringback.agent IN ACCESS EXCLUSIVE MODE")) {
            var centre = server.centre();
            agents.forEach(agent -> CompletableFuture.runAsync(() -> centre.receive(agent, true)));
            held.untilSomebodyWaits();

            var begun = System.nanoTime();
            server.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Bounds.BY_ITSELF);
        }
    }
}
