package io.ringback.intake;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A request that is sent twice is done once. */
@RingbackTest
class RepeatedRequestTest {

    private static final String PATH = "/api/v1/callbacks";
    private static final String KEY = "Idempotency-Key";

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private String ivr;
    private String list;

    @BeforeEach
    void anIvrAndAList() {
        ivr = centre.person("INTEGRATOR");
        list = centre.list();
    }

    @Test
    void theSameRequestWithTheSameKeyGetsTheSameAnswerAgain() {
        var body = body(centre.newNumber());

        var first = centre.as(ivr).post(PATH, body, KEY, "k1");
        var again = centre.as(ivr).post(PATH, body, KEY, "k1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.json().path("status").asText()).isEqualTo("WAITING");
    }

    @Test
    void theAnswerStaysTheSameWhenTheCallbackHasMovedOn() {
        var body = body(centre.newNumber());
        var first = centre.as(ivr).post(PATH, body, KEY, "k1");
        centre.receive(centre.agentOn(list), true);

        var again = centre.as(ivr).post(PATH, body, KEY, "k1");

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(centre.status(first.json())).isEqualTo("ALLOCATED");
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        centre.as(ivr).post(PATH, body(centre.newNumber()), KEY, "k1");

        var other = centre.as(ivr).post(PATH, body(centre.newNumber()), KEY, "k1");

        invalid(other, KEY);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        invalid(centre.as(ivr).post(PATH, body("12"), KEY, "k1"), "phoneNumber");

        var mended = centre.as(ivr).post(PATH, body(centre.newNumber()), KEY, "k1");

        assertThat(mended.status()).isEqualTo(201);
    }

    @Test
    void theKeysOfTwoCallersAreDifferentKeys() {
        var mine = centre.as(ivr).post(PATH, body(centre.newNumber()), KEY, "k1");
        var yours = centre.as(centre.person("INTEGRATOR")).post(PATH, body(centre.newNumber()), KEY, "k1");

        assertThat(mine.status()).isEqualTo(201);
        assertThat(yours.status()).isEqualTo(201);
    }

    @Test
    void aRequestWhoseTwinIsStillBeingWorkedOnIsToldToWait() {
        var answer = new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param(ivr + "\nk1")
                    .query(row -> {});
            return centre.as(ivr).post(PATH, body(centre.newNumber()), KEY, "k1");
        });

        conflict(answer);
        assertThat(answer.json().path("detail").asText()).contains("still being worked on");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb"})
    void aKeyThatIsNoneIsRefused(String key) {
        var answer = centre.as(ivr).post(PATH, body(centre.newNumber()), KEY, key);

        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", "\t", " \t "})
    void aBlankKeyIsNoKey(String key) {
        var first = centre.as(ivr).post(PATH, body(centre.newNumber()), KEY, key);
        var other = centre.as(ivr).post(PATH, body(centre.newNumber()), KEY, key);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(other.status()).as(other.body()).isEqualTo(201);
        assertThat(other.json().path("id")).isNotEqualTo(first.json().path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0%s", "+358 %s", "00358%s", "(+358) %s", "tel:+358%s"})
    void theSameNumberWrittenOtherwiseIsTheSameRequest(String written) {
        var number = centre.newNumber();
        var first = centre.as(ivr).post(PATH, body(number), KEY, "k2");

        var again = centre.as(ivr).post(PATH, body(written.formatted(number.substring("+358".length()))), KEY, "k2");

        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'listId':'L','phoneNumber':'N','source':'IVR','notBefore':'2026-12-24T10:00:00Z','attributes':{'b':'2','a':'1'}}",
                "{'attributes':{'a':'1','b':'2'},'notBefore':'2026-12-24T10:00:00Z','source':'IVR','phoneNumber':'N','listId':'L'}",
                " {\n'listId' : 'L' ,\t'phoneNumber':'N','source':'IVR','notBefore':'2026-12-24T10:00:00Z','attributes':{'a':'1','b':'2'} } ",
                "{'listId':'L','phoneNumber':'N','source':'IVR','notBefore':'2026-12-24T12:00:00+02:00','attributes':{'a':'1','b':'2'}}",
                "{'listId':'L','phoneNumber':'N','source':'IVR','notBefore':'2026-12-24T10:00:00.000Z','attributes':{'a':'1','b':'2'}}",
                "{'listId':'L','phoneNumber':'N','source':'IVR','notBefore':'2026-12-24T10:00:00Z','callerName':null,'externalId':' ','attributes':{'a':'1','b':'2','c':''}}"
            })
    void theSameRequestWrittenOtherwiseIsTheSameRequest(String written) {
        var number = centre.newNumber();
        var first = centre.as(ivr)
                .post(
                        PATH,
                        json(
                                "{'listId':'%s','phoneNumber':'%s','source':'IVR','notBefore':'2026-12-24T10:00:00Z','attributes':{'a':'1','b':'2'}}",
                                list, number),
                        KEY,
                        "k1");

        var again = centre.as(ivr)
                .post(PATH, json(written.replace("L'", list + "'").replace("N'", number + "'")), KEY, "k1");

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{'a':''}", "{'a':' ','b':''}"})
    void attributesThatSayNothingAreAbsent(String attributes) {
        var number = centre.newNumber();
        var first = centre.as(ivr).post(PATH, body(number), KEY, "k1");

        var again = centre.as(ivr)
                .post(
                        PATH,
                        json(
                                "{'listId':'%s','phoneNumber':'%s','source':'IVR','attributes':%s}",
                                list, number, attributes.replace('\'', '"')),
                        KEY,
                        "k1");

        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'listId':'L','phoneNumber':'N','source':'WEB'}",
                "{'listId':'L','phoneNumber':'N','source':'IVR','callerName':'Aino'}",
                "{'listId':'L','phoneNumber':'N','source':'IVR','attributes':{'a':'1'}}",
                "{'listId':'L','phoneNumber':'N','source':'IVR','notBefore':'2026-12-24T10:00:00Z'}"
            })
    void aRequestThatSaysMoreOrOtherThingsIsAnotherOne(String other) {
        var number = centre.newNumber();
        centre.as(ivr).post(PATH, body(number), KEY, "k1");

        var answer =
                centre.as(ivr).post(PATH, json(other.replace("L'", list + "'").replace("N'", number + "'")), KEY, "k1");

        invalid(answer, KEY);
    }

    @Test
    void aKeyMayHave255CharactersAndNoMore() {
        var longest = centre.as(ivr).post(PATH, body(centre.newNumber()), KEY, "k".repeat(255));
        var tooLong = centre.as(ivr).post(PATH, body(centre.newNumber()), KEY, "k".repeat(256));

        assertThat(longest.status()).isEqualTo(201);
        invalid(tooLong, KEY);
    }

    private String body(String number) {
        return json("{'listId':'%s','phoneNumber':'%s','source':'IVR'}", list, number);
    }
}
