package io.ringback.design;

import static io.ringback.design.DesignerAtWork.CASE;
import static io.ringback.design.DesignerAtWork.named;
import static io.ringback.design.DesignerAtWork.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringback.support.Centre;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A case that ended long ago is told as on its last day, whatever was deployed, deleted and cleaned up since. */
class AuditedLaterTest extends ServerOfItsOwn {

    @Test
    void afterThreeNewerVersionsAndACleanUpThePageAndTheDataSayTheSame() {
        var deployed = version(designer.deploy(CASE, named("The one it ran on")), "callbackCase");
        var callback = closed();
        var before = told(callback);
        var drawing = drawing(deployed);
        var steps = rows(callback);
        assertThat(before.at("/process/version").asInt()).isEqualTo(deployed);
        assertThat(before.path("path")).isNotEmpty();

        for (var name : List.of("A newer one", "A still newer one", "The newest one")) {
            assertThat(designer.deploy(CASE, named(name)).status()).isEqualTo(201);
        }
        await().until(() -> engineKnows(callback) == 0);
        assertThat(designer.delete(deployed).status()).isEqualTo(204);

        assertThat(told(callback)).isEqualTo(before);
        assertThat(drawing(deployed)).isEqualTo(drawing).contains("The one it ran on");
        assertThat(rows(callback)).isEqualTo(steps);
    }

    private JsonNode closed() {
        var list = centre.list();
        var callback = centre.request(list, centre.newNumber());
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "BUSY");
        centre.receive(agent, false);
        centre.cancel(callback);
        return callback;
    }

    /** But for where it comes from, and who has looked. */
    private JsonNode told(JsonNode callback) {
        var answer = centre.as(centre.person("AUDITOR")).get("/api/v1/audit/callbacks/" + Centre.id(callback));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return ((ObjectNode) answer.json()).without(List.of("source", "looks"));
    }

    private String drawing(int version) {
        return centre.as(centre.person("AUDITOR"))
                .get("/api/v1/audit/processes/callbackCase/versions/%s/xml".formatted(version))
                .body();
    }

    /** The steps of the page. */
    private List<String> rows(JsonNode callback) {
        var page = centre.signedIn(centre.person("AUDITOR")).get("/audit/callbacks/" + Centre.id(callback));
        return page.body()
                .lines()
                .filter(line -> line.contains("data-element="))
                .toList();
    }

    private static long engineKnows(JsonNode callback) {
        return jdbc.sql("SELECT count(*) FROM public.act_hi_procinst WHERE business_key_ = ?")
                .param(Centre.id(callback).toString())
                .query(Long.class)
                .single();
    }
}
