package io.ringback.desk;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The case in hand, from the offer to the outcome. */
@RingbackTest
class CaseTest {

    private static final String OUTCOME = "/api/v1/desk/case/outcome";

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private String list;
    private String agent;
    private JsonNode callback;
    private JsonNode offered;

    @BeforeEach
    void aCaseInHand() {
        list = centre.list();
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        offered = centre.receive(agent, true).path("case");
    }

    @Test
    void theCaseInHandShowsAllThatIsKnown() {
        assertThat(offered.path("allocationId").isTextual()).isTrue();
        assertThat(offered.path("phase").asText()).isEqualTo("BEFORE_CALL");
        assertThat(offered.path("autoStopAt").asText())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(2)).toString());
        assertThat(offered.get("closesAt").isNull()).isTrue();
        assertThat(offered.path("attempts")).isEmpty();
        assertThat(offered.path("related")).isEmpty();
        assertThat(offered.get("draft").isNull()).isTrue();
        assertThat(offered.path("formKey").asText()).isEqualTo("callClassification");
        assertThat(offered.at("/callback")).isEqualTo(centre.callback(callback));
        assertThat(offered.at("/callback/allocatedTo").asText()).isEqualTo(agent);
    }

    @Test
    void eachCallStatusSuggestsItsOwnTimeOfTheNextOffer() {
        var suggested = offered.path("suggestedRetryAt");

        assertThat(suggested.fieldNames()).toIterable().containsExactlyInAnyOrder("BUSY", "NO_ANSWER", "OTHER");
        assertThat(suggested.path("BUSY").asText()).isEqualTo(in("PT5M"));
        assertThat(suggested.path("NO_ANSWER").asText()).isEqualTo(in("PT15M"));
        assertThat(suggested.path("OTHER").asText()).isEqualTo(in("PT1H"));
    }

    @Test
    void anOutcomeSentTwiceWithItsKeyIsSavedOnce() {
        var body = json(
                "{'allocationId':'%s','callStatus':'BUSY'}",
                offered.path("allocationId").asText());

        var first = centre.as(agent).post(OUTCOME, body, "Idempotency-Key", "save-1");
        var again = centre.as(agent).post(OUTCOME, body, "Idempotency-Key", "save-1");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().get("case").isNull()).isTrue();
        assertThat(centre.as(agent).post(OUTCOME, body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"BUSY, PT5M", "NO_ANSWER, PT15M", "OTHER, PT1H"})
    void anUnresolvedCaseIsScheduledForTheSuggestedTime(String callStatus, String delay) {
        var eligibleAt = in(delay);

        centre.save(agent, callStatus);

        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
        assertThat(centre.callback(callback).path("eligibleAt").asText()).isEqualTo(eligibleAt);
        assertThat(centre.callback(callback).get("allocatedTo").isNull()).isTrue();
    }

    @Test
    void theTimeTheAgentHasChosenWins() {
        var chosen = in("PT3H");

        centre.save(agent, "BUSY", Map.of("retryAt", Centre.quoted(chosen)));

        assertThat(centre.callback(callback).path("eligibleAt").asText()).isEqualTo(chosen);
    }

    @Test
    void anAnsweredCallResolvesTheCaseWhateverTimeWasChosen() {
        var next = centre.save(agent, "ANSWERED", Map.of("retryAt", Centre.quoted(in("-PT1H"))));

        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
        assertThat(next.path("receiving").asBoolean()).isTrue();
        assertThat(next.get("case").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1S", "PT0S"})
    void aTimeInThePastIsRefused(String past) {
        var answer = outcome("{'allocationId':'%s','callStatus':'BUSY','retryAt':'%s'}", allocation(), in(past));

        invalid(answer, "retryAt");
        assertThat(centre.desk(agent).at("/case/allocationId").asText()).isEqualTo(allocation());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1S", "P300D"})
    void aTimeAtOrAfterTheExpiryIsRefusedNamingTheExpiry(String after) {
        var expiresAt = callback.path("expiresAt").asText();
        var retryAt = Instant.parse(expiresAt).plus(Duration.parse(after));

        var answer = outcome("{'allocationId':'%s','callStatus':'OTHER','retryAt':'%s'}", allocation(), retryAt);

        invalid(answer, "retryAt");
        assertThat(answer.json().path("detail").asText()).contains(expiresAt);
        assertThat(centre.status(callback)).isEqualTo("ALLOCATED");
    }

    @Test
    void aTimeJustBeforeTheExpiryIsTaken() {
        var retryAt = Instant.parse(callback.path("expiresAt").asText()).minusMillis(1);

        centre.save(agent, "OTHER", Map.of("retryAt", Centre.quoted(retryAt.toString())));

        assertThat(centre.callback(callback).path("eligibleAt").asText()).isEqualTo(retryAt.toString());
    }

    @Test
    void aCaseThatWasStoppedCannotBeSaved() {
        centre.receive(agent, false);

        conflict(outcome("{'allocationId':'%s','callStatus':'ANSWERED'}", allocation()));
        assertThat(centre.status(callback)).isEqualTo("WAITING");
    }

    @Test
    void theAllocationOfSomebodyElseIsNoneOfMine() {
        var other = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        centre.receive(other, true);
        var body = json("{'allocationId':'%s','callStatus':'ANSWERED'}", allocation());

        conflict(centre.as(other).post("/api/v1/desk/case/outcome", body));
        conflict(centre.as(other).put("/api/v1/desk/case/draft", body));
        conflict(centre.as(other).post("/api/v1/desk/case/calls", json("{'allocationId':'%s'}", allocation())));
        conflict(outcome("{'allocationId':'%s','callStatus':'ANSWERED'}", UUID.randomUUID()));
        assertThat(centre.status(callback)).isEqualTo("ALLOCATED");
    }

    @Test
    void aDraftSurvivesUntilTheCaseIsSaved() {
        var retryAt = in("PT2H");
        var saved = draft("""
                {'allocationId':'%s','callStatus':'BUSY','note':'line one\\nline two','retryAt':'%s',
                 'formData':{'topic':'billing','again':true,'count':2}}
                """, allocation(), retryAt);

        var draft = centre.desk(agent).at("/case/draft");
        assertThat(saved.status()).as(saved.body()).isEqualTo(204);
        assertThat(saved.body()).isEmpty();
        assertThat(draft.path("callStatus").asText()).isEqualTo("BUSY");
        assertThat(draft.path("note").asText()).isEqualTo("line one\nline two");
        assertThat(draft.path("retryAt").asText()).isEqualTo(retryAt);
        assertThat(draft.at("/formData/topic").asText()).isEqualTo("billing");
        assertThat(draft.at("/formData/count").asInt()).isEqualTo(2);
        centre.endCall(agent, centre.call(agent));
        assertThat(centre.desk(agent).at("/case/draft")).as("after a call").isEqualTo(draft);
    }

    @Test
    void anEmptyDraftIsADraftToo() {
        draft("{'allocationId':'%s','note':'first'}", allocation());

        assertThat(draft("{'allocationId':'%s'}", allocation()).status()).isEqualTo(204);
        assertThat(centre.desk(agent).at("/case/draft/note").isNull()).isTrue();
    }

    @Test
    void attemptsOfEarlierAgentsAreShownOldestFirst() {
        centre.save(agent, "NO_ANSWER", Map.of("note", "\"nobody there\""));
        clock.advance(Duration.ofMinutes(16));
        var other = centre.agentOn(list);
        centre.receive(agent, false);

        var attempts = centre.receive(other, true).at("/case/attempts");

        assertThat(attempts).hasSize(1);
        var attempt = attempts.get(0);
        assertThat(attempt.path("callStatus").asText()).isEqualTo("NO_ANSWER");
        assertThat(attempt.path("note").asText()).isEqualTo("nobody there");
        assertThat(attempt.path("agentId").asText()).isEqualTo(agent);
        assertThat(attempt.path("at").isTextual()).isTrue();
        assertThat(attempt.path("endedAt").isTextual()).isTrue();
        assertThat(attempt.get("recordingUrl").isNull()).isTrue();
        centre.receive(other, false);
    }

    @Test
    void theLastAttemptTheListAllowsEndsTheCase() {
        var strict = centre.list(Map.of("maxAttempts", "1"));
        var other = centre.agentOn(strict);
        var once = centre.request(strict, centre.newNumber());

        centre.receive(other, true);
        centre.endCall(other, centre.call(other));
        var suggested = centre.desk(other).at("/case/suggestedRetryAt");
        centre.save(other, "BUSY");

        assertThat(suggested.path("BUSY").isNull()).isTrue();
        assertThat(centre.status(once)).isEqualTo("CANCELLED");
    }

    private String allocation() {
        return offered.path("allocationId").asText();
    }

    private String in(String duration) {
        return clock.instant().plus(Duration.parse(duration)).toString();
    }

    private Http.Answer outcome(String body, Object... args) {
        return centre.as(agent).post("/api/v1/desk/case/outcome", json(body, args));
    }

    private Http.Answer draft(String body, Object... args) {
        return centre.as(agent).put("/api/v1/desk/case/draft", json(body, args));
    }
}
