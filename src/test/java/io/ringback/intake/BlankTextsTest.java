package io.ringback.intake;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A text with nothing to see in it is no text: an unset variable is no identity. */
@RingbackTest
class BlankTextsTest {

    private static final String PATH = "/api/v1/callbacks";

    @Autowired
    private Centre centre;

    private String list;
    private Http ivr;

    @BeforeEach
    void anIvrAndAList() {
        list = centre.list();
        ivr = centre.as(centre.person("INTEGRATOR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "    ",
                "\\t",
                "\\r\\n",
                "\u00a0",
                "\u2003",
                "\u202f",
                "\u3000",
                "\u200b",
                "\ufeff",
                " \\t\u00a0\u2007"
            })
    void aBlankOptionalTextIsAbsent(String blank) {
        var body =
                "{'listId':'%s','phoneNumber':'%s','source':'IVR','externalId':'B','callerName':'B','attributes':{'a':'B','b':'2'}}"
                        .replace("'B'", "'" + blank + "'");

        var first = ivr.post(PATH, json(body, list, centre.newNumber()));
        var second = ivr.post(PATH, json(body, list, centre.newNumber()));

        for (var answer : new Http.Answer[] {first, second}) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            assertThat(answer.json().path("externalId").isNull()).isTrue();
            assertThat(answer.json().path("callerName").isNull()).isTrue();
            assertThat(answer.json().path("attributes").toString()).isEqualTo("{\"b\":\"2\"}");
        }
        assertThat(second.json().path("id")).isNotEqualTo(first.json().path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\t", "\u00a0", "\u2003", "\u3000"})
    void aBlankNeededTextIsMissing(String blank) {
        invalid(ivr.post(PATH, json("{'listId':'%s','phoneNumber':'0401234567','source':'IVR'}", blank)), "listId");
        invalid(ivr.post(PATH, json("{'listId':'%s','phoneNumber':'%s','source':'IVR'}", list, blank)), "phoneNumber");
        invalid(ivr.post(PATH + "/cancel", json("{'phoneNumber':'0401234567','reason':'%s'}", blank)), "reason");
    }

    @Test
    void blankOptionalTextsAreAbsentElsewhereToo() {
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var number = centre.newNumber();
        centre.request(list, number);

        var cancelled = ivr.post(PATH + "/cancel", json("{'phoneNumber':'%s','listId':' ','reason':'served'}", number));
        var made = supervisor.post(
                "/api/v1/lists",
                json(
                        "{'id':'b-%s','name':'B','region':'FI','zone':'Europe/Helsinki','dueAfter':'PT1H',"
                                + "'expiresAfter':'PT2H','formKey':'\u00a0'}",
                        list));

        assertThat(cancelled.json().path("cancelled").asInt()).isOne();
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("formKey").isNull()).isTrue();
    }

    @Test
    void aNoteOfBlanksIsNoNote() {
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);

        centre.save(agent, "ANSWERED", java.util.Map.of("note", "\" \u00a0\""));

        var history = centre.as(centre.person("SUPERVISOR"))
                .get(PATH + "/" + Centre.id(callback) + "/history")
                .json();
        assertThat(history.at("/attempts/0/note").isNull()).isTrue();
    }
}
