package io.ringback.list;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists are made, read, changed and archived. */
@RingbackTest
class ListSettingsTest {

    private static final String PATH = "/api/v1/lists";

    @Autowired
    private Centre centre;

    private Http supervisor;
    private String list;

    @BeforeEach
    void aSupervisorAndAList() {
        supervisor = centre.as(centre.person("SUPERVISOR"));
        list = centre.list();
    }

    @Test
    void aNewListIsAnsweredWithAllItsSettings() {
        var id = list + "-new";

        var answer = supervisor.post(PATH, json("""
                {'id':'%s','name':'Über uns','region':'SE','zone':'Europe/Stockholm','order':'REQUESTED','dueAfter':'PT30M',
                 'expiresAfter':'P1DT12H','autoStopAfter':'PT90S','closeAfterCall':null,'maxAttempts':3,'formKey':'aForm'}
                """, id));

        var made = answer.json();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(PATH + "/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.path("id").asText()).isEqualTo(id);
        assertThat(made.path("name").asText()).isEqualTo("Über uns");
        assertThat(made.path("region").asText()).isEqualTo("SE");
        assertThat(made.path("zone").asText()).isEqualTo("Europe/Stockholm");
        assertThat(made.path("order").asText()).isEqualTo("REQUESTED");
        assertThat(made.path("dueAfter").asText()).isEqualTo("PT30M");
        assertThat(made.path("expiresAfter").asText()).isEqualTo("PT36H");
        assertThat(made.path("autoStopAfter").asText()).isEqualTo("PT1M30S");
        assertThat(made.get("closeAfterCall").isNull()).isTrue();
        assertThat(made.path("maxAttempts").asInt()).isEqualTo(3);
        assertThat(made.path("formKey").asText()).isEqualTo("aForm");
        assertThat(made.path("version").asLong()).isEqualTo(1);
        assertThat(supervisor.get(PATH + "/" + id).json()).isEqualTo(made);
    }

    @Test
    void finerSettingsHaveTheirDefaults() {
        var made = read();

        assertThat(made.path("externalIdOnce")).isEqualTo(BooleanNode.FALSE);
        assertThat(made.path("askingAgainMovesAppointments")).isEqualTo(BooleanNode.FALSE);
        assertThat(made.path("specialNumbers")).isEqualTo(BooleanNode.FALSE);
        assertThat(made.path("longestCall").asText()).isEqualTo("PT4H");
        assertThat(made.path("shortestRetry").asText()).isEqualTo("PT1M");
        assertThat(made.path("processAttributes").toString()).isEqualTo("[]");
    }

    @Test
    void finerSettingsAreChangedLikeAllOthersAndToldInTheHistory() {
        var body = ((ObjectNode) read())
                .put("externalIdOnce", true)
                .put("askingAgainMovesAppointments", true)
                .put("specialNumbers", true)
                .put("longestCall", "PT2H30M")
                .put("shortestRetry", "PT0S");

        var changed = supervisor.put(PATH + "/" + list, body.toString()).json();

        assertThat(changed).isEqualTo(body.put("version", 2));
        assertThat(read()).isEqualTo(changed);
        var history = supervisor.get(PATH + "/" + list + "/history").json();
        assertThat(history.toString())
                .contains("false → true", "PT4H → PT2H30M", "PT1M → PT0S", "askingAgainMovesAppointments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTEGRATOR", "AGENT", "SUPERVISOR", "DESIGNER", "AUDITOR", "ADMIN"})
    void everybodyMayReadLists(String role) {
        var reader = centre.as(centre.person(role));

        assertThat(reader.get(PATH).json().findValuesAsText("id")).contains(list);
        assertThat(reader.get(PATH + "/" + list).json().path("id").asText()).isEqualTo(list);
        assertThat(reader.get(PATH + "/" + list + "/numbers").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTEGRATOR", "AGENT", "DESIGNER", "AUDITOR"})
    void onlySupervisorsAndAdministratorsChangeLists(String role) {
        var reader = centre.as(centre.person(role));

        refused(reader.post(PATH, "{}"), 403, "forbidden");
        refused(reader.put(PATH + "/" + list, "{}"), 403, "forbidden");
        refused(reader.delete(PATH + "/" + list), 403, "forbidden");
    }

    @Test
    void aTakenIdIsAConflict() {
        conflict(supervisor.post(PATH, read().toString()));
    }

    @Test
    void aChangeOnTheCurrentVersionCounts() {
        var answer = change("\"1\"", read(), "name", "Renamed");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("name").asText()).isEqualTo("Renamed");
        assertThat(answer.json().path("version").asLong()).isEqualTo(2);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(read()).isEqualTo(answer.json());
    }

    @Test
    void aChangeOnAnOldVersionIsRefusedAndNamesTheCurrentOne() {
        var old = read();
        change("\"1\"", old, "name", "First");

        var late = change("\"1\"", old, "name", "Second");

        refused(late, 412, "precondition-failed");
        assertThat(late.json().path("detail").asText()).contains("version 1", "2 now");
        assertThat(read().path("name").asText()).isEqualTo("First");
    }

    @Test
    void withoutIfMatchTheVersionInTheBodyCounts() {
        var old = read();

        assertThat(supervisor.put(PATH + "/" + list, old.toString()).status()).isEqualTo(200);
        refused(supervisor.put(PATH + "/" + list, old.toString()), 412, "precondition-failed");
    }

    @Test
    void aChangeThatNamesNoVersionIsRefused() {
        var body = (ObjectNode) read();
        body.remove("version");

        refused(supervisor.put(PATH + "/" + list, body.toString()), 428, "precondition-required");
        assertThat(read().path("version").asLong()).isEqualTo(1);
    }

    @Test
    void weakAndBareVersionsAreUnderstoodAndOthersRefused() {
        assertThat(change("W/\"1\"", read(), "name", "a").status()).isEqualTo(200);
        assertThat(change("2", read(), "name", "b").status()).isEqualTo(200);
        for (var bad : new String[] {"", "*", "\"one\"", "99999999999999999999", "1.5", "\"1\",\"2\""}) {
            invalid(change(bad, read(), "name", "c"), "If-Match");
        }
    }

    @Test
    void aListKeepsItsId() {
        invalid(change("1", read(), "id", "another"), "id");
        notFound(supervisor.put(PATH + "/no-such", read().toString().replace(list, "no-such")));
    }

    @Test
    void newSettingsCountForNewCallbacksOnly() {
        var before = centre.request(list, centre.newNumber());
        change("1", read(), "dueAfter", "PT5M");
        var after = centre.request(list, centre.newNumber());

        assertThat(centre.callback(before)).isEqualTo(before);
        assertThat(after.path("dueAt").asText()).isLessThan(before.path("dueAt").asText());
    }

    @Test
    void aListWithOpenCallbacksCannotBeArchived() {
        var callback = centre.request(list, centre.newNumber());

        conflict(supervisor.delete(PATH + "/" + list));
        supervisor.post("/api/v1/callbacks/%s/cancel".formatted(Centre.id(callback)), json("{'reason':'x'}"));
        assertThat(supervisor.delete(PATH + "/" + list).status()).isEqualTo(204);
    }

    @Test
    void anArchivedListIsGoneButKeepsItsId() {
        var body = read().toString();
        var agent = centre.agentOn(list);

        var archived = supervisor.delete(PATH + "/" + list);

        assertThat(archived.status()).isEqualTo(204);
        assertThat(archived.body()).isEmpty();
        notFound(supervisor.get(PATH + "/" + list));
        notFound(supervisor.get(PATH + "/" + list + "/numbers"));
        notFound(supervisor.put(PATH + "/" + list, body));
        notFound(supervisor.delete(PATH + "/" + list));
        conflict(supervisor.post(PATH, body));
        assertThat(supervisor.get(PATH).json().findValuesAsText("id")).doesNotContain(list);
        assertThat(centre.desk(agent).path("lists")).isEmpty();
    }

    private JsonNode read() {
        return supervisor.get(PATH + "/" + list).json();
    }

    private Http.Answer change(String ifMatch, JsonNode settings, String field, String value) {
        var body = ((ObjectNode) settings.deepCopy()).put(field, value);
        return supervisor.send(supervisor
                .request(PATH + "/" + list)
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }
}
