package io.ringback.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.design.ModelOrigin;
import io.ringback.process.check.EngineCopy;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;

/** What designers and auditors read of the deployed models, over the API. */
@RingbackTest
class DeployedModelsTest {

    private static final AtomicInteger KEYS = new AtomicInteger();

    @Autowired
    private Centre centre;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcModelOrigins origins;

    private final String key = "seen_" + KEYS.incrementAndGet();
    private Http designer;

    @BeforeEach
    void aDesigner() {
        designer = centre.as(centre.person("DESIGNER"));
    }

    /** Other tests find the server as it was. */
    @AfterEach
    void takeThemAway() {
        repository
                .createDeploymentQuery()
                .deploymentName(key)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void theShippedModelsAreListedAndWhereTheyComeFrom() {
        var process = first("callbackCase");
        var decision = first("retryPolicy");
        var form = first("callClassification");

        assertThat(process.path("kind").asText()).isEqualTo("PROCESS");
        assertThat(process.path("name").asText()).isEqualTo("Callback case");
        assertThat(process.path("file").asText()).isEqualTo("callbackCase.bpmn");
        assertThat(process.path("origin").asText()).isEqualTo("SHIPPED");
        assertThat(process.path("deployedBy").asText()).isNotBlank();
        assertThat(process.path("deployedAt").asText()).endsWith("Z");
        assertThat(process.has("reason")).isTrue();
        assertThat(decision.path("kind").asText()).isEqualTo("DECISION");
        assertThat(decision.path("running").asLong(-1)).isZero();
        assertThat(form.path("kind").asText()).isEqualTo("FORM");
        assertThat(form.path("name").asText()).isEqualTo("callClassification");
    }

    @Test
    void casesAreCountedOnTheVersionTheyRunOnAndTogether() {
        deploy("seen.bpmn", process("first"), "to begin");
        run(2);
        deploy("seen.bpmn", process("second"), "because");
        run(3);

        var versions = items("/" + key + "/versions");

        assertThat(newest(key).path("running").asLong()).isEqualTo(5);
        assertThat(newest(key).path("version").asInt()).isEqualTo(2);
        assertThat(versions.findValuesAsText("version")).containsExactly("2", "1");
        assertThat(versions.findValuesAsText("running")).containsExactly("3", "2");
        assertThat(versions.get(0).path("origin").asText()).isEqualTo("DESIGNER");
        assertThat(versions.get(0).path("deployedBy").asText()).isEqualTo("dee");
        assertThat(versions.findValuesAsText("reason")).containsExactly("because", "to begin");
    }

    @Test
    void eachElementTellsHowManyWaitThereAndNotThoseThatWaitBelowIt() {
        deploy("seen.bpmn", process("first"), "to begin");
        run(2);

        var elements = items("/" + key + "/versions/1/elements");

        assertThat(elements.findValuesAsText("elementId"))
                .containsExactly("start", "inside", "startInside", "work", "end");
        assertThat(elements.findValuesAsText("type"))
                .containsExactly("startEvent", "subProcess", "startEvent", "userTask", "endEvent");
        assertThat(elements.findValuesAsText("waiting")).containsExactly("0", "0", "0", "2", "0");
        assertThat(elements.get(3).path("name").asText()).isEqualTo("first");
        assertThat(items("/retryPolicy/versions/1/elements")).isEmpty();
    }

    @Test
    void theFileComesAsItWasWrittenAlsoWhereTheEngineHasAnotherCopy() {
        var written = process("Täysi").replace("camunda.org/schema/1.0/bpmn", "operaton.org/schema/1.0/bpmn");
        deploy("seen.bpmn20.xml", written, "to begin");
        deploy(
                "seen.form",
                "{\"id\": \"%s_form\", \"type\": \"default\",\n \"components\": []}".formatted(key),
                "a form");

        var file = designer.get("/api/v1/processes/" + key + "/versions/1/xml");
        var form = designer.get("/api/v1/processes/" + key + "_form/versions/1/xml");

        assertThat(designer.bytes("/api/v1/processes/" + key + "/versions/1/xml"))
                .isEqualTo(written.getBytes(UTF_8));
        assertThat(file.header("Content-Type")).startsWith("application/xml");
        assertThat(file.header("Content-Disposition")).contains("attachment", "seen.bpmn20.xml");
        assertThat(newest(key).path("file").asText()).isEqualTo("seen.bpmn20.xml");
        assertThat(form.header("Content-Type")).startsWith("application/json");
        assertThat(form.body()).contains("\n \"components\"");
    }

    @Test
    void whatANodeFoundIsOfTheServerUnlessItWasInItsFolder() {
        var id = put("seen.bpmn", process("first"));
        origins.noteFound(id, "north", true, Set.of("other.bpmn"));
        var next = put("seen.bpmn", process("second"));
        origins.noteFound(next, "north", true, Set.of("seen.bpmn"));

        assertThat(items("/" + key + "/versions").findValuesAsText("origin")).containsExactly("SHIPPED", "FOLDER");
        assertThat(newest(key).path("deployedBy").asText()).isEqualTo("north");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing/versions",
                "/nothing/versions/1/xml",
                "/nothing/versions/1/elements",
                "/callbackCase/versions/99999/xml",
                "/callbackCase/versions/99999/elements",
                "/%27%20OR%201=1/versions"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(designer.get("/api/v1/processes" + path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/callbackCase/versions", "/callbackCase/versions/1/xml", "/callbackCase/versions/1/elements"
            })
    void designersAndAuditorsReadThemAndNobodyElse(String path) {
        var address = "/api/v1/processes" + path;

        assertThat(designer.get(address).status()).isEqualTo(200);
        assertThat(centre.as(centre.person("AUDITOR")).get(address).status()).isEqualTo(200);
        assertThat(centre.as(centre.person("SUPERVISOR", "AGENT", "INTEGRATOR"))
                        .get(address)
                        .status())
                .isEqualTo(403);
        assertThat(centre.server().get(address).status()).isEqualTo(401);
    }

    /** As it was when the server was new. */
    private JsonNode first(String wanted) {
        var versions = items("/" + wanted + "/versions");
        return versions.get(versions.size() - 1);
    }

    private JsonNode newest(String wanted) {
        return StreamSupport.stream(items("").spliterator(), false)
                .filter(model -> model.path("key").asText().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode items(String path) {
        return designer.get("/api/v1/processes" + path).json().path("items");
    }

    private void deploy(String file, String content, String reason) {
        origins.note(put(file, content), ModelOrigin.DESIGNER, "dee", reason);
    }

    private String put(String file, String content) {
        var deployment = repository.createDeployment().name(key);
        EngineCopy.add(deployment, file, content.getBytes(UTF_8));
        return deployment.deploy().getId();
    }

    private void run(int instances) {
        for (var i = 0; i < instances; i++) {
            runtime.startProcessInstanceByKey(key, Map.of());
        }
    }

    private String process(String task) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                             xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="%s" name="Seen" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="inside"/>
                    <subProcess id="inside">
                      <startEvent id="startInside"/><sequenceFlow id="b" sourceRef="startInside" targetRef="work"/>
                      <userTask id="work" name="%s"/>
                    </subProcess>
                    <sequenceFlow id="c" sourceRef="inside" targetRef="end"/><endEvent id="end"/>
                  </process>
                </definitions>""".formatted(key, task);
    }
}
