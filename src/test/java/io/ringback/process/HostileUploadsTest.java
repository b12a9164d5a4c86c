package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.process.check.HostileModels;
import io.ringback.process.check.HostileModels.Hostile;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.operaton.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.annotation.Autowired;

/** What the check refuses, the engine is never asked to parse, whichever way it is sent. */
@RingbackTest
class HostileUploadsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Centre centre;

    @Autowired
    private ProcessEngine engine;

    private final List<String> parsed = new CopyOnWriteArrayList<>();
    private final BpmnParseListener listener = new AbstractBpmnParseListener() {
        @Override
        public void parseProcess(Element process, ProcessDefinitionEntity definition) {
            parsed.add(definition.getKey());
        }
    };

    @BeforeEach
    void listen() {
        listeners().add(listener);
    }

    @AfterEach
    void listenNoMore() {
        listeners().remove(listener);
    }

    private List<BpmnParseListener> listeners() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDeployers().stream()
                        .filter(BpmnDeployer.class::isInstance)
                        .map(deployer ->
                                ((BpmnDeployer) deployer).getBpmnParser().getParseListeners())
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void eachIsRefusedByCheckingAndByDeployingAndReachesTheEngineByNeither() throws JsonProcessingException {
        var designer = centre.as(centre.person("DESIGNER"));
        var deployments = engine.getRepositoryService().createDeploymentQuery().count();
        var softly = new SoftAssertions();

        for (var model : HostileModels.all().filter(Hostile::isText).toList()) {
            send(designer, model.aimedAt("http://127.0.0.1:1", Path.of("/nowhere")), softly);
        }

        softly.assertAll();
        assertThat(parsed).isEmpty();
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(deployments);
        assertThat(System.getProperty(HostileModels.CANARY)).isNull();
    }

    private static void send(Http designer, Hostile model, SoftAssertions softly) throws JsonProcessingException {
        var files =
                List.of(Map.of("name", model.file(), "content", new String(model.content(), StandardCharsets.UTF_8)));

        var checked = designer.post("/api/v1/processes/check", JSON.writeValueAsString(Map.of("files", files)));
        var deployed = designer.post(
                "/api/v1/processes", JSON.writeValueAsString(Map.of("files", files, "reason", "why not")));

        softly.assertThat(checked.status()).as("%s: %s", model, checked.body()).isIn(200, 413, 422);
        if (checked.status() == 200) {
            softly.assertThat(checked.json().path("deployable").asBoolean(true))
                    .as("%s", model)
                    .isFalse();
            softly.assertThat(checked.json().path("findings").findValuesAsText("severity"))
                    .as("%s", model)
                    .contains("ERROR");
        }
        softly.assertThat(deployed.status())
                .as("%s: %s", model, deployed.body())
                .isIn(413, 422);
    }
}
