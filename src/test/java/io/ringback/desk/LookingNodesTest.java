package io.ringback.desk;

import static io.ringback.desk.DeskWatch.A_LOOK;
import static io.ringback.desk.DeskWatch.A_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.platform.database.Transactions;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nodes that were down, that come late or that look at once end nothing they should not, and nothing twice. */
@RingbackTest
class LookingNodesTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Transactions transactions;

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
    void afterAllNodesWereDownDesksHaveTheWholeGraceTimeToComeBack() {
        var away = centre.agentOn(list);
        watch.page().close();
        watch.page(away, UUID.randomUUID()).close();
        centre.receive(agent, true);
        centre.receive(away, true);
        clock.advance(Duration.ofMinutes(10));
        watch.restart();

        watch.pass(Duration.ofSeconds(55));
        watch.answer();
        assertThat(watch.isReceiving(away)).isTrue();

        watch.pass(Duration.ofSeconds(10));
        assertThat(watch.isReceiving(away)).isFalse();
        assertThat(watch.isReceiving(agent)).isTrue();
    }

    @Test
    void aNodeThatCouldNotLookForAWhileBeginsAnew() {
        watch.page().close();
        centre.receive(agent, true);
        clock.advance(Duration.ofMinutes(10));

        watch.pass(Duration.ofSeconds(55));
        assertThat(watch.isReceiving()).isTrue();

        watch.pass(Duration.ofSeconds(10));
        assertThat(watch.isReceiving()).isFalse();
    }

    @Test
    void aDeskHeardOfInTheLastMomentIsNotStopped() {
        watch.page().close();
        centre.receive(agent, true);
        clock.advance(Duration.ofMinutes(2));
        watch.answer();

        assertThat(transactions.<Boolean>run(() -> watch.node().stopIfStillLost(agent)))
                .isFalse();
        assertThat(watch.isReceiving()).isTrue();
    }

    @Test
    void severalNodesThatLookAtOnceStopAnAgentOnce() {
        var nodes = Stream.generate(watch::startedNode).limit(4).toList();
        for (var time = Duration.ZERO; time.compareTo(A_MINUTE) < 0; time = time.plus(A_LOOK)) {
            clock.advance(A_LOOK);
            nodes.forEach(LostDesks::runOnce);
        }
        watch.page().close();
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

        assertThat(watch.stops()).containsExactly("system: CONNECTION_LOST");
    }
}
