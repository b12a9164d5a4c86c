package io.ringback.design;

import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.Http.Answer;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What designers work on is kept on the server, each one's own, and never by chance undone. */
@RingbackTest
class DraftsTest {

    private static final String API = "/api/v1/processes/drafts";
    private static final String FORM = "{\"id\": \"survey\", \"type\": \"default\", \"components\": []}";

    @Autowired
    private Centre centre;

    @Autowired
    private Drafts drafts;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private String person = "";
    private Http designer = Http.at(1);

    @BeforeEach
    void designer() {
        person = centre.person("DESIGNER");
        designer = centre.as(person);
    }

    @Test
    void aDraftIsBegunFromADeployedVersionAndKeptCharacterForCharacter() {
        var made = designer.post(API, "{\"basedOn\": {\"key\": \"callbackCase\", \"version\": 1}}");

        assertThat(made.status()).isEqualTo(201);
        var id = made.json().path("id").asText();
        var draft = designer.get(API + "/" + id).json();
        assertThat(draft.path("file").asText()).isEqualTo("callbackCase.bpmn");
        assertThat(draft.path("kind").asText()).isEqualTo("PROCESS");
        assertThat(draft.path("key").asText()).isEqualTo("callbackCase");
        assertThat(draft.path("ownerId").asText()).isEqualTo(person);
        assertThat(draft.path("basedOn").path("version").asInt()).isEqualTo(1);
        assertThat(draft.path("newest").asInt()).isPositive();
        assertThat(draft.path("revision").asInt()).isEqualTo(1);
        assertThat(draft.path("state").asText()).isEqualTo("DRAFT");
        assertThat(draft.path("content").asText())
                .isEqualTo(designer.get("/api/v1/processes/callbackCase/versions/1/xml")
                        .body());
        var file = designer.get(API + "/" + id + "/file");
        assertThat(file.header("Content-Disposition")).contains("attachment").contains("callbackCase.bpmn");
        assertThat(file.body()).isEqualTo(draft.path("content").asText());
    }

    @Test
    void whatTheCheckRefusesCanBeWorkedOnAllTheSame() {
        var script = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">"
                + "<scriptTask id=\"s\" scriptFormat=\"groovy\"><script>boom()</script></scriptTask></process></definitions>";

        var draft = make("p.bpmn", script);

        assertThat(content(draft)).isEqualTo(script);
        assertThat(draft.path("key").asText()).isEqualTo("p");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            readme.txt   , {}                                            , file
            ../x.form    , {}                                            , file
            .form        , {}                                            , file
            x.form       , []                                            , content
            x.form       , {"id"                                         , content
            x.bpmn       , <a>                                           , content
            x.bpmn       , <!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>      , content
            x.dmn        , not XML at all                                , content
            """)
    void whatIsNoModelOrNotWellFormedIsRefused(String file, String content, String field) {
        invalid(post(file, content), field);
    }

    @Test
    void whatIsLargerThanTheCheckTakesIsRefused() {
        var longText = "x".repeat(1024 * 1024);

        invalid(post("x.bpmn", "<a>" + longText + "</a>"), "content");
        invalid(post("x.form", "{\"id\": \"" + longText.substring(0, 256 * 1024) + "\"}"), "content");
    }

    @Test
    void aSaveNamesTheRevisionItWasMadeOnAndOverwritesNoOther() {
        var draft = make("survey.form", FORM);

        var saved = save(designer, draft, FORM.replace("survey", "poll"), 1);

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().path("revision").asInt()).isEqualTo(2);
        assertThat(saved.json().path("key").asText()).isEqualTo("poll");
        var stale = save(designer, draft, FORM, 1);
        conflict(stale);
        assertThat(stale.body()).contains(person).contains("revision 2");
        assertThat(content(draft)).contains("poll");
    }

    @Test
    void ofTwoSavesOnOneRevisionOneIsRefused() {
        var draft = make("survey.form", FORM);

        var statuses = Together.times(
                2,
                turn -> save(designer, draft, FORM.replace("survey", "poll" + turn), 1)
                        .status());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void savingTheSameAgainIsNoNewRevision() {
        var draft = make("survey.form", FORM);

        assertThat(save(designer, draft, FORM, 1).json().path("revision").asInt())
                .isEqualTo(1);
    }

    @Test
    void onlyItsOwnerWritesADraftAndOthersReadIt() {
        var draft = make("survey.form", FORM);
        var colleague = centre.as(centre.person("DESIGNER"));
        var auditor = centre.as(centre.person("AUDITOR"));

        refused(save(colleague, draft, "{}", 1), 403, "forbidden");
        refused(colleague.delete(API + "/" + id(draft)), 403, "forbidden");
        assertThat(colleague.get(API + "/" + id(draft)).json().path("content").asText())
                .isEqualTo(FORM);
        assertThat(auditor.get(API + "/" + id(draft)).status()).isEqualTo(200);
        assertThat(auditor.get(API).status()).isEqualTo(200);
        assertThat(auditor.post(API, "{}").status()).isEqualTo(403);
    }

    @Test
    void whoWorksOnTheSameFileIsToldOfTheOthers() {
        var file = "survey-%s.form".formatted(UUID.randomUUID());
        var draft = make(file, FORM);
        var other = centre.person("DESIGNER");
        centre.named(other, "Otto Other");

        var theirs = centre.as(other).post(API, body(file)).json();

        assertThat(news(draft).path("others")).hasSize(1);
        assertThat(news(draft).path("others").get(0).asText()).isEqualTo("Otto Other");
        assertThat(theirs.path("others")).hasSize(1);
        drafts.markDeployed(UUID.fromString(id(theirs)));
        assertThat(news(draft).path("others")).isEmpty();
    }

    @Test
    void aDeletedDraftIsRestoredForSomeDaysAndThenGone() {
        var draft = make("survey.form", FORM);

        assertThat(designer.delete(API + "/" + id(draft)).status()).isEqualTo(204);

        notFound(designer.get(API + "/" + id(draft)));
        assertThat(ids(designer.get(API).json())).doesNotContain(id(draft));
        assertThat(designer.post(API + "/" + id(draft) + "/restore", "").status())
                .isEqualTo(200);
        assertThat(content(draft)).isEqualTo(FORM);
        designer.delete(API + "/" + id(draft));
        clock.advance(Drafts.KEPT.plus(Duration.ofMinutes(1)));
        drafts.forgetDeleted();
        notFound(designer.post(API + "/" + id(draft) + "/restore", ""));
        assertThat(events(draft)).containsExactly("DRAFT_CREATED", "DRAFT_DELETED", "DRAFT_RESTORED", "DRAFT_DELETED");
    }

    @Test
    void aDesignerHasABoundedNumberOfDrafts() {
        make("survey.form", FORM);
        jdbc.sql("""
                        INSERT INTO ringback.model_draft (id, owner_id, file, content, saved_at)
                        SELECT gen_random_uuid(), ?, 'x.form', '{}', now() FROM generate_series(2, ?)""").params(person, Drafts.MOST).update();

        conflict(post("one-more.form", FORM));
    }

    @Test
    void savingAWaitingOrDeployedDraftMakesItADraftAgain() {
        var draft = make("survey.form", FORM);
        drafts.markWaiting(UUID.fromString(id(draft)));
        assertThat(news(draft).path("state").asText()).isEqualTo("WAITING");

        save(designer, draft, "{}", 1);

        assertThat(news(draft).path("state").asText()).isEqualTo("DRAFT");
    }

    private Answer post(String file, String content) {
        return designer.post(API, DesignerAtWork.body(Map.of("file", file, "content", content)));
    }

    private static String body(String file) {
        return DesignerAtWork.body(Map.of("file", file, "content", FORM));
    }

    private JsonNode make(String file, String content) {
        var made = post(file, content);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private static Answer save(Http who, JsonNode draft, String content, int revision) {
        return who.put(API + "/" + id(draft), DesignerAtWork.body(Map.of("content", content, "revision", revision)));
    }

    private JsonNode news(JsonNode draft) {
        return designer.get(API + "/" + id(draft) + "/news").json();
    }

    private String content(JsonNode draft) {
        return designer.get(API + "/" + id(draft)).json().path("content").asText();
    }

    private static String id(JsonNode draft) {
        return draft.path("id").asText();
    }

    private static List<String> ids(JsonNode all) {
        return StreamSupport.stream(all.path("items").spliterator(), false)
                .map(DraftsTest::id)
                .toList();
    }

    private List<String> events(JsonNode draft) {
        return jdbc.sql("SELECT type FROM ringback.audit_event WHERE details ->> 'draftId' = ? ORDER BY id")
                .param(id(draft))
                .query(String.class)
                .list();
    }
}
