package io.ringback.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.design.DesignerAtWork;
import io.ringback.process.BackOfficeModels;
import io.ringback.process.check.EditedModel;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Examples that are kept with a process, and play again at each check. */
@RingbackTest
class ExamplesTest {

    private static final String ADDRESS = "/api/v1/processes/callbackCase/examples";
    private static final String BUSY = """
            {"example":{"events":[{"event":"OUTCOME","callStatus":"BUSY"}]},"endStatus":"SCHEDULED"}""";
    private static final String ANSWERED = """
            {"example":{"events":[{"event":"OUTCOME","callStatus":"ANSWERED"}]},
             "endElementId":"end_resolved","endStatus":"RESOLVED"}""";

    private static final EditedModel GIVING_UP = EditedModel.retryPolicy()
            .with(
                    "<outputEntry id=\"rule_busy_giveUp\">\n          <text>false</text>",
                    "<outputEntry id=\"rule_busy_giveUp\">\n          <text>true</text>");

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcClient jdbc;

    private Http designer;

    @BeforeEach
    void aDesigner() {
        designer = centre.as(centre.person("DESIGNER"));
    }

    @AfterEach
    void noneOfThemStays() {
        jdbc.sql("DELETE FROM ringback.process_example").update();
    }

    @Test
    void areKeptChangedAndDeleted() {
        assertThat(designer.put(ADDRESS + "/busy", BUSY).status()).isEqualTo(200);
        assertThat(designer.put(ADDRESS + "/busy", ANSWERED).status()).isEqualTo(200);

        var kept = designer.get(ADDRESS).json().path("items");
        assertThat(kept).hasSize(1);
        assertThat(kept.at("/0/endElementId").asText()).isEqualTo("end_resolved");
        assertThat(centre.as(centre.person("AUDITOR")).get(ADDRESS + "/busy").json())
                .isEqualTo(kept.get(0));
        assertThat(designer.delete(ADDRESS + "/busy").status()).isEqualTo(204);
        assertThat(designer.get(ADDRESS + "/busy").status()).isEqualTo(404);
        assertThat(designer.delete(ADDRESS + "/busy").status()).isEqualTo(404);
    }

    @Test
    void tellHowManyEndAsExpected() {
        designer.put(ADDRESS + "/busy", BUSY);
        designer.put(ADDRESS + "/answered", ANSWERED);
        designer.put(ADDRESS + "/wrong", ANSWERED.replace("end_resolved", "end_expired"));

        var run = designer.post(ADDRESS + "/run", "{}").json();

        assertThat(run.path("passed").asInt()).isEqualTo(2);
        assertThat(run.path("total").asInt()).isEqualTo(3);
        assertThat(run.at("/examples/2/difference").asText())
                .isEqualTo("expected the end end_expired, but it ends at end_resolved");
    }

    @Test
    void keepADraftThatEndsThemOtherwiseFromBeingDeployed() {
        designer.put(ADDRESS + "/busy", BUSY);
        var draft = GIVING_UP;
        var body = new ObjectMapper().createObjectNode();
        body.putArray("files").addObject().put("name", draft.file()).put("content", draft.content());

        var checked = designer.post("/api/v1/processes/check", body.toString()).json();

        assertThat(checked.path("deployable").asBoolean()).as("%s", checked).isFalse();
        assertThat(checked.at("/findings/0/rule").asText()).isEqualTo("played");
        assertThat(checked.at("/findings/0/message").asText())
                .contains("the example \"busy\" of callbackCase goes otherwise")
                .contains("CANCELLED");
    }

    @Test
    void areThoseOfAnyProcessThatAListNames() {
        var model = EditedModel.callbackCase().with("\"callbackCase\"", "\"otherCase\"");
        assertThat(new DesignerAtWork(designer, "designer")
                        .deploy("otherCase.bpmn", model.content())
                        .status())
                .isEqualTo(201);
        var list = centre.list(Map.of("process", "\"otherCase\""));
        designer.put("/api/v1/processes/otherCase/examples/busy", BUSY);

        var checked = new DesignerAtWork(designer, "designer")
                .check(GIVING_UP.file(), GIVING_UP.content())
                .json();

        assertThat(checked.path("deployable").asBoolean()).isFalse();
        assertThat(checked.toString()).contains("the example \\\"busy\\\" of otherCase goes otherwise");
        assertThat(centre.as(centre.person("SUPERVISOR"))
                        .delete("/api/v1/lists/" + list)
                        .status())
                .isBetween(200, 204);
    }

    @Test
    void mayEndAtATaskOfABackOffice() {
        var atTask = ANSWERED.replace("end_resolved", "task_writeLetter");
        designer.put(ADDRESS + "/written", atTask);
        var body = new ObjectMapper().createObjectNode();
        var files = body.putArray("files");
        BackOfficeModels.of("letters")
                .forEach(file -> files.addObject().put("name", file.file()).put("content", file.content()));

        var run = designer.post(ADDRESS + "/run", body.toString());
        assertThat(run.json().path("passed").asInt()).as(run.body()).isEqualTo(1);
        var checked = designer.post("/api/v1/processes/check", body.toString());

        assertThat(checked.json().path("deployable").asBoolean())
                .as(checked.body())
                .isTrue();
    }

    @Test
    void areRefusedWhenTheyCannotBe() {
        assertThat(designer.put(ADDRESS + "/x", "{\"example\":{\"events\":[{\"event\":\"SING\"}]}}")
                        .status())
                .isEqualTo(422);
        assertThat(designer.put(ADDRESS + "/x", "{\"listId\":\"none\",\"example\":{\"events\":[]}}")
                        .status())
                .isEqualTo(422);
        assertThat(centre.as(centre.person("AUDITOR")).put(ADDRESS + "/x", BUSY).status())
                .isEqualTo(403);
    }
}
