package io.ringback.handling;

import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The telephone system tells of calls. */
@RingbackTest
class CallEventTest extends TellingOfCalls {

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
    void theCauseProposesACallStatusUntilTheNextCall() {
        var callId = centre.call(agent);
        tell("STARTED", Map.of("callId", Centre.quoted(callId)));
        assertThat(inHand().get("proposedStatus").isNull()).isTrue();

        tell("ENDED", Map.of("callId", Centre.quoted(callId), "cause", "\"USER_BUSY\""));

        assertThat(inHand().path("proposedStatus").asText()).isEqualTo("BUSY");
        assertThat(inHand().at("/attempts/0/callStatus").isNull()).isTrue();
        centre.call(agent);
        assertThat(inHand().get("proposedStatus").isNull()).isTrue();
    }

    @Test
    void theCauseToldBeforeTheStartIsKept() {
        tell("ENDED", Map.of("cause", "\"SIP;cause=480\""));

        tell("STARTED", Map.of());

        assertThat(inHand().path("proposedStatus").asText()).isEqualTo("NO_ANSWER");
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
}
