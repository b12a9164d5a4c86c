package io.ringback.desk;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Bad input at the desk leaves the case in hand as it is. */
@RingbackTest
class BadDeskInputTest {

    private static final String OUTCOME = "/api/v1/desk/case/outcome";
    private static final String DRAFT = "/api/v1/desk/case/draft";

    @Autowired
    private Centre centre;

    private String agent;
    private JsonNode before;

    @BeforeEach
    void aCaseInHand() {
        var list = centre.list();
        agent = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        before = centre.receive(agent, true).path("case");
    }

    @AfterEach
    void theCaseIsAsItWas() {
        assertThat(centre.desk(agent).path("case")).isEqualTo(before);
        centre.receive(agent, false);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "allocationId, null",
                "allocationId, \"17\"",
                "allocationId, 17",
                "allocationId, {}",
                "callStatus, \"ENGAGED\"",
                "callStatus, 1",
                "callStatus, \"\"",
                "note, 5",
                "note, [\"a\"]",
                "note, \"a\\u0000b\"",
                "note, \"a\\u001bb\"",
                "note, \"a\\ud800b\"",
                "retryAt, 1767225600",
                "retryAt, \"soon\"",
                "retryAt, \"2026-03-02T12:00:00\"",
                "retryAt, \"+999999999-12-31T00:00:00Z\"",
                "retryAt, \"0001-01-01T00:00:00Z\"",
                "formData, []",
                "formData, \"a\"",
                "formData, {\"a\":\"b\\u0000\"}",
                "formData, {\"a\\u0000\":\"b\"}",
                "formData, {\"a\":[\"\\ud800\"]}",
                "formData, {\"a\":{\"b\":{\"c\":\"\\u0007\"}}}",
                "formData, {\"a\":[[[[[[[[[1]]]]]]]]]}",
                "phase, \"IN_CALL\""
            })
    void fieldsThatAreNotValidAreNamed(String field, String value) {
        for (var path : new String[] {OUTCOME, DRAFT}) {
            invalid(send(path, field, value), field);
        }
    }

    @Test
    void anOutcomeNeedsACallStatusButADraftDoesNot() {
        invalid(send(OUTCOME, "callStatus", "null"), "callStatus");
    }

    @Test
    void whatIsTooLongIsRefused() {
        var many = numbered(4_000); // together more than FormAnswersSize.MOST_BYTES

        for (var path : new String[] {OUTCOME, DRAFT}) {
            invalid(send(path, "note", Centre.quoted("x".repeat(4_001))), "note");
            invalid(send(path, "formData", "{\"a\":\"" + "x".repeat(4_001) + "\"}"), "formData");
            invalid(send(path, "formData", "{" + many + "}"), "formData");
            refused(send(path, "note", Centre.quoted("x".repeat(70_000))), 413, "payload-too-large");
            refused(send(path, "formData", "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}"), 400, "malformed-json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e-400", "123456789012345678901234567890", "0.1", "-0"})
    void numbersOfAnySizeNeverFailTheServer(String number) {
        var answer = send(DRAFT, "formData", "{\"a\":" + number + "}");

        assertThat(answer.status()).as(answer.body()).isIn(204, 422);
        send(DRAFT, "formData", "null");
        before = centre.desk(agent).path("case");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "nothing", "\u0000"})
    void whatIsNotJsonIsMalformed(String body) {
        var desk = centre.as(agent);

        for (var path : new String[] {"/case/draft", "/receiving", "/availability", "/lists/any"}) {
            refused(desk.put("/api/v1/desk" + path, body), 400, "malformed-json");
        }
        for (var path : new String[] {"/case/outcome", "/case/calls"}) {
            refused(desk.post("/api/v1/desk" + path, body), 400, "malformed-json");
        }
    }

    private Http.Answer send(String path, String field, String value) {
        var allocation = Centre.quoted(before.path("allocationId").asText());
        var body = field.equals("allocationId")
                ? json("{'callStatus':'BUSY','allocationId':") + value + "}"
                : "{\"allocationId\":" + allocation + (field.equals("callStatus") ? "" : ",\"callStatus\":\"BUSY\"")
                        + ",\"" + field + "\":" + value + "}";
        return path.equals(DRAFT)
                ? centre.as(agent).put(path, body)
                : centre.as(agent).post(path, body);
    }

    private static String numbered(int count) {
        var fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fields.append(i == 0 ? "" : ",").append("\"f").append(i).append("\":1");
        }
        return fields.toString();
    }
}
