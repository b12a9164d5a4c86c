package io.ringback.supervision;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.allocation.Offers;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.Invariants;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervisor and somebody else change the same callback at the same moment: it is as if one of them came first. */
@RingbackTest
class SteeringRacesTest {

    @Autowired
    private Centre centre;

    @Autowired
    private Offers offers;

    @Autowired
    private JdbcClient jdbc;

    private Http sam;
    private Http eve;
    private String list;
    private String other;

    @BeforeEach
    void twoSupervisorsAndTwoLists() {
        sam = centre.as(centre.person("SUPERVISOR"));
        eve = centre.as(centre.person("SUPERVISOR"));
        list = centre.list();
        other = centre.list();
    }

    @AfterEach
    void rowsAndEngineAgree() {
        Invariants.hold(jdbc);
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, -3, 0, 3, 30})
    void eitherItIsExpeditedOrAnAgentHasIt(int headStart) {
        var callback = centre.request(list, centre.newNumber());
        var anna = centre.agentOn(list);

        var answers = Together.race(
                Duration.ofMillis(headStart),
                () -> act(sam, callback, "expedite", "{'reason':'x'}").status(),
                () -> centre.receive(anna, true));
        offers.runOnce(); // Where the agent came while the supervisor had it in hand, the next look gives it.

        assertThat(centre.desk(anna).at("/case/callback/id")).isEqualTo(callback.path("id"));
        var expedited = centre.callback(callback).path("expeditedAt").isTextual();
        assertThat(answers.first()).isEqualTo(expedited ? 200 : 409);
        centre.receive(anna, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, -3, 0, 3, 30})
    void oneThatIsMovedAndARequestForTheSameNumberThereBecomeOne(int headStart) {
        var number = centre.newNumber();
        var callback = centre.request(list, number);

        var answers = Together.race(
                Duration.ofMillis(headStart),
                () -> act(sam, callback, "move", "{'listId':'%s','reason':'x'}", other),
                () -> centre.request(other, number));

        assertThat(answers.first().status()).as(answers.first().body()).isEqualTo(200);
        var moved = centre.callback(callback);
        var asked = centre.callback(answers.second());
        var isMerged = moved.path("status").asText().equals("MERGED");
        var main = isMerged ? asked : moved;
        var merged = isMerged ? moved : asked;
        assertThat(main.path("status").asText()).isEqualTo("WAITING");
        assertThat(merged.path("status").asText()).isEqualTo("MERGED");
        assertThat(merged.path("mainCallbackId")).isEqualTo(main.path("id"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, -1, 0, 1, 10})
    void twoThatAreMovedToEachOthersListBecomeOne(int headStart) {
        var number = centre.newNumber();
        var here = centre.request(list, number);
        var there = centre.request(other, number);

        var answers = Together.race(
                Duration.ofMillis(headStart),
                () -> act(sam, here, "move", "{'listId':'%s','reason':'x'}", other),
                () -> act(eve, there, "move", "{'listId':'%s','reason':'x'}", list));

        assertThat(answers.first().status()).as(answers.first().body()).isEqualTo(200);
        assertThat(answers.second().status()).as(answers.second().body()).isEqualTo(200);
        assertThat(java.util.List.of(centre.status(here), centre.status(there)))
                .containsExactlyInAnyOrder("MERGED", "WAITING");
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, -1, 0, 1, 10})
    void eitherItIsGivenOrItIsMoved(int headStart) {
        var callback = centre.request(list, centre.newNumber());
        var bo = centre.person("AGENT");
        centre.giveAccess(bo, list);

        var answers = Together.race(
                Duration.ofMillis(headStart),
                () -> act(sam, callback, "give", "{'agentId':'%s','reason':'x'}", bo)
                        .status(),
                () -> act(eve, callback, "move", "{'listId':'%s','reason':'x'}", other)
                        .status());

        assertThat(answers.first()).isIn(200, 422); // who has no access to the other list
        assertThat(answers.second()).isEqualTo(200);
        var now = centre.callback(callback);
        assertThat(now.path("listId").asText()).isEqualTo(other);
        assertThat(now.path("keptFor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 0, 10})
    void eitherItIsCancelledOrItsDueTimeIsSetBefore(int headStart) {
        var callback = centre.request(
                list,
                centre.newNumber(),
                Map.of("dueAt", "\"2026-12-24T10:00:00Z\"", "expiresAt", "\"2026-12-25T10:00:00Z\""));

        var answers = Together.race(
                Duration.ofMillis(headStart),
                () -> act(sam, callback, "due", "{'dueAt':'2026-12-23T10:00:00Z','reason':'x'}")
                        .status(),
                () -> act(eve, callback, "cancel", "{'reason':'x'}").status());

        var now = centre.callback(callback);
        assertThat(answers.second()).isEqualTo(200);
        assertThat(now.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(now.path("dueAt").asText())
                .isEqualTo(answers.first() == 200 ? "2026-12-23T10:00:00Z" : "2026-12-24T10:00:00Z");
        assertThat(answers.first()).isIn(200, 409);
    }

    private static Http.Answer act(Http who, JsonNode callback, String act, String body, Object... args) {
        return who.post("/api/v1/callbacks/%s/%s".formatted(Centre.id(callback), act), json(body, args));
    }
}
