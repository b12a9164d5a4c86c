package io.ringback.intake;

import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.allocation.Offers;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asks again is never worse off: the main callback becomes at least as good as the new request deserves. */
@RingbackTest
class AskingAgainTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Offers offers;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private JdbcClient jdbc;

    private String list;
    private String number;

    @BeforeEach
    void aCaller() {
        clock.set(MORNING);
        list = centre.list();
        number = centre.newNumber();
    }

    /**
     * In hours after the morning; by itself a request is due 1 h after it may be offered and expires after 24 h. All kinds are
     * in {@code DeadlinesTest}.
     */
    @ParameterizedTest(name = "{0}/{1}/{2}, again at {3} for {4}/{5}/{6}: offered {7}, due {8}, expires {9}")
    @CsvSource({
        "  ,  ,  ,  1,  ,  ,  ,  0,  1, 25",
        "24,  ,  ,  0,  ,  ,  ,  0,  1, 48",
        " 5, 9,  ,  1,  , 2,  ,  1,  2, 29",
        "  , 9,10,  1,  , 3,99,  0,  3, 99",
    })
    void theMainCallbackExpiresAtTheLaterAndIsDueAndEligibleAtTheEarlier(
            Integer notBefore,
            Integer due,
            Integer expires,
            int askedAt,
            Integer notBeforeAgain,
            Integer dueAgain,
            Integer expiresAgain,
            int eligibleThen,
            int dueThen,
            int expiresThen) {
        var main = centre.request(list, number, times(notBefore, due, expires));
        clock.set(at(askedAt));

        var again = centre.request(list, number, times(notBeforeAgain, dueAgain, expiresAgain));

        assertThat(again.path("status").asText()).isEqualTo("MERGED");
        assertThat(again.path("mainCallbackId")).isEqualTo(main.path("id"));
        var after = centre.callback(main);
        assertThat(List.of(time(after, "eligibleAt"), time(after, "dueAt"), time(after, "expiresAt")))
                .containsExactly(at(eligibleThen), at(dueThen), at(expiresThen));
        assertThat(after.path("status").asText()).isEqualTo(eligibleThen <= askedAt ? "WAITING" : "SCHEDULED");
        assertTheNumbersAreExact();
    }

    @Test
    void oneAskedForAtOnceGoesToAnIdleAgent() {
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        var main = centre.request(list, number, times(24, null, null));

        centre.request(list, number);
        offers.runOnce();

        assertThat(centre.desk(agent).at("/case/callback/id")).isEqualTo(main.path("id"));
    }

    @Test
    void theHistoryOfTheMainCallbackTellsWhatHasChanged() {
        var main = centre.request(list, number, times(24, null, null));
        var again = centre.request(list, number);

        var details = lastEvent(main, "RELATED_RECEIVED").path("details");

        assertThat(details.path("relatedCallbackId")).isEqualTo(again.path("id"));
        assertThat(time(details, "eligibleAt")).isEqualTo(at(0));
        assertThat(time(details, "dueAt")).isEqualTo(at(1));
        assertThat(details.has("expiresAt")).isFalse();
    }

    @Test
    void aTimeAgreedWithAnAgentStaysButTheCallbackLivesLonger() {
        var main = agreedFor(5);
        clock.set(at(2));

        centre.request(list, number);

        var after = centre.callback(main);
        assertThat(after.path("status").asText()).isEqualTo("SCHEDULED");
        assertThat(time(after, "eligibleAt")).isEqualTo(at(5));
        assertThat(time(after, "dueAt")).isEqualTo(at(1));
        assertThat(time(after, "expiresAt")).isEqualTo(at(26));
    }

    @Test
    void aListCanLetTheCallerMoveWhatWasAgreed() {
        list = centre.list(Map.of("askingAgainMovesAppointments", "true"));
        var main = agreedFor(5);
        clock.set(at(2));

        centre.request(list, number);

        var after = centre.callback(main);
        assertThat(after.path("status").asText()).isEqualTo("WAITING");
        assertThat(time(after, "eligibleAt")).isEqualTo(at(2));
    }

    @Test
    void aTimeThatARuleGaveIsMoved() {
        var agent = centre.agentOn(list);
        var main = centre.request(list, number);
        centre.receive(agent, true);
        centre.save(agent, "OTHER");
        centre.receive(agent, false);
        clock.advance(Duration.ofMinutes(10));

        centre.request(list, number);

        assertThat(centre.status(main)).isEqualTo("WAITING");
        assertThat(time(centre.callback(main), "eligibleAt")).isEqualTo(MORNING.plus(Duration.ofMinutes(10)));
    }

    @Test
    void oneInAnAgentsHandsStaysThereAndLivesLonger() {
        var agent = centre.agentOn(list);
        var main = centre.request(list, number);
        centre.receive(agent, true);
        clock.set(at(25));

        var again = centre.request(list, number);
        centre.save(agent, "BUSY", Map.of("retryAt", quoted(at(40).toString())));

        assertThat(again.path("mainCallbackId")).isEqualTo(main.path("id"));
        assertThat(centre.status(main)).isEqualTo("SCHEDULED");
        assertThat(time(centre.callback(main), "expiresAt")).isEqualTo(at(49));
        centre.receive(agent, false);
    }

    @Test
    void oneThatIsSetAsideIsBetteredToo() {
        var main = centre.request(list, number, times(24, null, null));
        engine.deleteInstance(Centre.id(main));
        jdbc.sql("UPDATE ringback.callback SET set_aside_because = 'test', set_aside_at = now() WHERE id = ?")
                .param(Centre.id(main))
                .update();

        centre.request(list, number);

        assertThat(time(centre.callback(main), "eligibleAt")).isEqualTo(at(0));
    }

    @Test
    void manyWhoAskAtOnceAreAllCountedIn() {
        var main = centre.request(list, number, times(24, null, null));

        Together.times(8, each -> centre.request(list, number, times(10 + each, null, 30 + 5 * each)));

        assertThat(time(centre.callback(main), "eligibleAt")).isEqualTo(at(10));
        assertThat(time(centre.callback(main), "expiresAt")).isEqualTo(at(65));
        assertTheNumbersAreExact();
    }

    @Test
    void whoAsksAgainAtNightIsCalledWhenTheListOpens() {
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var hours = "/api/v1/lists/%s/hours".formatted(list);
        var answer = supervisor.put(
                hours,
                json("{'version':0,'week':[{'day':'MONDAY','from':'08:00','to':'16:00'},"
                        + "{'day':'TUESDAY','from':'08:00','to':'16:00'}]}"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var main = centre.request(list, number, times(24, null, 47));
        clock.set(at(12)); // 22:00 in Helsinki

        centre.request(list, number);

        var after = centre.callback(main);
        assertThat(after.path("status").asText()).isEqualTo("SCHEDULED");
        assertThat(time(after, "eligibleAt")).as("8:00 in Helsinki").isEqualTo(at(22));
        assertThat(time(after, "expiresAt")).isEqualTo(at(47));
    }

    /** A callback whose agent has agreed with the caller to call at that hour. */
    private JsonNode agreedFor(int hour) {
        var agent = centre.agentOn(list);
        var main = centre.request(list, number);
        centre.receive(agent, true);
        centre.save(agent, "BUSY", Map.of("retryAt", quoted(at(hour).toString())));
        centre.receive(agent, false);
        return main;
    }

    private void assertTheNumbersAreExact() {
        assertThat(jdbc.sql("SELECT count(*) FROM ringback.list_tally_error")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private JsonNode lastEvent(JsonNode callback, String type) {
        return centre
                .as(centre.person("SUPERVISOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json()
                .path("events")
                .findParents("type")
                .stream()
                .filter(event -> event.path("type").asText().equals(type))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Map<String, String> times(
            @Nullable Integer notBefore, @Nullable Integer due, @Nullable Integer expires) {
        var times = new TreeMap<String, String>();
        if (notBefore != null) {
            times.put("notBefore", quoted(at(notBefore).toString()));
        }
        if (due != null) {
            times.put("dueAt", quoted(at(due).toString()));
        }
        if (expires != null) {
            times.put("expiresAt", quoted(at(expires).toString()));
        }
        return times;
    }

    private static Instant at(int hour) {
        return MORNING.plus(Duration.ofHours(hour));
    }

    private static Instant time(JsonNode node, String field) {
        return Instant.parse(node.path(field).asText());
    }
}
