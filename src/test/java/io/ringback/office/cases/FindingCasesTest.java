package io.ringback.office.cases;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Supervisors find callbacks by a part of whatever is known of them. */
@RingbackTest
class FindingCasesTest {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Åsa Öhman",
                "öhman",
                "ÖHM",
                "öhman åsa",
                "100%_sure",
                "\\",
                "A-47\\11",
                "47",
                "5550",
                "040 999 5550",
                "+358 40 999",
                "0409995550",
                "00358409",
                "40-999.55",
                "åsa 5550",
                "  åsa  "
            })
    void byNameNumberAndExternalId(String sought) {
        var callback = Centre.id(centre.request(
                list,
                "+358409995550",
                Map.of(
                        "callerName",
                        "\"Åsa Öhman 100%_sure\"",
                        "externalId",
                        "\"A-47\\\\11-%s\"".formatted(UUID.randomUUID()))));
        centre.request(list, "+358408881111", Map.of("callerName", "\"Eve Smith\""));

        var found = find(sought);

        assertThat(found)
                .contains("/supervision/cases/" + callback, "+358 40 9995550")
                .doesNotContain("Eve Smith");
        cancel(callback);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz%zz", "_____________________________", "åsa eve", "999999999999", "'; DROP"})
    void whatIsInNoneFindsNone(String sought) {
        var callback = Centre.id(centre.request(list, centre.newNumber(), Map.of("callerName", "\"Åsa Öhman\"")));

        assertThat(find(sought)).contains("No callbacks match").doesNotContain("/supervision/cases/" + callback);
    }

    @Test
    void byTheNotesOfAgentsAndSupervisorsAndByWhoHasOrHadIt() {
        var callback = Centre.id(centre.request(list, centre.newNumber()));
        var anna = centre.named(centre.agentOn(list), "Zoë O’Brien");
        centre.receive(anna, true);
        var inHand = find("o’brien");
        centre.save(anna, "BUSY", Map.of("note", "\"The DRAGON is ill\""));
        centre.receive(anna, false);
        centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/%s/notes".formatted(callback), json("{'note':'Offer a Unicorn'}"));

        assertThat(inHand).contains("/supervision/cases/" + callback);
        for (var sought : new String[] {"dragon", "DRAGON is", "unic", "zoë", "dragon unicorn", anna, "zoë dragon"}) {
            assertThat(find(sought)).as(sought).contains("/supervision/cases/" + callback);
        }
        assertThat(find("dragon nessie")).doesNotContain("/supervision/cases/" + callback);
    }

    @Test
    void thePartsOfWordsHaveIndexes() {
        var indexes = jdbc.sql("""
                        SELECT indexname FROM pg_indexes WHERE schemaname = 'ringback' AND indexdef LIKE '%gin_trgm_ops%'""").query(String.class).list();

        assertThat(indexes)
                .containsExactlyInAnyOrder("callback_sought_words", "attempt_note_words", "callback_note_words");
    }

    @Test
    void auditorsFindThemButCanDoNothing() {
        var callback = Centre.id(centre.request(list, centre.newNumber(), Map.of("callerName", "\"Åsa Öhman\"")));
        var ola = centre.signedIn(centre.person("AUDITOR"));

        var found = find(ola, "öhman");

        assertThat(found).contains("/supervision/cases/" + callback).doesNotContain("data-chosen", "data-act");
        assertThat(ola.page("/supervision/cases/" + callback).body()).doesNotContain("data-act");
        assertThat(ola.page("/supervision/cases/new").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "sv"})
    void everyTextIsThereInEveryLanguage(String language) {
        var callback = Centre.id(centre.request(list, centre.newNumber()));
        centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/%s/expedite".formatted(callback), json("{'reason':'x'}"));

        for (var path : new String[] {
            "/supervision/cases/new", "/supervision/cases", "/supervision/cases/" + callback + "?entered"
        }) {
            assertThat(sam.page(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                            .body())
                    .doesNotContain("??");
        }
    }

    private String find(String sought) {
        return find(sam, sought);
    }

    private String find(WebSession who, String sought) {
        var fields = new TreeMap<>(Map.of("text", sought, "listId", list));
        fields.put("_csrf", WebSession.token(who.page("/supervision/cases")));
        var answer = who.form("/supervision/cases", fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void cancel(UUID callback) {
        centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/%s/cancel".formatted(callback), json("{'reason':'test'}"));
    }
}
