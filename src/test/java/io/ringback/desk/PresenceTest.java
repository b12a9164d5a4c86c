package io.ringback.desk;

import static io.ringback.desk.DeskWatch.A_LOOK;
import static io.ringback.desk.DeskWatch.A_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.allocation.Offers;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receiving ends when the agent's desk is gone for longer than the grace time of a minute, and only then. */
@RingbackTest
class PresenceTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Offers offers;

    @Autowired
    private Heartbeats heartbeats;

    @Autowired
    private OpenStreams open;

    @Autowired
    private Connections connections;

    @Autowired
    private DeskSenders senders;

    private DeskWatch watch;
    private String list;
    private String agent;

    @BeforeEach
    void anAgentAndANodeThatHasLookedForLongEnough() {
        watch = new DeskWatch(centre, clock, beans, jdbc);
        list = watch.list();
        agent = watch.agent();
    }

    @Test
    void theCaseOfALostDeskGoesToTheNextAgent() {
        var callback = centre.request(list, centre.newNumber());
        watch.page().close();
        centre.receive(agent, true);
        var next = centre.agentOn(list);
        centre.receive(next, true);

        watch.pass(A_MINUTE.plus(A_LOOK));
        offers.runOnce();

        assertThat(centre.desk(agent).path("receiving").asBoolean()).isFalse();
        assertThat(centre.desk(agent).path("stoppedBecause").asText()).isEqualTo("CONNECTION_LOST");
        assertThat(centre.desk(agent).get("case").isNull()).isTrue();
        assertThat(centre.desk(next).at("/case/callback/id")).isEqualTo(callback.path("id"));
    }

    @Test
    void theAuditTrailSaysWhyReceivingStopped() {
        watch.page().close();
        centre.receive(agent, true);

        watch.pass(A_MINUTE.plus(A_LOOK));

        assertThat(watch.stops()).containsExactly("system: CONNECTION_LOST");
    }

    @Test
    void aDeskThatAnswersIsThere() {
        watch.page().close();
        centre.receive(agent, true);

        for (int answers = 0; answers < 20; answers++) {
            watch.pass(Duration.ofSeconds(55));
            watch.answer();
        }

        assertThat(watch.isReceiving()).isTrue();
    }

    @Test
    void anOpenLineFromWhichNoAnswersComeIsALostDesk() {
        try (var line = watch.page()) {
            centre.receive(agent, true);

            IntStream.range(0, 5).forEach(round -> {
                heartbeats.beat();
                watch.pass(Duration.ofSeconds(15));
            });

            assertThat(line.isOpen()).isTrue();
            assertThat(watch.isReceiving()).isFalse();
        }
    }

    @Test
    void aLineThatIsLostRightAfterSwitchingOnCountsFromThen() {
        watch.page().close();
        watch.pass(Duration.ofSeconds(50));
        centre.receive(agent, true);

        watch.pass(Duration.ofSeconds(55));
        assertThat(watch.isReceiving()).isTrue();

        watch.pass(Duration.ofSeconds(10));
        assertThat(watch.isReceiving()).isFalse();
    }

    @Test
    void programsWithoutAStreamAreLeftAlone() {
        centre.receive(agent, true);

        watch.pass(Duration.ofHours(1));

        assertThat(watch.isReceiving()).isTrue();
    }

    @Test
    void aDeskClosedInTheMorningSaysNothingAboutAProgramThatReceivesLater() {
        watch.page().close();
        watch.pass(Duration.ofHours(2));
        centre.receive(agent, true);

        watch.pass(Duration.ofHours(1));

        assertThat(watch.isReceiving()).isTrue();
    }

    @Test
    void aProgramIsThereAsLongAsItsStreamIsOpenAndLostAfterwards() {
        try (var stream = centre.as(agent).events("/api/v1/desk/events")) {
            stream.event("desk");
            centre.receive(agent, true);
            passWithHeartbeats(Duration.ofMinutes(5));
            assertThat(watch.isReceiving()).isTrue();
        }
        await().until(() -> {
            heartbeats.beat();
            return !open.has(agent);
        });

        passWithHeartbeats(A_MINUTE.plus(A_LOOK));

        assertThat(watch.isReceiving()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProgramThatTakesNothingIsNotThereAndItsLineIsFoundDead() throws IOException {
        try (var program = new Socket()) {
            program.setReceiveBufferSize(1_024);
            program.connect(new InetSocketAddress("localhost", centre.port()));
            program.getOutputStream().write(request(agent).getBytes(StandardCharsets.US_ASCII));
            await().until(() -> open.has(agent));
            centre.receive(agent, true);
            var ports = open.of(agent).get(0).ports();
            await().until(() -> {
                centre.as(agent).put("/api/v1/desk/availability", "{\"availability\":\"BUSY\"}");
                centre.as(agent).put("/api/v1/desk/availability", "{\"availability\":\"AVAILABLE\"}");
                return connections.look().get(ports) == Connections.State.UNHEARD;
            });

            passWithHeartbeats(A_MINUTE.plus(A_LOOK));

            assertThat(watch.isReceiving()).isFalse();
            assertThat(open.has(agent)).isFalse();
        }
    }

    private static String request(String agent) {
        var credentials =
                Base64.getEncoder().encodeToString((agent + ":" + Centre.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return "GET /api/v1/desk/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + credentials
                + "\r\n\r\n";
    }

    private void passWithHeartbeats(Duration time) {
        for (var left = time; !left.isNegative(); left = left.minus(Duration.ofSeconds(15))) {
            heartbeats.beat();
            awaitSent();
            watch.pass(Duration.ofSeconds(15));
        }
    }

    /** One agent's lines are written to by one thread, in order. */
    private void awaitSent() {
        var sent = new CompletableFuture<Void>();
        senders.execute(agent, () -> sent.complete(null));
        sent.join();
    }
}
