package io.ringback.desk;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.allocation.Offers;
import io.ringback.platform.Transactions;
import io.ringback.support.Centre;
import io.ringback.support.EventStream;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receiving ends when the agent's desk is gone for longer than the grace time of a minute, and only then. */
@RingbackTest
class PresenceTest {

    private static final Duration A_LOOK = Duration.ofSeconds(5);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Autowired
    private DeskSenders senders;

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Offers offers;

    @Autowired
    private Heartbeats heartbeats;

    @Autowired
    private OpenStreams open;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private final UUID desk = UUID.randomUUID();
    private LostDesks node;
    private String list;
    private String agent;

    @BeforeEach
    void anAgentAndANodeThatHasLookedForLongEnough() {
        list = centre.list();
        agent = centre.agentOn(list);
        node = startedNode();
        pass(A_MINUTE);
    }

    @Test
    void theCaseOfALostDeskGoesToTheNextAgent() {
        var callback = centre.request(list, centre.newNumber());
        page().close();
        centre.receive(agent, true);
        var next = centre.agentOn(list);
        centre.receive(next, true);

        pass(A_MINUTE.plus(A_LOOK));
        offers.runOnce();

        assertThat(centre.desk(agent).path("receiving").asBoolean()).isFalse();
        assertThat(centre.desk(agent).path("stoppedBecause").asText()).isEqualTo("CONNECTION_LOST");
        assertThat(centre.desk(agent).get("case").isNull()).isTrue();
        assertThat(centre.desk(next).at("/case/callback/id")).isEqualTo(callback.path("id"));
    }

    @Test
    void theAuditTrailSaysWhyReceivingStopped() {
        page().close();
        centre.receive(agent, true);

        pass(A_MINUTE.plus(A_LOOK));

        assertThat(stops()).containsExactly("system: CONNECTION_LOST");
    }

    @Test
    void aDeskThatAnswersIsThere() {
        page().close();
        centre.receive(agent, true);

        for (int answers = 0; answers < 20; answers++) {
            pass(Duration.ofSeconds(55));
            answer();
        }

        assertThat(isReceiving()).isTrue();
    }

    @Test
    void anOpenLineFromWhichNoAnswersComeIsALostDesk() {
        try (var line = page()) {
            centre.receive(agent, true);

            IntStream.range(0, 5).forEach(round -> {
                heartbeats.beat();
                pass(Duration.ofSeconds(15));
            });

            assertThat(line.isOpen()).isTrue();
            assertThat(isReceiving()).isFalse();
        }
    }

    @Test
    void aLineThatIsLostRightAfterSwitchingOnCountsFromThen() {
        page().close();
        pass(Duration.ofSeconds(50));
        centre.receive(agent, true);

        pass(Duration.ofSeconds(55));
        assertThat(isReceiving()).isTrue();

        pass(Duration.ofSeconds(10));
        assertThat(isReceiving()).isFalse();
    }

    @Test
    void programsWithoutAStreamAreLeftAlone() {
        centre.receive(agent, true);

        pass(Duration.ofHours(1));

        assertThat(isReceiving()).isTrue();
    }

    @Test
    void aDeskClosedInTheMorningSaysNothingAboutAProgramThatReceivesLater() {
        page().close();
        pass(Duration.ofHours(2));
        centre.receive(agent, true);

        pass(Duration.ofHours(1));

        assertThat(isReceiving()).isTrue();
    }

    @Test
    void aProgramIsThereAsLongAsItsStreamIsOpenAndLostAfterwards() {
        try (var stream = centre.as(agent).events("/api/v1/desk/events")) {
            stream.event("desk");
            centre.receive(agent, true);
            passWithHeartbeats(Duration.ofMinutes(5));
            assertThat(isReceiving()).isTrue();
        }
        await().until(() -> {
            heartbeats.beat();
            return !open.has(agent);
        });

        passWithHeartbeats(A_MINUTE.plus(A_LOOK));

        assertThat(isReceiving()).isFalse();
    }

    @Test
    void afterAllNodesWereDownDesksHaveTheWholeGraceTimeToComeBack() {
        var away = centre.agentOn(list);
        page().close();
        page(away, UUID.randomUUID()).close();
        centre.receive(agent, true);
        centre.receive(away, true);
        clock.advance(Duration.ofMinutes(10));
        node = startedNode();

        pass(Duration.ofSeconds(55));
        answer();
        assertThat(isReceiving(away)).isTrue();

        pass(Duration.ofSeconds(10));
        assertThat(isReceiving(away)).isFalse();
        assertThat(isReceiving(agent)).isTrue();
    }

    @Test
    void aNodeThatCouldNotLookForAWhileBeginsAnew() {
        page().close();
        centre.receive(agent, true);
        clock.advance(Duration.ofMinutes(10));

        pass(Duration.ofSeconds(55));
        assertThat(isReceiving()).isTrue();

        pass(Duration.ofSeconds(10));
        assertThat(isReceiving()).isFalse();
    }

    @Test
    void aDeskHeardOfInTheLastMomentIsNotStopped() {
        page().close();
        centre.receive(agent, true);
        clock.advance(Duration.ofMinutes(2));
        answer();

        assertThat(transactions.<Boolean>run(() -> node.stopIfStillLost(agent))).isFalse();
        assertThat(isReceiving()).isTrue();
    }

    @Test
    void severalNodesThatLookAtOnceStopAnAgentOnce() {
        var nodes = Stream.generate(this::startedNode).limit(4).toList();
        for (var time = Duration.ZERO; time.compareTo(A_MINUTE) < 0; time = time.plus(A_LOOK)) {
            clock.advance(A_LOOK);
            nodes.forEach(LostDesks::runOnce);
        }
        page().close();
        centre.receive(agent, true);
        for (var time = Duration.ZERO; time.compareTo(A_MINUTE) < 0; time = time.plus(A_LOOK)) {
            clock.advance(A_LOOK);
            nodes.forEach(LostDesks::runOnce);
        }
        clock.advance(A_LOOK);

        Together.times(4, number -> {
            nodes.get(number).runOnce();
            return true;
        });

        assertThat(stops()).containsExactly("system: CONNECTION_LOST");
    }

    /** Time goes by, and the node looks for lost desks as often as it does in operation. */
    private void pass(Duration time) {
        for (var left = time; !left.isZero(); left = left.minus(A_LOOK)) {
            clock.advance(A_LOOK);
            node.runOnce();
        }
    }

    private void passWithHeartbeats(Duration time) {
        for (var left = time; !left.isNegative(); left = left.minus(Duration.ofSeconds(15))) {
            heartbeats.beat();
            awaitSent();
            pass(Duration.ofSeconds(15));
        }
    }

    /** One agent's lines are written to by one thread, in order. */
    private void awaitSent() {
        var sent = new CompletableFuture<Void>();
        senders.execute(agent, () -> sent.complete(null));
        sent.join();
    }

    private LostDesks startedNode() {
        return beans.createBean(LostDesks.class);
    }

    private EventStream page() {
        return page(agent, desk);
    }

    private EventStream page(String whose, UUID deskId) {
        var stream = centre.as(whose).events("/api/v1/desk/events?desk=" + deskId);
        stream.event("desk");
        return stream;
    }

    private void answer() {
        var answer = centre.as(agent).put("/api/v1/desk/presence", json("{'desk':'%s'}", desk));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private boolean isReceiving() {
        return isReceiving(agent);
    }

    private boolean isReceiving(String whom) {
        JsonNode receiving = centre.desk(whom).path("receiving");
        return receiving.asBoolean();
    }

    private List<String> stops() {
        return jdbc.sql("""
                        SELECT actor || ': ' || reason FROM ringback.audit_event
                        WHERE agent_id = ? AND type = 'RECEIVING_STOPPED' ORDER BY id""").param(agent).query(String.class).list();
    }
}
