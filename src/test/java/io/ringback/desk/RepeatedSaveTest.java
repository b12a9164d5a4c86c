package io.ringback.desk;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A Save whose answer got lost is made once more, without a key. */
@RingbackTest
class RepeatedSaveTest {

    private static final String OUTCOME = "/api/v1/desk/case/outcome";

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private String list;
    private String agent;
    private JsonNode callback;
    private String allocation;

    @BeforeEach
    void aCaseInHand() {
        list = centre.list();
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        allocation = centre.receive(agent, true).at("/case/allocationId").asText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'callStatus':'ANSWERED'",
                "'callStatus':'BUSY'",
                "'callStatus':'BUSY','note':'at lunch'",
                "'callStatus':'OTHER','retryAt':'{later}'",
                "'callStatus':'ANSWERED','formData':{'reason':'ORDER','result':'SETTLED'}",
                "'callStatus':'NO_ANSWER','note':'','formData':{}"
            })
    void theVerySameOutcomeSavedAgainIsAnsweredWithTheDesk(String outcome) {
        var later = clock.instant().plus(Duration.ofHours(3)).plusNanos(1_234);
        var body = json("{'allocationId':'%s',%s}", allocation, quoted(outcome).replace("{later}", later.toString()));
        var first = centre.as(agent).post(OUTCOME, body);
        var saved = centre.callback(callback);

        var again = centre.as(agent).post(OUTCOME, body);

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(centre.callback(callback)).isEqualTo(saved);
    }

    @Test
    void answersInAnotherOrderAreTheSameOutcome() {
        var body = "{'allocationId':'%s','callStatus':'ANSWERED','formData':{%s}}";

        var first = outcome(body, allocation, quoted("'reason':'ORDER','result':'SETTLED'"));
        var again = outcome(body, allocation, quoted("'result':'SETTLED','reason':'ORDER'"));

        assertThat(List.of(first.status(), again.status())).containsOnly(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'callStatus':'ANSWERED'",
                "'callStatus':'NO_ANSWER','note':'a'",
                "'callStatus':'BUSY'",
                "'callStatus':'BUSY','note':'b'",
                "'callStatus':'BUSY','note':'a','retryAt':'2026-03-02T12:00:00Z'",
                "'callStatus':'BUSY','note':'a','insist':true",
                "'callStatus':'BUSY','note':'a','formData':{}"
            })
    void anotherOutcomeOfACaseThatWasSavedIsRefused(String other) {
        outcome("{'allocationId':'%s','callStatus':'BUSY','note':'a'}", allocation);

        var saved = centre.callback(callback);

        conflict(outcome("{'allocationId':'%s',%s}", allocation, quoted(other)));
        assertThat(centre.callback(callback)).isEqualTo(saved);
    }

    @Test
    void theOutcomeOfSomebodyElseIsNotMine() {
        var body = json("{'allocationId':'%s','callStatus':'ANSWERED'}", allocation);
        centre.as(agent).post(OUTCOME, body);

        conflict(centre.as(centre.agentOn(list)).post(OUTCOME, body));
    }

    private static String quoted(String fields) {
        return fields.replace('\'', '"');
    }

    private Http.Answer outcome(String body, Object... args) {
        return centre.as(agent).post(OUTCOME, json(body, args));
    }
}
