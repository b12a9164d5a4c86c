package io.ringback.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A shift as an agent lives it. */
@RingbackTest
class ShiftTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Test
    void savingGivesTheNextOldestCaseAtOnce() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var first = centre.request(list, centre.newNumber());
        clock.advance(Duration.ofSeconds(1));
        var second = centre.request(list, centre.newNumber());

        var offered = centre.receive(agent, true);
        var callId = centre.call(agent);
        centre.endCall(agent, callId);
        var next = centre.save(agent, "ANSWERED");

        assertThat(offered.at("/case/callback/id")).isEqualTo(first.path("id"));
        assertThat(next.at("/case/callback/id")).isEqualTo(second.path("id"));
        assertThat(centre.status(first)).isEqualTo("RESOLVED");
    }
}
