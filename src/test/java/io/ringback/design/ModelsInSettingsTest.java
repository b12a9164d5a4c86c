package io.ringback.design;

import static io.ringback.design.DesignerAtWork.CASE;
import static io.ringback.design.DesignerAtWork.named;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Http;
import io.ringback.support.RestartableServer;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What designers have deployed goes into the file of settings, and from there to another server. */
@Tag("server")
class ModelsInSettingsTest {

    private static final String PATH = "/api/v1/settings";

    private static RestartableServer one;
    private static RestartableServer other;

    @BeforeAll
    static void start() {
        one = RestartableServer.started();
        other = RestartableServer.started();
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void itIsThereWithItsContentAndIsDeployedOnTheOtherServer() {
        assertThat(admin(one).get(PATH).body()).contains("models: {}");
        DesignerAtWork.in(one.centre()).deploy(CASE, named("Carried along"));
        DesignerAtWork.in(one.centre())
                .deploy(
                        "extra.form",
                        DesignerAtWork.shipped("callClassification.form")
                                .replace("\"callClassification\"", "\"extra\""));
        var file = admin(one).get(PATH).body();
        var models = "ringback: 1\n" + file.substring(file.indexOf("models:"), file.indexOf("\nlists:") + 1);

        var tried = put(other, models, true);
        assertThat(actions(tried, CASE)).isEqualTo("CHANGED");
        assertThat(actions(tried, "extra.form")).isEqualTo("CREATED");
        assertThat(content(other, 2).status()).isEqualTo(404);
        var applied = put(other, models, false);
        var again = put(other, models, false);

        assertThat(actions(applied, CASE)).isEqualTo("CHANGED");
        assertThat(actions(again, CASE)).isEqualTo("UNCHANGED");
        assertThat(content(other, 2).body()).isEqualTo(named("Carried along"));
        assertThat(content(other, 3).status()).isEqualTo(404);
        assertThat(admin(other).get(PATH).body()).contains(models.substring("ringback: 1\n".length()));
    }

    @Test
    void whatTheCheckRefusesIsNotDeployedAndNothingElseIsApplied() {
        var wrong = "ringback: 1\nmodels:\n  %s:\n    content: '<broken'\n".formatted(CASE);

        var answer = send(other, wrong, false);

        refused(answer, 422, "validation");
        assertThat(answer.body()).contains("models.callbackCase.bpmn", "line 3", "not readable as XML");
    }

    private static Http admin(RestartableServer server) {
        return server.centre().as(server.centre().person("ADMIN"));
    }

    private static Http.Answer content(RestartableServer server, int version) {
        return DesignerAtWork.in(server.centre())
                .calls()
                .get("/api/v1/processes/callbackCase/versions/%s/xml".formatted(version));
    }

    private static JsonNode put(RestartableServer server, String yaml, boolean dryRun) {
        var answer = send(server, yaml, dryRun);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Http.Answer send(RestartableServer server, String yaml, boolean dryRun) {
        var admin = admin(server);
        return admin.send(admin.request(PATH + "?dryRun=" + dryRun)
                .header("Content-Type", "application/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString(yaml))
                .build());
    }

    private static String actions(JsonNode plan, String id) {
        for (JsonNode item : plan.path("items")) {
            if (item.path("id").asText().equals(id)) {
                return item.path("action").asText();
            }
        }
        throw new AssertionError("nothing of %s in %s".formatted(id, plan));
    }
}
