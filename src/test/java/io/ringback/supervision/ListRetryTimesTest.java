package io.ringback.supervision;

import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A list has retry times of its own, which override those of the decision table. */
@RingbackTest
class ListRetryTimesTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @ParameterizedTest
    @CsvSource({"BUSY, PT7M, LIST", "NO_ANSWER, PT15M, POLICY", "OTHER, PT40M, LIST"})
    void anOutcomeIsOfferedAgainAfterTheListsOwnTimeAndTheDeskSaysSoBefore(
            String status, Duration delay, String decidedBy) {
        var list = centre.list(Map.of("retryAfterBusy", "[\"PT7M\"]", "retryAfterOther", "[\"PT40M\"]"));
        var callback = centre.request(list, centre.newNumber());
        var anna = centre.agentOn(list);
        var desk = centre.receive(anna, true);
        var expected = clock.instant().plus(delay);

        centre.save(anna, status);

        assertThat(Instant.parse(desk.at("/case/suggestedRetryAt/" + status).asText()))
                .isEqualTo(expected);
        var now = centre.callback(callback);
        assertThat(Instant.parse(now.path("eligibleAt").asText())).isEqualTo(expected);
        assertThat(centre.as(centre.person("AUDITOR"))
                        .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                        .json()
                        .path("events")
                        .findValuesAsText("decidedBy"))
                .containsExactly(decidedBy);
        centre.receive(anna, false);
    }

    @Test
    void eachAttemptHasItsTimeAndTheLastOneCountsForAllThatFollow() {
        var list = centre.list(Map.of("retryAfterBusy", "[\"PT5M\",\"PT20M\"]"));
        var callback = centre.request(list, centre.newNumber());
        var anna = centre.agentOn(list);
        for (var delay : new String[] {"PT5M", "PT20M", "PT20M"}) {
            centre.receive(anna, true);
            centre.call(anna);
            centre.save(anna, "BUSY");
            centre.receive(anna, false);

            var wait = Duration.between(
                    clock.instant(),
                    Instant.parse(centre.callback(callback).path("eligibleAt").asText()));

            assertThat(wait).isEqualTo(Duration.parse(delay));
            clock.advance(wait);
        }
    }

    /** A supervisor may put a callback first in the minute after its last attempt. */
    @Test
    void aSavedAttemptCountsHoweverSoonTheNextOneFollows() {
        var list = centre.list(Map.of("retryAfterBusy", "[\"PT5M\",\"PT20M\"]", "maxAttempts", "3"));
        var callback = centre.request(list, centre.newNumber());
        var anna = centre.agentOn(list);
        var sam = centre.as(centre.person("SUPERVISOR"));
        for (int made = 1; made <= 3; made++) {
            centre.receive(anna, true);
            centre.call(anna);
            centre.save(anna, "BUSY");
            centre.receive(anna, false);

            assertThat(centre.callback(callback).path("attemptCount").asInt()).isEqualTo(made);
            assertThat(centre.callback(callback).path("status").asText())
                    .isEqualTo(made == 3 ? "CANCELLED" : "SCHEDULED");
            sam.post(
                    "/api/v1/callbacks/%s/expedite".formatted(Centre.id(callback)),
                    "{\"reason\":\"waits at the door\"}");
        }
    }

    @Test
    void theHistoryOfTheCallbackSaysThatTheListDecided() {
        var list = centre.list(Map.of("retryAfterBusy", "[\"PT5M\"]"));
        var callback = Centre.id(centre.request(list, centre.newNumber()));
        var anna = centre.agentOn(list);
        centre.receive(anna, true);
        centre.save(anna, "BUSY");
        centre.receive(anna, false);

        var page = centre.signedIn(centre.person("SUPERVISOR")).page("/supervision/cases/" + callback);

        assertThat(page.body()).contains("by the list’s own retry time");
    }

    @Test
    void theyAreChangedAndToldLikeOtherSettings() {
        var list = centre.list();
        var sam = centre.as(centre.person("SUPERVISOR"));
        var body = (com.fasterxml.jackson.databind.node.ObjectNode)
                sam.get("/api/v1/lists/" + list).json();
        assertThat(body.path("retryAfterBusy").isArray()).isTrue();
        body.putArray("retryAfterBusy").add("PT5M").add("PT1H30M");

        var changed = sam.put("/api/v1/lists/" + list, body.toString());

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("retryAfterBusy").toString()).isEqualTo("[\"PT5M\",\"PT1H30M\"]");
        var page = centre.signedIn(centre.person("SUPERVISOR"))
                .page("/supervision/lists/" + list)
                .body();
        assertThat(page).contains("value=\"5, 90\"", "5\u00a0min, 1\u00a0h 30\u00a0min");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"PT0S\"]", "[\"-PT5M\"]", "[\"P400D\"]", "[\"PT5M\",\"PT0.5S\"]"})
    void aTimeThatCannotBeIsRefused(String times) {
        var answer = refused(times);

        invalid(answer, times.contains(",") ? "retryAfterBusy[1]" : "retryAfterBusy[0]");
    }

    @Test
    void thereAreAtMostTwenty() {
        invalid(refused("[" + "\"PT5M\",".repeat(20) + "\"PT5M\"]"), "retryAfterBusy");
    }

    private io.ringback.support.Http.Answer refused(String times) {
        var list = centre.list();
        var sam = centre.as(centre.person("SUPERVISOR"));
        var all = sam.get("/api/v1/lists/" + list).body();
        return sam.put("/api/v1/lists/" + list, all.replace("\"retryAfterBusy\":[]", "\"retryAfterBusy\":" + times));
    }
}
