package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.design.DesignerAtWork;
import io.ringback.support.Centre;
import io.ringback.support.TwoNodes;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is deployed through one node serves at the other one at once. */
@Tag("server")
class DeployedOnTwoNodesTest {

    private static final String FORM = "callClassification";

    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start();
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void theOtherNodeForgetsTheFormItRemembers() {
        var agent = nodes.centre().person("AGENT");
        assertThat(form(nodes.otherCentre(), agent)).doesNotContain("Asked anew");

        var changed = DesignerAtWork.shipped(FORM + ".form")
                .replaceFirst("\"label\": \"[^\"]+\"", "\"label\": \"Asked anew\"");
        assertThat(DesignerAtWork.in(nodes.centre())
                        .deploy(FORM + ".form", changed)
                        .status())
                .isEqualTo(201);

        await().atMost(Duration.ofSeconds(8))
                .until(() -> form(nodes.otherCentre(), agent).contains("Asked anew"));
    }

    @Test
    void theNextCaseOfTheOtherNodeRunsOnIt() {
        var deployed = DesignerAtWork.in(nodes.centre()).deploy(DesignerAtWork.CASE, DesignerAtWork.named("At both"));

        var callback = nodes.otherCentre()
                .request(nodes.otherCentre().list(), nodes.centre().newNumber());

        assertThat(nodes.jdbc()
                        .sql("""
                                SELECT definition.version_ FROM public.act_ru_execution instance
                                JOIN public.act_re_procdef definition ON definition.id_ = instance.proc_def_id_
                                WHERE instance.business_key_ = ? AND instance.parent_id_ IS NULL
                                  AND definition.key_ = 'callbackCase'""")
                        .param(Centre.id(callback).toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(DesignerAtWork.version(deployed, "callbackCase"));
    }

    private static String form(Centre centre, String agent) {
        return centre.as(agent).get("/api/v1/forms/" + FORM).body();
    }
}
