package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A migration is asked for, paused and stopped by those who may. */
class MigrationUnderWayTest extends CasesToMove {

    @Test
    void oneAtATimeIsUnderWayAndCanBePausedAndResumed() {
        var to = deploy("callbackCase.bpmn", model -> model.replace("name=\"Expired\"", "name=\"Too late\""));
        var id = start(CASE, to, Map.of());
        var one = path(CASE) + "/" + id;

        var paused = designer.post(one + "/pause", "");
        if (paused.status() == 200) {
            assertThat(paused.json().path("state").asText()).isEqualTo("PAUSED");
            assertThat(designer.post(path(CASE), body(to, Map.of(), false)).status())
                    .isEqualTo(409);
            assertThat(designer.get(one).json()).isEqualTo(paused.json());
            assertThat(designer.post(one + "/pause", "").status()).isEqualTo(200);
            cancel(waiting);
            assertThat(designer.post(one + "/resume", "").json().path("state").asText())
                    .isEqualTo("RUNNING");
        }
        var done = done(CASE, id);

        assertThat(done.path("moved").asInt() + done.path("ended").asInt()).isEqualTo(5);
        assertThat(designer.post(one + "/pause", "").status()).isEqualTo(409);
        assertThat(designer.get(path(CASE)).json().path("items")).contains(done);
    }

    @Test
    void oneThatIsStoppedLeavesTheRestAndMakesRoomForAnother() {
        var to = deploy("callbackCase.bpmn", model -> model.replace("name=\"Expired\"", "name=\"Late\""));
        var id = start(CASE, to, Map.of());

        var stopped = designer.post(path(CASE) + "/" + id + "/stop", "");

        assertThat(stopped.status()).isIn(200, 409); // it may have been done before
        var left = designer.get(path(CASE) + "/" + id).json();
        assertThat(left.path("state").asText()).isEqualTo("DONE");
        var rest = done(CASE, start(CASE, to, Map.of()));
        assertThat(rest.path("moved").asInt()).isEqualTo(left.path("waiting").asInt());
        assertThat(versions()).containsOnly(to);
        workEverythingOff();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"from\":1,\"to\":1,\"dryRun\":true} | 422 | to",
                "{\"from\":1,\"to\":2,\"dryRun\":false} | 422 | reason",
                "{\"from\":1,\"to\":2,\"dryRun\":true,\"mapping\":{\"task_nowhere\":\"task_callCustomer\"}} | 422 | mapping",
                "{\"from\":1,\"to\":2,\"dryRun\":true,\"mapping\":{\"task_callCustomer\":\"gateway_waiting\"}} | 422 | mapping",
                "{\"from\":1,\"to\":99999,\"dryRun\":true} | 404 | ",
                "{\"from\":0,\"to\":2,\"dryRun\":true} | 422 | from",
                "{\"to\":2,\"dryRun\":true} | 422 | from",
            })
    void whatCannotBeMeantIsRefused(String body, int status, String field) {
        deploy("callbackCase.bpmn", model -> model.replace("name=\"Expired\"", "name=\"Over\""));

        var answer = designer.post(path(CASE), body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (field != null) {
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        }
        assertThat(designer.post(path("nothing"), body).status()).isIn(404, 422);
    }

    @Test
    void designersMoveAndAuditorsLook() {
        var body = "{\"from\":1,\"to\":2,\"dryRun\":true}";

        assertThat(centre.as(centre.person("AUDITOR")).post(path(CASE), body).status())
                .isEqualTo(403);
        assertThat(centre.as(centre.person("ADMIN")).post(path(CASE), body).status())
                .isEqualTo(403);
        assertThat(centre.as(centre.person("AUDITOR")).get(path(CASE)).status()).isEqualTo(200);
        assertThat(supervisor().get(path(CASE)).status()).isEqualTo(403);
    }
}
