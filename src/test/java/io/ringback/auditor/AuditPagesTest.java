package io.ringback.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import io.ringback.support.WebSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of auditors: what is looked for is in no address, and what is found can be taken as a file. */
@RingbackTest
class AuditPagesTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Reads reads;

    private WebSession auditor;
    private String number;
    private JsonNode callback;

    @BeforeEach
    void anAuditorAndACallback() {
        auditor = centre.signedIn(centre.person("AUDITOR"));
        number = centre.newNumber();
        callback = centre.request(centre.list(), number, Map.of("callerName", "\"=HYPERLINK(1)\""));
    }

    @AfterEach
    void nobodyIsAskedAnyMore() {
        jdbc.sql("UPDATE ringback.reading SET purpose = 'NOBODY'").update();
    }

    @Test
    void theFormShowsNothingAndASearchShowsWhatItFinds() {
        var form = auditor.page("/audit");
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body()).doesNotContain("<tbody>");

        var found = form(auditor, "/audit", Map.of("number", number));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body())
                .contains("/audit/callbacks/" + Centre.id(callback))
                .contains("/audit/reads?callbackId=" + Centre.id(callback))
                .contains("=HYPERLINK(1)");
        assertThat(found.body().lines().filter(line -> line.contains("href=") || line.contains("action=")))
                .noneMatch(line -> line.matches(".*(href|action)=\"[^\"]*" + number.substring(4) + ".*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "callbackId", "processVersion", "lookedAtBy"})
    void whatCannotBeLookedForIsSaidInThePage(String field) {
        var refused = form(auditor, "/audit", Map.of(field, "<script>"));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("role=\"alert\"").doesNotContain("value=\"<script>");
    }

    @Test
    void whoLookedAtACallbackIsShownWithoutItsNumberInAnyAddress() {
        var supervisor = centre.person("SUPERVISOR");
        centre.named(supervisor, "Curious Sam");
        centre.as(supervisor).get("/api/v1/callbacks/" + Centre.id(callback));

        var reads = auditor.page("/audit/reads?callbackId=" + Centre.id(callback));

        assertThat(reads.status()).isEqualTo(200);
        assertThat(reads.body()).contains("Curious Sam");
    }

    @Test
    void whoLookedForANumberIsFoundByThatNumberAndByWhoeverKnowsAPartOfIt() {
        var supervisor = centre.person("SUPERVISOR");
        centre.named(supervisor, "Curious Cecilia");
        form(centre.signedIn(supervisor), "/supervision/cases", Map.of("text", number.substring(6)));

        assertThat(form(auditor, "/audit/reads", Map.of("number", number)).body())
                .contains("Curious Cecilia");
        assertThat(form(auditor, "/audit/reads", Map.of("number", centre.newNumber()))
                        .body())
                .doesNotContain("<th scope=\"row\" class=\"unbroken\">Curious Cecilia");
    }

    @Test
    void whoeverHasToSayWhatForIsAskedOnceAndLedOn() {
        jdbc.sql("UPDATE ringback.reading SET purpose = 'EVERYONE'").update();
        var page = "/supervision/cases/" + Centre.id(callback);

        var asked = auditor.page(page);
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.header("Location")).startsWith("/audit/purpose?back=");
        auditor.page(Objects.requireNonNull(asked.header("Location")));
        var said = form(auditor, "/audit/purpose", Map.of("purpose", "complaint 17", "back", page));

        assertThat(said.header("Location")).isEqualTo(page);
        assertThat(auditor.page(page).status()).isEqualTo(200);
        assertThat(jdbc.sql(
                                "SELECT reason FROM ringback.audit_event WHERE callback_id = ? AND type = 'LOOKED_AT_CALLBACK'")
                        .param(Centre.id(callback))
                        .query(String.class)
                        .list())
                .containsExactly("complaint 17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//example.org", "https://example.org", "/\\\\example.org", "/a?b", "javascript:alert(1)"})
    void onlyPagesOfOursAreLedTo(String back) {
        auditor.page("/audit/purpose");

        assertThat(form(auditor, "/audit/purpose", Map.of("purpose", "x", "back", back))
                        .header("Location"))
                .isEqualTo("/");
    }

    @Test
    void whatIsFoundCanBeTakenAsFilesInWhichNoFormulaWorks() {
        auditor.page("/audit");
        var search = Map.of("callbackId", Centre.id(callback).toString());

        var csv = form(auditor, "/audit/exports/callbacks.csv", search);
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"callbacks.csv\"");
        assertThat(csv.body()).contains("'=HYPERLINK(1)").contains("phoneNumber");
        var lines =
                form(auditor, "/audit/exports/callbacks.jsonl", search).body().strip();
        assertThat(lines.lines()).hasSize(1);
        assertThat(lines).startsWith("{\"id\":\"" + Centre.id(callback)).contains(number);
        assertThat(form(auditor, "/audit/exports/events.jsonl", search).body()).contains("REQUESTED");
        assertThat(form(auditor, "/audit/exports/attempts.csv", search).body())
                .startsWith("\ufeffcallbackId,id,agentId");
        assertThat(form(auditor, "/audit/reads/reads.jsonl", search).body()).contains("\"what\":\"EXPORT\"");
        assertThat(form(auditor, "/audit/exports/secrets.csv", search).status()).isEqualTo(404);
    }

    @Test
    void programsTakeFilesWithTheSameSearch() {
        var who = centre.as(centre.person("AUDITOR"));

        var file = who.post("/api/v1/audit/exports/callbacks.jsonl", "{\"phoneNumber\": \"%s\"}".formatted(number));

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body().lines()).hasSize(1);
        assertThat(who.post("/api/v1/audit/reads/reads.csv", "{}").body()).startsWith("id,at,reader,what");
    }

    @Test
    void anAdministratorChoosesWhoIsAsked() {
        var administrator = centre.as(centre.person("ADMIN"));

        assertThat(administrator
                        .put("/api/v1/audit/purpose", "{\"askedOf\": \"AUDITORS\"}")
                        .status())
                .isEqualTo(200);

        assertThat(administrator
                        .get("/api/v1/audit/purpose")
                        .json()
                        .path("askedOf")
                        .asText())
                .isEqualTo("AUDITORS");
        assertThat(administrator.get("/api/v1/settings").body()).contains("askedOf: AUDITORS");
        assertThat(centre.signedIn(centre.person("ADMIN"))
                        .page("/admin/settings")
                        .body())
                .contains("value=\"AUDITORS\" selected");
        assertThat(administrator
                        .put("/api/v1/audit/purpose", "{\"askedOf\": \"SOMEBODY\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatIsForgottenOfANumberIsFoundByNobody() {
        var asking = centre.as(centre.person("AUDITOR"));
        centre.as(centre.person("SUPERVISOR")).get("/api/v1/callbacks?phoneNumber=" + number.replace("+", "%2B"));
        var asked = "{\"phoneNumber\": \"%s\"}".formatted(number);
        assertThat(asking.post("/api/v1/audit/reads", asked).json().path("items"))
                .isNotEmpty();

        reads.forget(number);

        assertThat(asking.post("/api/v1/audit/reads", asked).json().path("items"))
                .isEmpty();
    }

    /** As the form of a page sends it. */
    private static Http.Answer form(WebSession who, String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", WebSession.token(who.page("/audit/purpose")));
        return who.form(path, all);
    }
}
