package io.ringback.desk;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Calling the customer from the desk. */
@RingbackTest
class CallsTest {

    private static final String PATH = "/api/v1/desk/case/calls";

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private String agent;
    private JsonNode callback;
    private JsonNode offered;

    @BeforeEach
    void aCaseInHand() {
        var list = centre.list();
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        offered = centre.receive(agent, true).path("case");
    }

    @Test
    void callingGivesTheAddressToDialAndEndsTheCountdown() {
        var answer = call();

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("callId").asText()).isNotBlank();
        assertThat(answer.json().path("dialUri").asText())
                .isEqualTo("tel:" + callback.path("phoneNumber").asText());
        var inCall = centre.desk(agent).path("case");
        assertThat(inCall.path("phase").asText()).isEqualTo("IN_CALL");
        assertThat(inCall.get("autoStopAt").isNull()).isTrue();
        assertThat(inCall.at("/callback/attemptCount").asInt()).isEqualTo(1);
        assertThat(inCall.at("/attempts/0/at").asText())
                .isEqualTo(clock.instant().toString());
        assertThat(inCall.at("/attempts/0/endedAt").isNull()).isTrue();
    }

    @Test
    void endingTheCallStartsTheCountdownOfTheOpenCase() {
        var callId = centre.call(agent);
        clock.advance(Duration.ofSeconds(30));

        var after = centre.endCall(agent, callId).path("case");

        assertThat(after.path("phase").asText()).isEqualTo("AFTER_CALL");
        assertThat(after.path("closesAt").asText())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(5)).toString());
        assertThat(after.at("/attempts/0/endedAt").asText())
                .isEqualTo(clock.instant().toString());
    }

    @Test
    void endingACallTwiceIsEndingItOnce() {
        var callId = centre.call(agent);
        var ended = centre.endCall(agent, callId);
        clock.advance(Duration.ofSeconds(1));

        var again = centre.endCall(agent, callId);

        assertThat(again.at("/case/closesAt")).isEqualTo(ended.at("/case/closesAt"));
        assertThat(again.at("/case/attempts")).isEqualTo(ended.at("/case/attempts"));
    }

    @Test
    void aSecondCallCanBeMadeForTheSameCaseAndIsNoFurtherAttempt() {
        centre.endCall(agent, centre.call(agent));
        clock.advance(Duration.ofSeconds(1));

        centre.endCall(agent, centre.call(agent));

        assertThat(centre.desk(agent).at("/case/attempts")).hasSize(2);
        assertThat(centre.callback(callback).path("attemptCount").asInt()).isEqualTo(1);
    }

    @Test
    void callingAgainWhileTheCallGoesOnAnswersTheSameCall() {
        var first = call();
        clock.advance(Duration.ofSeconds(3));

        var again = call();

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(centre.desk(agent).at("/case/attempts")).hasSize(1);
        assertThat(centre.desk(agent).at("/case/callback/attemptCount").asInt()).isEqualTo(1);
    }

    @Test
    void whileACallOfTheTelephoneIsGoingOnNoOtherCanBeStarted() {
        centre.as(centre.person("INTEGRATOR"))
                .post(
                        "/api/v1/calls/events",
                        json(
                                "{'agentId':'%s','externalCallId':'by hand','event':'STARTED','at':'%s'}",
                                agent, clock.instant()));

        conflict(call());
        assertThat(centre.desk(agent).at("/case/attempts")).hasSize(1);
    }

    @Test
    void aCallHasALimit() {
        centre.call(agent);

        assertThat(centre.desk(agent).at("/case/callEndsBy").asText())
                .isEqualTo(clock.instant().plus(Duration.ofHours(4)).toString());
    }

    @Test
    void callingAndEndingAgainAndAgainDoesNotKeepTheCase() {
        var first = clock.instant();
        for (int i = 0; i < 10; i++) {
            centre.endCall(agent, centre.call(agent));
            clock.advance(Duration.ofMinutes(4));
        }

        assertThat(Instant.parse(centre.desk(agent).at("/case/closesAt").asText()))
                .isBefore(first.plus(Duration.ofMinutes(40)));
        assertThat(centre.callback(callback).path("attemptCount").asInt()).isEqualTo(1);
    }

    @Test
    void onlyACallThatIsAskedAboutCanBeResumed() {
        notFound(centre.as(agent).post(PATH + "/" + UUID.randomUUID() + "/resume", ""));
        var running = centre.call(agent);
        assertThat(centre.as(agent).post(PATH + "/" + running + "/resume", "").status())
                .isEqualTo(200);
        centre.endCall(agent, running);
        conflict(centre.as(agent).post(PATH + "/" + running + "/resume", ""));
        notFound(centre.as(centre.person("AGENT")).post(PATH + "/" + running + "/resume", ""));
        assertThat(centre.desk(agent).at("/case/phase").asText()).isEqualTo("AFTER_CALL");
    }

    @Test
    void theSameKeyStartsOneCall() {
        var body = json("{'allocationId':'%s'}", allocation());

        var first = centre.as(agent).post(PATH, body, "Idempotency-Key", "c1");
        var again = centre.as(agent).post(PATH, body, "Idempotency-Key", "c1");
        var other =
                centre.as(agent).post(PATH, json("{'allocationId':'%s'}", UUID.randomUUID()), "Idempotency-Key", "c1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        invalid(other, "Idempotency-Key");
        assertThat(centre.desk(agent).at("/case/attempts")).hasSize(1);
    }

    @Test
    void withoutTheCaseInHandNoCallCanBeStarted() {
        centre.receive(agent, false);

        conflict(call());
        conflict(centre.as(centre.person("AGENT")).post(PATH, json("{'allocationId':'%s'}", allocation())));
        assertThat(centre.callback(callback).path("attemptCount").asInt()).isZero();
    }

    @Test
    void onlyOnesOwnCallCanBeEnded() {
        var callId = centre.call(agent);

        notFound(centre.as(centre.person("AGENT")).post(PATH + "/" + callId + "/end", ""));
        notFound(centre.as(agent).post(PATH + "/" + UUID.randomUUID() + "/end", ""));
        notFound(centre.as(agent).post(PATH + "/not-an-id/end", ""));
        assertThat(centre.desk(agent).at("/case/phase").asText()).isEqualTo("IN_CALL");
    }

    @Test
    void endingACallOfACaseSavedAlreadyChangesNothing() {
        var callId = centre.call(agent);
        centre.save(agent, "ANSWERED");

        var desk = centre.endCall(agent, callId);

        assertThat(desk.get("case").isNull()).isTrue();
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
    }

    private String allocation() {
        return offered.path("allocationId").asText();
    }

    private Http.Answer call() {
        return centre.as(agent).post(PATH, json("{'allocationId':'%s'}", allocation()));
    }
}
