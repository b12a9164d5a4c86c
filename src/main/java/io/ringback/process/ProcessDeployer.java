package io.ringback.process;

import io.ringback.platform.StartupStep;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys the models at start, each folder as one deployment, and only what has changed since the last one. Nothing is
 * deployed unchecked: a model is code to the engine.
 */
@Component
@Order(0)
class ProcessDeployer implements StartupStep {

    private static final Logger log = LoggerFactory.getLogger(ProcessDeployer.class);

    private final RepositoryService repository;
    private final ModelFiles models;
    private final ProcessCheck check;

    ProcessDeployer(RepositoryService repository, ModelFiles models, Delegates delegates) {
        this.repository = repository;
        this.models = models;
        this.check = new ProcessCheck(
                delegates.names(), List.of(ProcessContract.CALLBACK_CASE, ProcessContract.AGENT_RECEPTION));
    }

    @Override
    public void run() {
        for (var folder : ModelFiles.FOLDERS) {
            deploy(folder, models.in(folder));
        }
    }

    void deploy(String name, Map<String, byte[]> files) {
        files.forEach(this::requireHarmless);
        var deployment = repository.createDeployment().name(name).enableDuplicateFiltering(false);
        files.forEach((file, content) -> add(deployment, file, content));
        log.info("Deployed {} as {}", files.keySet(), deployment.deploy().getId());
    }

    /** As the engine can read it; and beside that, if they differ, as the designer has written it. */
    private static void add(DeploymentBuilder deployment, String file, byte[] content) {
        var kind = ModelKind.of(file).orElseThrow();
        var engineName = kind.engineName(file);
        var copy = EngineCopy.of(kind, content);
        deployment.addInputStream(engineName, new ByteArrayInputStream(copy));
        if (!engineName.equals(file) || !Arrays.equals(copy, content)) {
            deployment.addInputStream(EngineCopy.original(file), new ByteArrayInputStream(content));
        }
    }

    private void requireHarmless(String file, byte[] content) {
        var findings = check.check(file, content);
        if (!findings.isEmpty()) {
            throw new RefusedModel(file, findings);
        }
    }
}
