package io.ringback.process;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Busy;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.run.StartupStep;
import io.ringback.process.check.EngineCopy;
import io.ringback.process.check.ModelIds;
import io.ringback.process.check.ProcessCheck;
import io.ringback.process.check.rule.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys the models at start, each folder as one deployment, and only what nobody has deployed before. Nothing is deployed
 * unchecked: a model is code to the engine. What is refused is told, and the newest good version serves.
 */
@Component
@Order(0)
class ProcessDeployer implements StartupStep {

    private static final Logger log = LoggerFactory.getLogger(ProcessDeployer.class);

    private final RepositoryService repository;
    private final ModelFiles models;
    private final Rollout rollout;
    private final RefusedFiles refused;
    private final Transactions transactions;
    private final ModelCheck check;

    ProcessDeployer(
            @Lazy RepositoryService repository,
            ModelFiles models,
            Rollout rollout,
            RefusedFiles refused,
            Transactions transactions,
            ModelCheck check) {
        this.repository = repository;
        this.models = models;
        this.rollout = rollout;
        this.refused = refused;
        this.transactions = transactions;
        this.check = check;
    }

    @Override
    public void run() {
        refused.clear();
        ModelFiles.FOLDERS.forEach(this::deploy);
    }

    private void deploy(String folder) {
        var shipped = models.shipped(folder);
        shipped.forEach(this::requireHarmless);
        var found = found(folder);
        var sorted = SortedModels.of(found, shipped, check.rules().among(all())::check);
        sorted = sorted.without(played(folder, sorted));
        var engineSays = tried(folder, shipped, sorted);
        while (engineSays != null) {
            sorted = sorted.without(engineSays);
            engineSays = tried(folder, shipped, sorted);
        }
        sorted.refused().forEach((file, why) -> tellRefused(folder, file, why));
    }

    /** What the games have against files that nobody has deployed before, by file. */
    private Map<String, List<String>> played(String folder, SortedModels sorted) {
        var unknown = new TreeMap<String, byte[]>();
        sorted.good().forEach((name, content) -> {
            if (!rollout.knows(folder, name, content)) {
                unknown.put(name, content);
            }
        });
        unknown.forEach((name, content) -> ProcessCheck.style(name, content)
                .forEach(finding -> log.warn("{}/{}: {}: {}", folder, name, finding.elementId(), finding.message())));
        var why = new TreeMap<String, List<String>>();
        if (!unknown.isEmpty()) {
            var files = rollout.neverDeployed();
            files.putAll(unknown);
            played(files).stream().filter(ModelCheck::isError).forEach(finding -> {
                var blamed = unknown.containsKey(finding.file()) ? Set.of(finding.file()) : unknown.keySet();
                blamed.forEach(file -> why.computeIfAbsent(file, first -> new ArrayList<>())
                        .add(finding.elementId() + ": " + finding.message()));
            });
        }
        return why;
    }

    /** A server that is busy starts all the same: what the rules let pass is refused for what it does, not for want of time. */
    private List<Finding> played(Map<String, byte[]> files) {
        try {
            return check.played(files);
        } catch (Busy busy) {
            log.warn("{} are taken without playing cases: {}", files.keySet(), busy.getMessage());
            return List.of();
        }
    }

    /** What a file may name: what serves, and the models of all folders before that. */
    private Map<String, byte[]> all() {
        var files = check.serving();
        for (var folder : ModelFiles.FOLDERS) {
            models.readable(folder).forEach(file -> put(files, file));
        }
        return files;
    }

    /** One that cannot be read does not serve, so that what it stands for is still there. */
    private static void put(Map<String, byte[]> files, ModelFiles.Found file) {
        if (file.content() != null && !ModelIds.of(file.name(), file.content()).isEmpty()) {
            files.put(file.name(), file.content());
        }
    }

    private List<ModelFiles.Found> found(String folder) {
        try {
            return models.found(folder);
        } catch (IOException unreadable) {
            tellRefused(folder, String.valueOf(models.override(folder)), List.of("the folder cannot be read"));
            return List.of();
        }
    }

    /** @return null; or what the engine says against one of the designers' files */
    private @Nullable String tried(String folder, Map<String, byte[]> shipped, SortedModels sorted) {
        try {
            transactions.execute(() -> rollout.deploy(folder, shipped, sorted));
            return null;
        } catch (RuntimeException failure) {
            if (DatabaseAway.isCauseOf(failure) || sorted.good().isEmpty()) {
                throw failure;
            }
            return Faults.message(failure);
        }
    }

    /** In a line for each reason. */
    private void tellRefused(String folder, String file, List<String> why) {
        why.forEach(reason ->
                log.error("{}/{} is not deployed, and the newest good version serves: {}", folder, file, reason));
        refused.add(folder, file, String.join("; ", why));
    }

    /** Deploys these files whatever there is, for tests. */
    void deploy(String name, Map<String, byte[]> files) {
        files.forEach(this::requireHarmless);
        var deployment = repository.createDeployment().name(name);
        new TreeMap<>(files).forEach((file, content) -> EngineCopy.add(deployment, file, content));
        log.info("Deployed {} as {}", files.keySet(), deployment.deploy().getId());
    }

    private void requireHarmless(String file, byte[] content) {
        var findings = check.rules().check(file, content);
        if (!findings.isEmpty()) {
            throw new RefusedModel(file, findings);
        }
    }
}
