package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.form.Form;
import io.ringback.support.RingbackTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Autowired;

@RingbackTest
class DeployedFormsTest {

    @Autowired
    private ProcessDeployer deployer;

    @Autowired
    private JdbcDeployedForms places;

    @Autowired
    private JdbcModelVersions models;

    @Autowired
    private RepositoryService repository;

    @Test
    void theLatestVersionOfAFormIsFoundWhateverItsFileIsCalled() {
        deploy("first.form", "Täysi");
        deploy("second.form", "Toinen");

        assertThat(find("changing").map(Form::json))
                .hasValueSatisfying(json -> assertThat(json).contains("Toinen"));
        assertThat(find("second")).isEmpty();
    }

    @Test
    void aFormIsReadAsUtf8() {
        deploy("third.form", "Täysi");

        assertThat(find("changing").map(Form::json))
                .hasValueSatisfying(json -> assertThat(json).contains("Täysi"));
    }

    private Optional<Form> find(String key) {
        return new DeployedForms(places, models, repository).find(key);
    }

    private void deploy(String file, String text) {
        var form = """
                {"id": "changing", "type": "default", "components": [{"type": "text", "id": "t", "text": "%s"}]}""";
        deployer.deploy(file, Map.of(file, form.formatted(text).getBytes(StandardCharsets.UTF_8)));
    }
}
