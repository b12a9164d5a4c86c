package io.ringback.process;

import io.ringback.design.KindOfModel;
import io.ringback.design.ModelOrigin;
import io.ringback.design.ModelStore;
import io.ringback.design.ModelVersion;
import io.ringback.process.JdbcModelVersions.Version;
import io.ringback.process.check.EngineCopy;
import io.ringback.process.check.ModelKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.operaton.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Deploys what designers bring, under the names of the folders, so that a node that starts sees that its files are older. Only
 * what was sent becomes a new version.
 */
@Component
class DeployedByDesigners implements ModelStore {

    private static final Logger log = LoggerFactory.getLogger(DeployedByDesigners.class);

    private final RepositoryService repository;
    private final JdbcDeployments deployments;
    private final JdbcModelVersions versions;
    private final JdbcDeletedVersions deleted;
    private final JdbcModelOrigins origins;
    private final JdbcModels models;
    private final ModelNews news;

    DeployedByDesigners(
            @Lazy RepositoryService repository,
            JdbcDeployments deployments,
            JdbcModelVersions versions,
            JdbcDeletedVersions deleted,
            JdbcModelOrigins origins,
            JdbcModels models,
            ModelNews news) {
        this.repository = repository;
        this.deployments = deployments;
        this.versions = versions;
        this.deleted = deleted;
        this.origins = origins;
        this.models = models;
        this.news = news;
    }

    @Override
    public void lock() {
        deployments.lock();
    }

    @Override
    public Optional<Newest> newest(String file) {
        var held = versions.ofFile(file);
        var deployed = held.stream()
                .map(Version::deploymentId)
                .distinct()
                .max(java.util.Comparator.comparing(id -> latest(held, id)));
        return deployed.flatMap(id -> deployments.content(id, file).map(content -> newest(content, id, held)));
    }

    private static int latest(List<Version> held, String deploymentId) {
        return held.stream()
                .filter(version -> version.deploymentId().equals(deploymentId))
                .mapToInt(Version::version)
                .max()
                .orElse(0);
    }

    private Newest newest(byte[] content, String deploymentId, List<Version> held) {
        var origin = origins.of(deploymentId);
        return new Newest(
                content,
                held.stream()
                        .filter(version -> version.deploymentId().equals(deploymentId))
                        .map(version -> version.told(true))
                        .toList(),
                origin.map(JdbcModelOrigins.Origin::at).orElse(Instant.EPOCH),
                origin.map(JdbcModelOrigins.Origin::by).orElse(null),
                origin.map(JdbcModelOrigins.Origin::reason).orElse(null));
    }

    @Override
    public List<ModelVersion> deploy(Map<String, byte[]> files, String by, String reason) {
        var deployed = new ArrayList<ModelVersion>();
        for (var folder : ModelFiles.FOLDERS) {
            var some = new TreeMap<>(files);
            some.keySet().removeIf(file -> !folder.equals(folderOf(file)));
            if (!some.isEmpty()) {
                deployed.addAll(deploy(folder, some, by, reason));
            }
        }
        news.changed();
        return deployed;
    }

    private List<ModelVersion> deploy(String folder, Map<String, byte[]> files, String by, String reason) {
        var deployment = repository.createDeployment().name(folder).source("designer " + by);
        files.forEach((file, content) -> EngineCopy.add(deployment, file, content));
        var id = deployment.deploy().getId();
        origins.note(id, ModelOrigin.DESIGNER, by, reason);
        log.info("{} has deployed {} as {}", by, files.keySet(), id);
        return versions.ofDeployment(id).stream()
                .map(version -> version.told(false))
                .toList();
    }

    private static String folderOf(String file) {
        return ModelKind.of(file).orElseThrow() == ModelKind.FORM ? "forms" : "processes";
    }

    @Override
    public Optional<Stored> stored(String key, int version) {
        return versions.find(key, version)
                .flatMap(found -> deployments
                        .content(found.deploymentId(), found.file())
                        .map(content -> new Stored(found.file(), content)));
    }

    @Override
    public Optional<String> inTheWayOfDeleting(String key, int version) {
        var found = versions.find(key, version).orElseThrow();
        if (found.kind() != KindOfModel.PROCESS) {
            return Optional.of("only versions of processes are deleted: nothing runs on those of decisions and forms");
        }
        versions.lock(found.definitionId());
        if (versions.isNewest(found)) {
            return Optional.of("it is the newest one: restore another one or deploy a new one first");
        }
        var newestThatStarts = models.newestThatStarts(key);
        if (newestThatStarts.filter(found.definitionId()::equals).isPresent()) {
            return Optional.of("it is the newest one that starts: deploy one that does first");
        }
        var running = versions.running(found.definitionId());
        return running == 0
                ? Optional.empty()
                : Optional.of("%s cases run on it: move them to another version first".formatted(running));
    }

    @Override
    public void delete(String key, int version) {
        var found = versions.find(key, version).orElseThrow();
        deleted.add(found);
        repository
                .deleteProcessDefinitions()
                .byIds(found.definitionId())
                .skipCustomListeners()
                .delete();
        versions.forgetFaults(found.definitionId());
        news.changed();
        log.info("Version {} of {} is deleted", version, key);
    }

    @Override
    public Map<String, byte[]> ownFiles() {
        return deployments.servingButShipped();
    }
}
