package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No agent uses up a caller: attempts are apart by the shortest time of the list. */
class ShortestTime extends ProcessTest {

    private String agent;
    private JsonNode callback;

    @BeforeEach
    void aCallbackIsInTheAgentsHands() {
        hold(centre.list());
    }

    private void hold(String list) {
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
    }

    @ParameterizedTest
    @CsvSource({
        "PT1M,   PT1S,  PT1M",
        "PT1M,   PT59S, PT1M",
        "PT1M,   PT1M,  PT1M",
        "PT1M,   PT61S, PT61S",
        "PT10M,  PT5M,  PT10M",
        "PT0S,   PT1S,  PT1S",
        "PT2H,   PT1H,  PT2H"
    })
    void theAgentsOwnDateIsNotBeforeTheShortestTime(Duration shortest, Duration chosen, Duration offered) {
        hold(centre.list(Map.of("shortestRetry", "\"%s\"".formatted(shortest))));
        callAndHangUp(agent);

        centre.save(agent, "BUSY", Map.of("retryAt", json(MORNING.plus(chosen))));

        assertRetryAt(MORNING.plus(offered));
    }

    @ParameterizedTest
    @CsvSource({"PT1M, BUSY, PT5M", "PT10M, BUSY, PT10M", "PT10M, NO_ANSWER, PT15M", "PT2H, OTHER, PT2H"})
    void theRetryPolicyIsNotBeforeTheShortestTimeEither(Duration shortest, String callStatus, Duration offered) {
        hold(centre.list(Map.of("shortestRetry", "\"%s\"".formatted(shortest))));
        callAndHangUp(agent);
        var suggested = time(centre.desk(agent).at("/case/suggestedRetryAt/" + callStatus));

        centre.save(agent, callStatus);

        assertThat(suggested).isEqualTo(MORNING.plus(offered));
        assertRetryAt(suggested);
    }

    @Test
    void whatExpiresWithinTheShortestTimeIsNotOfferedAgain() {
        hold(centre.list(Map.of("dueAfter", "\"PT20S\"", "expiresAfter", "\"PT50S\"")));
        callAndHangUp(agent);

        assertThat(centre.desk(agent).at("/case/suggestedRetryAt/BUSY").isNull())
                .isTrue();
        centre.save(agent, "BUSY", Map.of("retryAt", json(MORNING.plusSeconds(30))));
        pass(Duration.ofSeconds(49));
        offers.runOnce();
        assertIdle(agent);
        pass(Duration.ofSeconds(1));

        assertStatus(callback, "EXPIRED");
    }

    @Test
    void callsOfNoLengthDoNotUseUpTheAttempts() {
        hold(centre.list(Map.of("maxAttempts", "3")));
        callAndHangUp(agent);
        callAndHangUp(agent);
        callAndHangUp(agent);

        centre.save(agent, "BUSY");

        assertStatus(callback, "SCHEDULED");
        assertThat(centre.callback(callback).path("attemptCount").asInt()).isEqualTo(1);
        assertThat(history(callback).path("attempts")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"PT5S, 1", "PT30S, 1", "PT61S, 3"})
    void takingAndGivingBackDoesNotUseUpTheAttemptsFasterThanTheShortestTime(Duration each, int counted) {
        hold(centre.list(Map.of("maxAttempts", "3", "autoStopAfter", "null")));
        for (int i = 0; i < 2; i++) {
            callAndHangUp(agent);
            centre.receive(agent, false);
            clock.advance(each);
            centre.receive(agent, true);
            assertHolds(agent, callback);
        }
        callAndHangUp(agent);

        centre.save(agent, "BUSY");

        assertThat(centre.callback(callback).path("attemptCount").asInt()).isEqualTo(counted);
        assertStatus(callback, counted == 3 ? "CANCELLED" : "SCHEDULED");
    }

    private void assertRetryAt(Instant time) {
        assertStatus(callback, "SCHEDULED");
        assertThat(time(centre.callback(callback).path("eligibleAt"))).isEqualTo(time);
    }
}
