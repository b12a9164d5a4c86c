package io.ringback.erasure;

import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A caller asks to be forgotten: shown first, then done, then nowhere to be found. */
@RingbackTest
class ErasureTest {

    @Autowired
    private Centre centre;

    @Autowired
    private Forgetting forgetting;

    @Autowired
    private MovableClock clock;

    private String list;
    private String number;
    private String root;

    @BeforeEach
    void callers() {
        list = centre.list();
        number = centre.newNumber();
        root = centre.person("ADMIN");
    }

    @Test
    void aPreviewSaysWhatWouldGoAndChangesNothing() {
        var closed = closed();
        var open = centre.request(list, number);

        var found = preview();

        assertThat(found.path("callbacks").asInt()).isEqualTo(2);
        assertThat(found.path("recordings").asInt()).isZero();
        assertThat(found.at("/kinds/calls").asInt()).isEqualTo(1);
        assertThat(found.path("cases").findValuesAsText("status")).containsExactly("RESOLVED", "WAITING");
        assertThat(centre.callback(closed).path("phoneNumber").asText()).isEqualTo(number);
        assertThat(centre.status(open)).isEqualTo("WAITING");
    }

    @Test
    void whatIsErasedSaysNothingOfTheCallerAndStillWhatHappened() {
        var closed = closed();
        var attempts = centre.attempts(closed).size();

        var erased = erase(Map.of());

        var after = centre.callback(closed);
        assertThat(erased.path("callbacks").asInt()).isEqualTo(1);
        assertThat(erased.path("pending")).isEmpty();
        assertThat(after.path("phoneNumber").isNull()).isTrue();
        assertThat(after.path("callerName").isNull()).isTrue();
        assertThat(after.path("externalId").isNull()).isTrue();
        assertThat(after.path("attributes")).isEmpty();
        assertThat(after.path("forgottenAt").isTextual()).isTrue();
        assertThat(after.path("status").asText()).isEqualTo("RESOLVED");
        var history = history(closed);
        assertThat(history.path("attempts")).hasSize(attempts);
        assertThat(history.path("attempts").get(0).path("note").isNull()).isTrue();
        assertThat(history.path("events").findValuesAsText("type")).contains("REQUESTED", "OUTCOME_SAVED", "FORGOTTEN");
        assertThat(history.toString()).doesNotContain("Wants it in blue");
    }

    @Test
    void callbacksOfOthersThatNameTheNumberAreToldAndNotTouched() {
        closed();
        var other = centre.request(list, centre.newNumber(), Map.of("attributes", json("{'also':'%s'}", number)));
        var noted = centre.request(list, centre.newNumber());
        centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/" + Centre.id(noted) + "/notes", json("{'note':'is with %s'}", number));

        var told = preview().path("mentions");

        assertThat(told.findValuesAsText("place")).containsOnly("callback");
        assertThat(told.findValuesAsText("id"))
                .containsExactlyInAnyOrder(
                        Centre.id(other).toString(), Centre.id(noted).toString());
        erase(Map.of());
        assertThat(centre.callback(other).at("/attributes/also").asText()).isEqualTo(number);
    }

    @Test
    void openOnesAreCancelledFirst() {
        var open = centre.request(list, number);

        erase(Map.of());

        assertThat(centre.status(open)).isEqualTo("CANCELLED");
        assertThat(centre.callback(open).path("phoneNumber").isNull()).isTrue();
    }

    @Test
    void whatAnAgentLooksAtLeavesTheDesk() {
        var open = centre.request(list, number);
        var anna = centre.agentOn(list);
        centre.receive(anna, true);

        erase(Map.of());

        assertThat(centre.desk(anna).path("case").isNull()).isTrue();
        assertThat(centre.callback(open).path("phoneNumber").isNull()).isTrue();
        var taken = centre.as(anna).get("/api/v1/desk/taken/" + Centre.id(open));
        assertThat(taken.body()).doesNotContain(number);
    }

    @Test
    void whatIsInACallStaysWithItsAgentAndIsForgottenAfterIt() {
        var open = centre.request(list, number, Map.of("callerName", quoted("Maija")));
        var anna = centre.agentOn(list);
        centre.receive(anna, true);
        centre.call(anna);

        var erased = erase(Map.of());

        assertThat(erased.path("pending").get(0).asText())
                .isEqualTo(Centre.id(open).toString());
        assertThat(centre.desk(anna).at("/case/callback/callerName").asText()).isEqualTo("Maija");
        centre.save(anna, "ANSWERED", Map.of("note", quoted("Was told all of it")));
        forgetting.someAskedFor();
        assertThat(centre.status(open)).isEqualTo("CANCELLED");
        assertThat(centre.callback(open).path("phoneNumber").isNull()).isTrue();
        assertThat(history(open).toString()).doesNotContain("Was told all of it");
    }

    @Test
    void theSecondTimeNothingIsFound() {
        closed();
        erase(Map.of());

        assertThat(erase(Map.of()).path("callbacks").asInt()).isZero();
    }

    @Test
    void whatHasComeSinceThePreviewIsNotErasedUnseen() {
        closed();
        var previewed = preview().path("previewed").asText();
        var later = centre.request(list, number);

        var refused = post("/api/v1/erasures", Map.of("dryRun", "false", "previewed", quoted(previewed)));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(centre.status(later)).isEqualTo("WAITING");
        assertThat(erase(Map.of("previewed", quoted(preview().path("previewed").asText())))
                        .path("callbacks")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void theNumberMayBeWrittenInAnyWay() {
        closed();
        var national = "0" + number.substring(4, 6) + "-" + number.substring(6, 9) + " " + number.substring(9);

        assertThat(post("/api/v1/erasures", Map.of("dryRun", "true", "phoneNumber", quoted(national)))
                        .json()
                        .path("callbacks")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoNumberOrNamesTheCallerInItsReasonIsRefused() {
        invalid(post("/api/v1/erasures", Map.of("dryRun", "true", "phoneNumber", quoted("anonymous"))), "phoneNumber");
        invalid(
                post("/api/v1/erasures", Map.of("dryRun", "true", "reason", quoted("for 0" + number.substring(4)))),
                "reason");
    }

    @Test
    void theTrailSaysWhoHasErasedHowManyAndNotWhom() {
        closed();

        var id = erase(Map.of()).path("erasureId").asText();

        var trail = centre.as(centre.person("AUDITOR"))
                .get("/api/v1/exports/audit.json")
                .body();
        assertThat(trail).contains("ERASED", id).doesNotContain(number.substring(4));
    }

    @Test
    void everythingOfANumberIsTakenOutAsAFile() {
        var closed = closed();

        var file = post("/api/v1/subject-exports", Map.of()).json();

        assertThat(file.path("kept").findValuesAsText("kind")).contains("callbacks", "calls", "events", "searchWords");
        assertThat(file.toString())
                .contains(number, Centre.id(closed).toString(), "Wants it in blue", "Maija Meikäläinen");
        erase(Map.of());
        assertThat(post("/api/v1/subject-exports", Map.of()).json().path("kept"))
                .isEmpty();
    }

    @Test
    void aListForgetsWhenItsTimeIsOver() {
        var closed = closed();
        var other = closed();
        clock.advance(Duration.ofDays(89));
        while (forgetting.someInTime() > 0) {}
        assertThat(centre.callback(closed).path("phoneNumber").asText()).isEqualTo(number);

        clock.advance(Duration.ofDays(2));
        while (forgetting.someInTime() > 0) {}

        assertThat(centre.callback(closed).path("phoneNumber").isNull()).isTrue();
        assertThat(centre.callback(other).path("phoneNumber").isNull()).isTrue();
        assertThat(history(closed).toString()).doesNotContain("Wants it in blue");
    }

    @Test
    void nothingIsWrittenOnWhatIsForgotten() {
        var closed = closed();
        erase(Map.of());

        var refused = centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/%s/notes".formatted(Centre.id(closed)), json("{'note':'It was Maija'}"));

        assertThat(refused.status()).isEqualTo(409);
    }

    private JsonNode closed() {
        var callback = centre.request(
                list,
                number,
                Map.of("callerName", quoted("Maija Meikäläinen"), "attributes", json("{'order':'4711'}")));
        var anna = centre.agentOn(list);
        centre.receive(anna, true);
        centre.call(anna);
        centre.save(anna, "ANSWERED", Map.of("note", quoted("Wants it in blue")));
        centre.receive(anna, false);
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
        return callback;
    }

    private JsonNode history(JsonNode callback) {
        return centre.as(centre.person("AUDITOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json();
    }

    private JsonNode preview() {
        var answer = post("/api/v1/erasures", Map.of("dryRun", "true"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode erase(Map<String, String> fields) {
        var all = new java.util.TreeMap<>(fields);
        all.putIfAbsent("dryRun", "false");
        var answer = post("/api/v1/erasures", all);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Http.Answer post(String address, Map<String, String> fields) {
        var all = new java.util.TreeMap<>(Map.of("phoneNumber", quoted(number), "reason", quoted("asked by letter")));
        all.putAll(fields);
        return centre.as(root).post(address, Centre.object(all));
    }
}
