package io.ringback.presence;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Http;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reasons of a centre: by API, and in the file of settings. */
class KeptAwayReasonsTest extends AgentsWhoAreAway {

    @Test
    void administratorsMakeRenameAndArchiveReasons() {
        var made = admin.put(REASONS + "/first-aid", json("{'name':'First aid','nameFi':'Ensiapu','nameSv':''}"));
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        assertThat(made.json().path("nameFi").asText()).isEqualTo("Ensiapu");
        assertThat(made.json().get("nameSv").isNull()).isTrue();
        assertThat(away("DO_NOT_DISTURB", "ensiapu").path("awayReason").asText())
                .isEqualTo("first-aid");

        admin.put(REASONS + "/first-aid", json("{'name':'First-aid course'}"));
        var archived = admin.delete(REASONS + "/first-aid");

        assertThat(archived.status()).isEqualTo(204);
        assertThat(ids()).doesNotContain("first-aid");
        assertThat(centre.desk(agent).path("awayReason").asText()).isEqualTo("first-aid");
        invalid(
                centre.as(agent)
                        .put("/api/v1/desk/availability", json("{'availability':'OFFWORK','reason':'first-aid'}")),
                "reason");
        assertThat(own("absences.json").get(0).path("reasonName").asText()).isEqualTo("First-aid course");
        assertThat(admin.put(REASONS + "/first-aid", json("{'name':'First aid'}"))
                        .status())
                .isEqualTo(200);
        assertThat(ids()).contains("first-aid");
        admin.delete(REASONS + "/first-aid");
    }

    @ParameterizedTest
    @CsvSource({
        "UPPER, name, id",
        "-begins, name, id",
        "with blank, name, id",
        "good, '', name",
        "good, '   ', name",
        "good, " + "a-name-that-is-much-too-long-to-be-read-on-a-button-of-the-desk-by-anyone" + ", name"
    })
    void badReasonsAreRefused(String id, String name, String field) {
        invalid(admin.put(REASONS + "/" + id.replace(" ", "%20"), json("{'name':'%s'}".formatted(name))), field);
    }

    @Test
    void onlyAdministratorsChangeThem() {
        for (var role : List.of("AGENT", "SUPERVISOR", "DESIGNER", "AUDITOR", "INTEGRATOR")) {
            var other = centre.as(centre.person(role));

            assertThat(other.get(REASONS).status()).isEqualTo(200);
            assertThat(other.put(REASONS + "/x", json("{'name':'X'}")).status()).isEqualTo(403);
            assertThat(other.delete(REASONS + "/lunch").status()).isEqualTo(403);
        }
        notFound(admin.delete(REASONS + "/unheard-of"));
    }

    @Test
    void theyAreInTheFileOfSettings() {
        var plan = settings("""
                ringback: 1
                awayReasons:
                  errand: {name: Errand, nameFi: Asiointi, place: 9}
                """);
        assertThat(plan.at("/items/0/action").asText()).isEqualTo("CREATED");
        assertThat(admin.get("/api/v1/settings").body()).contains("awayReasons:", "errand:", "Asiointi");
        assertThat(settings(admin.get("/api/v1/settings").body()).path("items"))
                .allMatch(item -> item.path("action").asText().equals("UNCHANGED"));

        var archived = settings("ringback: 1\nawayReasons:\n  errand: {archived: true}\n");

        assertThat(archived.at("/items/0/action").asText()).isEqualTo("ARCHIVED");
        assertThat(ids()).doesNotContain("errand");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  errand2: {}",
                "  errand2: {name: ''}",
                "  errand2: {name: 7}",
                "  errand2: {name: E, place: -1}",
                "  errand2: {name: E, colour: red}",
                "  errand2: {archived: true}",
                "  'Not an id': {name: E}"
            })
    void aFileWithABadReasonIsRefused(String line) {
        var answer = sent("ringback: 1\nawayReasons:\n" + line);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("awayReasons");
    }

    private JsonNode settings(String yaml) {
        var answer = sent(yaml);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Http.Answer sent(String yaml) {
        return admin.send(admin.request("/api/v1/settings")
                .header("Content-Type", "application/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString(yaml))
                .build());
    }
}
