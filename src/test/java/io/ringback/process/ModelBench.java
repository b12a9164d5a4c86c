package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.process.check.EditedModel;
import io.ringback.process.check.ModelKind;
import io.ringback.support.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.operaton.bpm.engine.HistoryService;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.RepositoryService;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Puts edited models into a running server, as it takes them from its folders at start, and the shipped ones back when it
 * is closed. Cases that have begun go on with the version they began with.
 */
public final class ModelBench implements AutoCloseable {

    private final ProcessDeployer deployer;
    private final RepositoryService repository;
    private final HistoryService history;
    private final Set<String> changed = new TreeSet<>();

    private final ObjectProvider<MovableClock> clock;
    private final ManagementService management;

    private ModelBench(BeanFactory server) {
        this.clock = server.getBeanProvider(MovableClock.class);
        this.management = server.getBean(ManagementService.class);
        this.deployer = server.getBean(ProcessDeployer.class);
        this.repository = server.getBean(RepositoryService.class);
        this.history = server.getBean(HistoryService.class);
    }

    public static ModelBench of(BeanFactory server) {
        return new ModelBench(server);
    }

    /** Deploys the shipped models with these in the folders of the settings. */
    public void deploy(List<EditedModel> models) {
        var folder = folder();
        try {
            for (var model : models) {
                var kind = ModelKind.of(model.file()).orElseThrow();
                var file = folder.resolve(kind == ModelKind.FORM ? "forms" : "processes")
                        .resolve(model.file());
                Files.createDirectories(file.getParent());
                Files.write(file, model.bytes());
            }
            deploy(new ModelFiles(folder.resolve("processes"), folder.resolve("forms")));
            for (var model : models) {
                assertDeployed(model);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(folder);
        }
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("models");
            Files.createDirectories(folder.resolve("processes"));
            Files.createDirectories(folder.resolve("forms"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deploy(ModelFiles models) throws IOException {
        for (var folder : ModelFiles.FOLDERS) {
            var found = models.found(folder);
            if (!found.isEmpty()) {
                var files = new TreeMap<>(models.shipped(folder));
                found.forEach(file -> files.put(file.name(), Objects.requireNonNull(file.content())));
                deployer.deploy(folder, files);
                changed.add(folder);
            }
        }
    }

    /** Or a test would look at the shipped file. */
    private void assertDeployed(EditedModel model) throws IOException {
        for (var deployment : deploymentsOf(model)) {
            for (var resource : repository.getDeploymentResources(deployment)) {
                try (var content = repository.getResourceAsStreamById(deployment, resource.getId())) {
                    if (Arrays.equals(content.readAllBytes(), model.bytes())) {
                        return;
                    }
                }
            }
        }
        throw new AssertionError("%s is not deployed as it is written".formatted(model.file()));
    }

    /** That of the newest process; for forms any, since time stands still. */
    private List<String> deploymentsOf(EditedModel model) {
        if (ModelKind.of(model.file()).orElseThrow() == ModelKind.FORM) {
            return repository.createDeploymentQuery().deploymentName("forms").list().stream()
                    .map(deployment -> deployment.getId())
                    .toList();
        }
        return List.of(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(List.of("salesCase", "escalation").stream()
                        .filter(id -> model.content().contains("id=\"%s\"".formatted(id)))
                        .findFirst()
                        .orElse("callbackCase"))
                .latestVersion()
                .singleResult()
                .getDeploymentId());
    }

    /** The newest version of a process; 0 if there is none. */
    public int version(String processId) {
        var newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .singleResult();
        return newest == null ? 0 : newest.getVersion();
    }

    /** The case has begun on the newest version of its process, and its instance is over. */
    public void assertWorkedThrough(UUID callbackId) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(callbackId.toString())
                .singleResult();
        assertThat(instance.getProcessDefinitionVersion()).isEqualTo(version(instance.getProcessDefinitionKey()));
        assertThat(instance.getEndTime()).as("end of the instance").isNotNull();
    }

    /** Time passes, and the timers fire of what the process of the case has called. */
    public void passPart(Duration time) {
        clock.getObject().advance(time);
        history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("escalation")
                .unfinished()
                .list()
                .forEach(part -> management
                        .createJobQuery()
                        .processInstanceId(part.getId())
                        .timers()
                        .list()
                        .forEach(timer -> management.executeJob(timer.getId())));
    }

    /** By which process the case has begun. */
    public String process(UUID callbackId) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(callbackId.toString())
                .singleResult()
                .getProcessDefinitionKey();
    }

    /** Which elements of its process the case has passed. */
    public List<String> passed(UUID callbackId) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(callbackId.toString())
                .singleResult();
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list().stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }

    /** The shipped models serve again. */
    @Override
    public void close() {
        var models = new ModelFiles(null, null);
        changed.forEach(folder -> deployer.deploy(folder, models.shipped(folder)));
        changed.clear();
    }
}
