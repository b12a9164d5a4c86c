package io.ringback.office.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of callbacks as the server makes them. */
@RingbackTest
class CasePagesTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    private String list;
    private WebSession sam;

    @BeforeEach
    void aSupervisorAndAList() {
        list = centre.list();
        sam = centre.signedIn(centre.person("SUPERVISOR"));
    }

    @Test
    void aSearchWithoutANumberHasAnAddress() {
        var answer = search(Map.of("listId", list, "state", "OPEN", "from", "2026-01-01", "zone", "Etc/GMT+2"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .isEqualTo(
                        "/supervision/cases?listId=%s&state=OPEN&from=2026-01-01&zone=Etc%%2FGMT%%2B2".formatted(list));
        assertThat(sam.page(String.valueOf(answer.header("Location"))).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"040 888 0001", "+358408880001", "00358 40 8880001", "(040) 888-0001"})
    void aNumberIsFoundHoweverItIsWrittenAndIsInNoAddress(String number) {
        var callback = Centre.id(centre.request(list, "0408880001", Map.of("callerName", "\"<b>Eve</b>\"")));

        var answer = search(Map.of("number", number, "listId", list));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("/supervision/cases/" + callback, "+358 40 8880001", "&lt;b&gt;Eve")
                .doesNotContain("phoneNumber=", "number=", "/api/v1/exports");
    }

    @Test
    void aNationalNumberIsLookedForInTheRegionsOfAllLists() {
        var callback = Centre.id(centre.request(list, "0408880002"));

        assertThat(search(Map.of("number", "0408880002")).body()).contains(callback.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "maija", "+99999999999999999999"})
    void whatIsNoNumberIsTold(String number) {
        assertThat(search(Map.of("number", number)).body()).contains("That is not a possible number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=NICE", "from=yesterday", "after=x", "order=1"})
    void whatTheFormCannotSayIsRefused(String query) {
        assertThat(sam.page("/supervision/cases?" + query).status()).isBetween(400, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=0001-01-01",
                "to=999999-01-01",
                "zone=Nowhere/Else&from=2026-01-01",
                "listId=no-such",
                "to=9999-12-31"
            })
    void whatIsOddFindsNothingOrAll(String query) {
        assertThat(sam.page("/supervision/cases?" + query).status()).isIn(200, 422);
    }

    @Test
    void whereARecordingIsStaysWithTheServer() {
        var callback = Centre.id(centre.request(
                list,
                centre.newNumber(),
                Map.of("attributes", "{\"recordingUrl\":\"https://pbx.internal/r/1.wav\",\"order\":\"4711\"}")));

        var page = sam.page("/supervision/cases/" + callback).body();

        assertThat(page)
                .doesNotContain("pbx.internal")
                .doesNotContain("recordingUrl")
                .contains("4711");
        assertThat(page).contains("The caller has left a recording.");
    }

    @Test
    void anEventThatSaysTheStatusDoesNotSayItTwice() {
        var callback = centre.request(list, centre.newNumber());
        centre.cancel(callback);

        var page = sam.page("/supervision/cases/" + Centre.id(callback)).body();
        var history = page.substring(page.lastIndexOf("id=\"history\""));

        assertThat(history.split(">Cancelled<", -1)).hasSize(2);
        assertThat(history).contains(">Waiting<");
    }

    @Test
    void whatComesBackIsNotSaidToBeGivenBackByTheAgent() {
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        centre.receive(agent, false);

        assertThat(sam.page("/supervision/cases/" + Centre.id(callback)).body())
                .contains("Back in the queue")
                .doesNotContain("Given back by the agent");
    }

    @Test
    void pagesFollowEachOther() {
        for (int i = 0; i < 51; i++) {
            centre.request(list, centre.newNumber());
        }

        var first = sam.page("/supervision/cases?order=OLDEST&listId=" + list).body();

        var next = first.replaceAll("(?s).*href=\"(/supervision/cases[^\"]*after=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        var second = sam.page(next).body();
        assertThat(first.split("<time ").length - 1).isEqualTo(100);
        assertThat(second.split("<time ").length - 1).isEqualTo(2);
        assertThat(second).doesNotContain("after=");
    }

    @Test
    void aCallbackIsShownWithItsHistoryAndWithWhatMayBeDone() {
        var agent = centre.agentOn(list);
        var number = centre.newNumber();
        var callback = Centre.id(centre.request(list, number, Map.of("attributes", "{\"order\":\"4711\"}")));
        var related = Centre.id(centre.request(list, number));
        centre.receive(agent, true);
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "BUSY", Map.of("note", "\"on the line\""));
        centre.receive(agent, false);

        var page = sam.page("/supervision/cases/" + callback).body();
        var auditors = centre.signedIn(centre.person("AUDITOR"))
                .page("/supervision/cases/" + callback)
                .body();

        assertThat(page)
                .contains("4711", "on the line", "Test " + agent, "Busy", "/supervision/cases/" + related)
                .contains("Given to an agent", "The caller asked again", "Offered again, by the retry policy")
                .contains("/api/v1/callbacks/%s/cancel".formatted(callback))
                .doesNotContain("??");
        assertThat(auditors).contains("on the line").doesNotContain("/cancel", "/repair");
    }

    @Test
    void whatTheCallingHoursMovedIsShownAsATime() {
        var callback = Centre.id(centre.request(list, centre.newNumber()));
        jdbc.sql("""
                        INSERT INTO ringback.audit_event (at, actor, type, callback_id, list_id, details)
                        VALUES (now(), 'system', 'CALLING_HOURS_CHANGED', ?, ?,
                                '{"eligibleAt": "2026-11-27T12:01:00.117695+00:00"}')""").params(callback, list).update();

        assertThat(sam.page("/supervision/cases/" + callback).body())
                .contains("<time datetime=\"2026-11-27T12:01:00.117695Z\" data-format=\"both\">")
                .doesNotContain("eligibleAt:");
    }

    @ParameterizedTest
    @CsvSource({
        "en, no call was made in time",
        "fi, puhelua ei soitettu ajoissa",
        "sv, inget samtal ringdes i tid",
    })
    void aReasonOfTheServersOwnIsToldInTheLanguageOfThePage(String language, String words) {
        var callback = Centre.id(centre.request(list, centre.newNumber()));
        jdbc.sql("""
                        INSERT INTO ringback.audit_event (at, actor, type, callback_id, list_id, reason, because)
                        VALUES (now(), 'system', 'RELEASED', ?, ?, 'NO_CALL_MADE', '{"code": "NO_CALL_MADE"}')""").params(callback, list).update();

        assertThat(sam.page("/supervision/cases/%s?lang=%s".formatted(callback, language))
                        .body())
                .contains(words)
                .doesNotContain("NO_CALL_MADE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NO_CALL_MADE |",
                "said by somebody | {\"words\": \"said by somebody\"}",
                "new | {\"code\": \"UNHEARD_OF\"}"
            })
    void aReasonThatThePageHasNoWordsForIsShownAsItWasWritten(String reason, String because) {
        var callback = Centre.id(centre.request(list, centre.newNumber()));
        jdbc.sql("""
                        INSERT INTO ringback.audit_event (at, actor, type, callback_id, list_id, reason, because)
                        VALUES (now(), 'system', 'RELEASED', ?, ?, ?, ?::jsonb)""")
                .params(java.util.Arrays.asList(callback, list, reason, because))
                .update();

        assertThat(sam.page("/supervision/cases/" + callback).body()).contains("<q>" + reason + "</q>");
    }

    @Test
    void aMergedOneLeadsToItsMainCase() {
        var number = centre.newNumber();
        var main = Centre.id(centre.request(list, number));
        var merged = Centre.id(centre.request(list, number));

        assertThat(sam.page("/supervision/cases/" + merged).body())
                .contains("/supervision/cases/" + main)
                .doesNotContain("/cancel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/state"})
    void whatDoesNotExistIsNotFound(String part) {
        for (var id : new String[] {UUID.randomUUID().toString(), "17"}) {
            assertThat(sam.page("/supervision/cases/" + id + part).status()).isEqualTo(404);
            assertThat(sam.page("/supervision/import/" + id + part).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "sv"})
    void everyTextIsThereInEveryLanguage(String language) {
        var callback = Centre.id(centre.request(list, centre.newNumber()));

        for (var path : new String[] {"/supervision/cases", "/supervision/cases/" + callback, "/supervision/import"}) {
            assertThat(sam.page(path + "?lang=" + language).body()).doesNotContain("??");
        }
    }

    private io.ringback.support.Http.Answer search(Map<String, String> fields) {
        var all = new java.util.TreeMap<>(fields);
        all.put("_csrf", WebSession.token(sam.page("/supervision/cases")));
        return sam.form("/supervision/cases", all);
    }
}
