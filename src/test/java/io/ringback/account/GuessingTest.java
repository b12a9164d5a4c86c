package io.ringback.account;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Guessing of passwords beside honest callers; all come through one proxy, which says where from. */
@RingbackTest
@TestPropertySource(properties = "ringback.proxies.trusted=127.0.0.0/8,::1")
class GuessingTest {

    private static final String OFFICE = "203.0.113.";

    private static int addresses;

    private final String office = OFFICE + ++addresses;

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doesNotLockOutWhoSignsInFromTheSameAddress(boolean atTheirOwnName) {
        var list = centre.list();
        var ivr = centre.person("INTEGRATOR");
        assertThat(lists(ivr, Centre.PASSWORD, office)).isEqualTo(200);

        for (int i = 0; i < 80; i++) {
            lists(atTheirOwnName ? ivr : "nobody" + i, "guess " + i, office);
        }
        clock.advance(VerifiedCredentials.KEPT.plusSeconds(1)); // nothing is remembered of the password
        var answers = Together.times(30, i -> intake(ivr, list, office));

        assertThat(answers).hasSize(30).containsOnly(201);
    }

    @Test
    void isBrakedAtANameThatSignsInFromTheSameAddress() {
        var ivr = centre.person("INTEGRATOR");
        lists(ivr, Centre.PASSWORD, office);

        for (int i = 1; i <= LoginThrottle.FAILURES_OF_A_NAME; i++) {
            assertThat(lists(ivr, "guess " + i, office)).isEqualTo(401);
        }

        assertThat(lists(ivr, "guess 6", office)).isEqualTo(429);
        assertThat(lists(ivr, Centre.PASSWORD, office)).isEqualTo(200);
    }

    @Test
    void brakesTheAddressThatGuessesNotTheNameElsewhere() {
        var agent = centre.person("AGENT");

        for (int i = 0; i < 9; i++) {
            lists(agent, "guess " + i, office);
        }

        assertThat(lists(agent, Centre.PASSWORD, office)).as("never seen there").isEqualTo(429);
        assertThat(lists(agent, Centre.PASSWORD, "198.51.100.1")).isEqualTo(200);
    }

    @Test
    void givesNamesFewerTriesWhereManyFail() {
        for (int i = 0; i < LoginThrottle.FAILURES_OF_AN_ADDRESS; i++) {
            lists("nobody" + i, "guess", office);
        }
        var agent = centre.person("AGENT");

        assertThat(lists(agent, "guess 1", office)).isEqualTo(401);
        assertThat(lists(agent, "guess 2", office)).isEqualTo(401);
        assertThat(lists(agent, "guess 3", office)).isEqualTo(429);
        assertThat(lists(centre.person("AGENT"), Centre.PASSWORD, office)).isEqualTo(200);
    }

    @Test
    void isForgottenByTheHonestAfterAMonth() {
        var agent = centre.person("AGENT");
        lists(agent, Centre.PASSWORD, office);
        clock.advance(LoginThrottle.LATELY.plus(Duration.ofHours(2)));

        for (int i = 0; i < 6; i++) {
            lists(agent, "guess " + i, office);
        }

        assertThat(lists(agent, Centre.PASSWORD, office)).isEqualTo(429);
    }

    @Test
    void isNotWhatManyDoWhoSignInAtOnce() {
        var agents = java.util.stream.IntStream.range(0, 60)
                .mapToObj(i -> centre.person("AGENT"))
                .toList();

        var answers = Together.times(agents.size(), i -> lists(agents.get(i), Centre.PASSWORD, office));

        assertThat(answers).containsOnly(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s, OFFICE", "%s, OFFICE, 127.0.0.9", "127.0.0.1, %s, OFFICE", "%s, garbage, OFFICE"})
    void isNotHiddenByWhatASenderWritesIntoTheHeader(String told) {
        var agent = centre.person("AGENT");

        int last = 0;
        for (int i = 1; i <= 6; i++) {
            last = lists(agent, "guess", told.replace("OFFICE", office).formatted("9.9.9." + i));
        }

        assertThat(last).isEqualTo(429);
    }

    private int lists(String name, String password, String from) {
        var caller = centre.server().as(name, password);
        return caller.send(caller.request("/api/v1/lists")
                        .header("X-Forwarded-For", from)
                        .build())
                .status();
    }

    private int intake(String name, String list, String from) {
        var body = json("{'listId':'%s','phoneNumber':'%s','source':'IVR'}".formatted(list, centre.newNumber()));
        return centre.as(name)
                .post("/api/v1/callbacks", body, "X-Forwarded-For", from)
                .status();
    }
}
