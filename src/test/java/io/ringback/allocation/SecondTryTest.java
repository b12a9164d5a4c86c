package io.ringback.allocation;

import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A callback that was called in vain is not for the one who has called it while another agent has been idle for longer. */
@RingbackTest
class SecondTryTest {

    private static final Duration LATER = Duration.ofMinutes(10);

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Offers offers;

    @ParameterizedTest
    @ValueSource(strings = {"BUSY", "NO_ANSWER", "OTHER"})
    void theSaveOfAnotherCaseLeavesItToWhoeverIsIdle(String callStatus) {
        var list = centre.list();
        var anna = centre.agentOn(list);
        var tried = tried(anna, list, callStatus);
        var cai = waiting(list);
        clock.advance(LATER);

        var next = centre.save(anna, "ANSWERED");
        offers.runOnce();

        assertThat(next.get("case").isNull()).isTrue();
        assertThat(holder(tried)).isEqualTo(cai);
    }

    @Test
    void whoeverElseSavesAtThatMomentLeavesItToTheLongestIdle() {
        var list = centre.list();
        var anna = centre.agentOn(list);
        var bo = centre.agentOn(list);
        var tried = tried(anna, list, "BUSY");
        centre.request(list, centre.newNumber());
        centre.receive(bo, true);
        var cai = waiting(list);
        clock.advance(LATER);

        centre.save(bo, "ANSWERED");
        offers.runOnce();

        assertThat(holder(tried)).isEqualTo(cai);
    }

    @Test
    void savesAtTheSameMomentGiveNobodyTheOwnCaseBackWhileOthersAreIdle() {
        for (var headStart :
                Stream.of(-20, -3, 0, 3, 20).map(Duration::ofMillis).toList()) {
            var list = centre.list();
            var anna = centre.agentOn(list);
            var bo = centre.agentOn(list);
            var annas = tried(anna, list, "BUSY");
            var bos = tried(bo, list, "NO_ANSWER");
            var idle = Stream.of(waiting(list), waiting(list)).toList();
            clock.advance(LATER);

            Together.race(headStart, () -> centre.save(anna, "ANSWERED"), () -> centre.save(bo, "ANSWERED"));
            offers.runOnce();

            assertThat(Stream.of(holder(annas), holder(bos)))
                    .as("%s", headStart)
                    .containsExactlyInAnyOrderElementsOf(idle);
        }
    }

    @Test
    void withNobodyElseItComesBackAtOnce() {
        var list = centre.list();
        var anna = centre.agentOn(list);
        var tried = tried(anna, list, "BUSY");
        centre.agentOn(list);
        clock.advance(LATER);

        var next = centre.save(anna, "ANSWERED");

        assertThat(next.at("/case/callback/id")).isEqualTo(tried.path("id"));
    }

    @Test
    void whoHasBeenIdleForLongestGetsItThoughItWasTheirs() {
        var list = centre.list();
        var anna = centre.agentOn(list);
        var tried = tried(anna, list, "BUSY");
        centre.save(anna, "ANSWERED");
        clock.advance(Duration.ofMinutes(1));
        waiting(list);
        clock.advance(LATER);

        offers.runOnce();

        assertThat(holder(tried)).isEqualTo(anna);
    }

    /** A callback that the agent has called in vain; the agent has another one in hand by then. */
    private JsonNode tried(String agent, String list, String callStatus) {
        var tried = centre.request(list, centre.newNumber());
        if (!centre.desk(agent).path("receiving").asBoolean()) {
            centre.receive(agent, true);
        }
        clock.advance(Duration.ofSeconds(1));
        centre.request(list, centre.newNumber());
        centre.save(
                agent,
                callStatus,
                Map.of("retryAt", quoted(clock.instant().plus(LATER).toString())));
        return tried;
    }

    private String waiting(String list) {
        var agent = centre.agentOn(list);
        assertThat(centre.receive(agent, true).get("case").isNull()).isTrue();
        return agent;
    }

    private String holder(JsonNode callback) {
        return centre.callback(callback).path("allocatedTo").asText();
    }
}
