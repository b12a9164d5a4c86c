package io.ringback.telephony;

import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The telephone system tells of calls. */
@RingbackTest
class CallEventTest {

    private static final String RECORDING = "https://recordings.example/1.wav";

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private String agent;
    private JsonNode callback;

    @BeforeEach
    void aCaseInHand() {
        var list = centre.list();
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
    }

    @Test
    void aCallBegunAtTheDeskIsKnownByItsId() {
        var callId = centre.call(agent);

        var started = tell("STARTED", Map.of("callId", Centre.quoted(callId)));
        clock.advance(Duration.ofSeconds(40));
        var ended = tell("ENDED", Map.of("callId", Centre.quoted(callId)));

        assertThat(started.status()).as(started.body()).isEqualTo(200);
        assertThat(started.json().path("callId").asText()).isEqualTo(callId);
        assertThat(ended.json().path("callId").asText()).isEqualTo(callId);
        assertThat(inHand().path("phase").asText()).isEqualTo("AFTER_CALL");
        assertThat(inHand().path("attempts")).hasSize(1);
        assertThat(inHand().at("/attempts/0/endedAt").asText())
                .isEqualTo(clock.instant().toString());
    }

    @Test
    void aCallMadeOnTheTelephoneCountsAsACallOfTheCaseInHand() {
        var started = tell("STARTED", Map.of());

        assertThat(started.json().path("callId").isTextual()).isTrue();
        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(inHand().get("autoStopAt").isNull()).isTrue();
        clock.advance(Duration.ofSeconds(40));
        assertThat(tell("ENDED", Map.of()).json()).isEqualTo(started.json());
        assertThat(inHand().path("phase").asText()).isEqualTo("AFTER_CALL");
        assertThat(inHand().at("/callback/attemptCount").asInt()).isEqualTo(1);
    }

    @Test
    void aCallBegunAtTheDeskIsRecognisedWithoutItsId() {
        var callId = centre.call(agent);

        var started = tell("STARTED", Map.of());
        var ended = tell("ENDED", Map.of());

        assertThat(started.json().path("callId").asText()).isEqualTo(callId);
        assertThat(ended.json().path("callId").asText()).isEqualTo(callId);
        assertThat(inHand().path("attempts")).hasSize(1);
    }

    @Test
    void anEventToldTwiceChangesNothingMore() {
        tell("STARTED", Map.of());
        tell("STARTED", Map.of());
        tell("ENDED", Map.of());
        var after = inHand();
        clock.advance(Duration.ofSeconds(1));

        tell("ENDED", Map.of());
        tell("STARTED", Map.of());

        assertThat(inHand().path("attempts")).isEqualTo(after.path("attempts"));
        assertThat(inHand().path("phase").asText()).isEqualTo("AFTER_CALL");
        assertThat(inHand().path("closesAt")).isEqualTo(after.path("closesAt"));
    }

    @Test
    void theRecordingMayComeAfterTheCaseWasSaved() {
        var callId = centre.call(agent);
        tell("STARTED", Map.of("callId", Centre.quoted(callId)));
        centre.save(agent, "ANSWERED");

        var ended = tell("ENDED", Map.of("recordingUrl", Centre.quoted(RECORDING), "cause", "\"NORMAL\""));

        assertThat(ended.json().path("callId").asText()).isEqualTo(callId);
        assertThat(attempts().at("/0/recordingUrl").asText()).isEqualTo(RECORDING);
        assertThat(attempts().at("/0/callStatus").asText()).isEqualTo("ANSWERED");
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
    }

    @Test
    void callsOfAnAgentWithoutACaseAreNoneOfOurs() {
        centre.receive(agent, false);

        for (var event : new String[] {"STARTED", "ENDED"}) {
            var answer = tell(event, Map.of());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("callId").isNull()).isTrue();
        }
        assertThat(attempts()).isEmpty();
    }

    @Test
    void theEndOfACallThatWasNeverBegunChangesNothing() {
        var before = inHand();

        var answer =
                tell("ENDED", Map.of("callId", Centre.quoted(UUID.randomUUID().toString())));

        assertThat(answer.json().get("callId").isNull()).isTrue();
        assertThat(inHand()).isEqualTo(before);
    }

    @Test
    void theCallOfAnotherAgentIsLeftAlone() {
        var callId = centre.call(agent);
        var list = callback.path("listId").asText();
        var other = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        centre.receive(other, true);

        for (var event : new String[] {"STARTED", "ENDED"}) {
            var answer = tell(event, Map.of("agentId", Centre.quoted(other), "callId", Centre.quoted(callId)));
            assertThat(answer.json().get("callId").isNull()).isTrue();
        }

        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(centre.desk(other).at("/case/phase").asText()).isEqualTo("BEFORE_CALL");
        assertThat(centre.desk(other).at("/case/attempts")).isEmpty();
    }

    @Test
    void aClockThatRunsAheadOrBehindDoesNotEndACallBeforeItBegan() {
        tell("STARTED", Map.of("at", "\"9999-12-31T00:00:00Z\""));

        tell("ENDED", Map.of("at", "\"2000-01-01T00:00:00Z\""));

        var attempt = inHand().at("/attempts/0");
        assertThat(attempt.path("at").asText()).isEqualTo(clock.instant().toString());
        assertThat(attempt.path("endedAt")).isEqualTo(attempt.path("at"));
    }

    @Test
    void theEndMayBeToldBeforeTheStart() {
        var start = clock.instant();
        clock.advance(Duration.ofSeconds(40));

        var ended = tell("ENDED", Map.of("recordingUrl", Centre.quoted(RECORDING)));
        assertThat(ended.json().get("callId").isNull()).isTrue();
        assertThat(inHand().path("phase").asText()).isEqualTo("BEFORE_CALL");
        assertThat(inHand().path("autoStopAt").isTextual()).isTrue();
        var started = tell("STARTED", Map.of("at", Centre.quoted(start.toString())));

        assertThat(started.json().path("callId").isTextual()).isTrue();
        assertThat(inHand().path("phase").asText()).isEqualTo("AFTER_CALL");
        assertThat(inHand().path("closesAt").asText())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(5)).toString());
        assertThat(inHand().at("/attempts/0/at").asText()).isEqualTo(start.toString());
        assertThat(inHand().at("/attempts/0/endedAt").asText())
                .isEqualTo(clock.instant().toString());
        assertThat(inHand().at("/attempts/0/recordingUrl").asText()).isEqualTo(RECORDING);
    }

    @Test
    void theEndOfACallOfTheDeskMayBeToldBeforeItsStart() {
        var callId = centre.call(agent);
        var start = clock.instant();
        clock.advance(Duration.ofSeconds(40));

        tell("ENDED", Map.of());
        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        var started = tell("STARTED", Map.of("at", Centre.quoted(start.toString())));

        assertThat(started.json().path("callId").asText()).isEqualTo(callId);
        assertThat(inHand().path("phase").asText()).isEqualTo("AFTER_CALL");
        assertThat(inHand().path("attempts")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT1M", "PT10.001S", "P1D", "P9400D"})
    void aCallBegunBeforeTheAllocationIsNotThatOfTheCase(Duration before) {
        var answer = tell("STARTED", Map.of("at", at(before.negated())));
        clock.advance(Duration.ofSeconds(5));
        tell("ENDED", Map.of());

        assertThat(answer.json().get("callId").isNull()).isTrue();
        assertThat(inHand().path("phase").asText()).isEqualTo("BEFORE_CALL");
        assertThat(inHand().path("autoStopAt").isTextual()).isTrue();
        assertThat(inHand().path("attempts")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT10S", "-PT1S", "PT0S", "PT1S", "PT1H", "P2000D"})
    void clocksMayDifferALittle(Duration off) {
        tell("STARTED", Map.of("at", at(off)));

        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(inHand().at("/attempts/0/at").asText())
                .isEqualTo(clock.instant().toString());
    }

    @Test
    void aNameUsedAgainForTheNextCaseIsAnotherCall() {
        var first = tell("STARTED", Map.of()).json();
        clock.advance(Duration.ofSeconds(30));
        tell("ENDED", Map.of());
        var next = centre.request(callback.path("listId").asText(), centre.newNumber());
        centre.save(agent, "ANSWERED");
        clock.advance(Duration.ofSeconds(5));

        var second = tell("STARTED", Map.of()).json();

        assertThat(second.path("callId").isTextual()).isTrue();
        assertThat(second).isNotEqualTo(first);
        assertThat(inHand().at("/callback/id")).isEqualTo(next.path("id"));
        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(inHand().path("attempts")).hasSize(1);
        clock.advance(Duration.ofSeconds(30));
        assertThat(tell("ENDED", Map.of()).json()).isEqualTo(second);
        assertThat(inHand().path("phase").asText()).isEqualTo("AFTER_CALL");
    }

    @Test
    void aNameUsedAgainAlthoughTheEndOfItsFirstCallWasLostIsAnotherCall() {
        tell("STARTED", Map.of());
        centre.request(callback.path("listId").asText(), centre.newNumber());
        clock.advance(Duration.ofSeconds(30));
        centre.save(agent, "BUSY");
        clock.advance(Duration.ofSeconds(30));

        tell("STARTED", Map.of());

        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(attempts()).hasSize(1);
    }

    @Test
    void aNameUsedAgainForTheSameCaseIsAnotherCall() {
        tell("STARTED", Map.of());
        tell("ENDED", Map.of());
        clock.advance(Duration.ofMinutes(1));

        tell("STARTED", Map.of());

        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(inHand().path("attempts")).hasSize(2);
        assertThat(inHand().at("/callback/attemptCount").asInt()).isEqualTo(1);
    }

    @Test
    void twoAgentsMayHaveCallsOfTheSameName() {
        var list = callback.path("listId").asText();
        var other = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        centre.receive(other, true);
        var name = Map.of("externalCallId", "\"line 1\"");
        var ofOther = Map.of("externalCallId", "\"line 1\"", "agentId", Centre.quoted(other));

        var mine = tell("STARTED", name).json();
        var theirs = tell("STARTED", ofOther).json();
        tell("ENDED", ofOther);

        assertThat(mine).isNotEqualTo(theirs);
        assertThat(inHand().path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(centre.desk(other).at("/case/phase").asText()).isEqualTo("AFTER_CALL");
    }

    /** Four words of two calls, in each of the 24 orders, on the server. */
    @ParameterizedTest
    @MethodSource("orders")
    void inWhateverOrderTheWordsComeOneCountdownRunsOrACallWithALimit(List<String> words) {
        var start = clock.instant();
        clock.advance(Duration.ofSeconds(60));

        for (var word : words) {
            tell(
                    word.startsWith("+") ? "STARTED" : "ENDED",
                    Map.of(
                            "externalCallId", Centre.quoted(word.substring(1, 2)),
                            "at",
                                    Centre.quoted(start.plusSeconds(Long.parseLong(word.substring(2)))
                                            .toString())));
            assertOneDeadline();
        }

        assertThat(inHand().path("phase").asText()).isEqualTo("AFTER_CALL");
        assertThat(inHand().path("attempts")).hasSize(2);
        assertThat(inHand().at("/callback/attemptCount").asInt()).isEqualTo(1);
    }

    static Stream<List<String>> orders() {
        return orders(List.of("+a5", "-a20", "+b10", "-b30"));
    }

    private static Stream<List<String>> orders(List<String> words) {
        return words.isEmpty()
                ? Stream.of(List.of())
                : words.stream()
                        .flatMap(first -> orders(words.stream()
                                        .filter(word -> !word.equals(first))
                                        .toList())
                                .map(rest -> Stream.concat(Stream.of(first), rest.stream())
                                        .toList()));
    }

    private void assertOneDeadline() {
        var inHand = inHand();
        var phase = inHand.path("phase").asText();
        var goesOn = inHand.path("attempts").findValues("endedAt").stream().anyMatch(JsonNode::isNull);
        assertThat(phase.equals("IN_CALL")).isEqualTo(goesOn);
        assertThat(inHand.path("autoStopAt").isTextual()).isEqualTo(phase.equals("BEFORE_CALL"));
        assertThat(inHand.path("callEndsBy").isTextual()).isEqualTo(phase.equals("IN_CALL"));
        assertThat(inHand.path("closesAt").isTextual()).isEqualTo(phase.equals("AFTER_CALL"));
    }

    @Test
    void whoIsNoAgentHasNoCalls() {
        invalid(tell("STARTED", Map.of("agentId", "\"nobody\"")), "agentId");
        invalid(tell("ENDED", Map.of("agentId", Centre.quoted(centre.person("SUPERVISOR")))), "agentId");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "agentId, null",
                "agentId, \"\"",
                "agentId, 5",
                "agentId, \"a\\u0000\"",
                "callId, \"17\"",
                "callId, 17",
                "externalCallId, null",
                "externalCallId, \" \"",
                "externalCallId, \"a\\u0000b\"",
                "externalCallId, \"\\ud800\"",
                "event, null",
                "event, \"RINGING\"",
                "event, 0",
                "at, null",
                "at, \"now\"",
                "at, 1767225600",
                "at, \"1970-01-01T00:00:00Z\"",
                "cause, {}",
                "cause, \"a\\u0007\"",
                "recordingUrl, 5",
                "recordingUrl, \"javascript:alert(1)\"",
                "recordingUrl, \"file:///etc/passwd\"",
                "recordingUrl, \"https://a\\u0000\"",
                "recordingUrl, \"https://a\\nb\"",
                "number, \"0401112223\""
            })
    void fieldsThatAreNotValidAreNamed(String field, String value) {
        var before = inHand();

        invalid(tell("STARTED", Map.of(field, value)), field);
        assertThat(inHand()).isEqualTo(before);
    }

    @Test
    void whatIsTooLongIsRefused() {
        invalid(tell("STARTED", Map.of("externalCallId", Centre.quoted("x".repeat(201)))), "externalCallId");
        invalid(tell("ENDED", Map.of("recordingUrl", Centre.quoted("http://" + "x".repeat(2_000)))), "recordingUrl");
        refused(tell("ENDED", Map.of("cause", Centre.quoted("x".repeat(70_000)))), 413, "payload-too-large");
    }

    private String at(Duration off) {
        return Centre.quoted(clock.instant().plus(off).toString());
    }

    private JsonNode inHand() {
        return centre.desk(agent).path("case");
    }

    private JsonNode attempts() {
        return centre.as(centre.person("SUPERVISOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json()
                .path("attempts");
    }

    private Http.Answer tell(String event, Map<String, String> fields) {
        var all = new TreeMap<>(Map.of(
                "agentId", Centre.quoted(agent),
                "externalCallId", Centre.quoted("pbx-" + agent),
                "event", Centre.quoted(event),
                "at", Centre.quoted(clock.instant().toString())));
        all.putAll(fields);
        return centre.as(centre.person("INTEGRATOR")).post("/api/v1/calls/events", Centre.object(all));
    }
}
