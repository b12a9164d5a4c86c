package io.ringback.process;

import io.ringback.design.ModelOrigin;
import io.ringback.platform.database.Sha256;
import io.ringback.process.JdbcDeployments.Deployed;
import io.ringback.process.check.EngineCopy;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Brings the files of a folder into the engine. What any node has deployed before and another has replaced since is an older
 * state: it stays replaced, or nodes with different folders would take each other's models back at each start. Only the node
 * that has brought the newer state may take it back itself.
 */
@Component
class Rollout {

    private static final Duration GONE = Duration.ofDays(30);
    private static final Logger log = LoggerFactory.getLogger(Rollout.class);

    private final RepositoryService repository;
    private final JdbcDeployments deployments;
    private final JdbcModelOrigins origins;
    private final ModelFiles models;
    private final ModelNews told;
    private final NodeName node;
    private final Clock clock;

    Rollout(
            @Lazy RepositoryService repository,
            JdbcDeployments deployments,
            JdbcModelOrigins origins,
            ModelFiles models,
            ModelNews told,
            NodeName node,
            Clock clock) {
        this.repository = repository;
        this.deployments = deployments;
        this.origins = origins;
        this.models = models;
        this.told = told;
        this.node = node;
        this.clock = clock;
    }

    /** A file that is to serve. */
    private record Serving(
            byte[] content, boolean isNew, @Nullable String says) {}

    /** Joins the transaction of its caller. */
    void deploy(String folder, Map<String, byte[]> shipped, SortedModels sorted) {
        deployments.lock();
        var serving = new TreeMap<String, Serving>();
        for (var name : names(shipped, sorted)) {
            var file = serving(folder, name, shipped.get(name), sorted);
            if (file != null) {
                serving.put(name, file);
            }
        }
        var news = new TreeMap<>(serving);
        news.values().removeIf(file -> !file.isNew());
        if (!news.isEmpty()) {
            var deployment = repository.createDeployment().name(folder).source(by(folder));
            news.forEach((name, file) -> EngineCopy.add(deployment, name, file.content()));
            var deployed = deployment.deploy().getId();
            var ofServer = new TreeSet<>(news.keySet());
            ofServer.removeAll(sorted.good().keySet());
            origins.noteFound(deployed, node.toString(), ofServer.size() < news.size(), ofServer);
            told.changed();
            log.info("Deployed {} as {}", news.keySet(), deployed);
        }
        tell(folder, serving, sorted);
    }

    /** Deploys one that is packed into the server, unless it has been before; false then, too. */
    boolean deployShipped(String folder, String file) {
        var content = models.shipped(folder).get(file);
        if (content == null) {
            return false;
        }
        deployments.lock();
        var hash = hash(content);
        if (deployments.of(folder, file).stream()
                .anyMatch(known -> known.sha256().equals(hash))) {
            return false;
        }
        var deployment = repository.createDeployment().name(folder).source(node + ", shipped");
        EngineCopy.add(deployment, file, content);
        var deployed = deployment.deploy();
        origins.note(deployed.getId(), ModelOrigin.SHIPPED, node.toString(), null);
        told.changed();
        log.error("No version of {} starts that was deployed: the shipped one serves, as {}", file, deployed.getId());
        return true;
    }

    /** Whether anybody has deployed a file as this one before. */
    boolean knows(String folder, String file, byte[] content) {
        var hash = hash(content);
        return deployments.of(folder, file).stream()
                .anyMatch(known -> known.sha256().equals(hash));
    }

    /** The shipped files that no database has seen yet, as at a first start. */
    Map<String, byte[]> neverDeployed() {
        var files = new TreeMap<String, byte[]>();
        for (var folder : ModelFiles.FOLDERS) {
            models.shipped(folder).forEach((name, content) -> {
                if (deployments.of(folder, name).isEmpty()) {
                    files.put(name, content);
                }
            });
        }
        return files;
    }

    /** Which node it is, and from which folder. */
    private String by(String folder) {
        var place = models.override(folder);
        return node + (place == null ? ", shipped" : ", " + place.toAbsolutePath());
    }

    private static TreeSet<String> names(Map<String, byte[]> shipped, SortedModels sorted) {
        var names = new TreeSet<>(shipped.keySet());
        names.addAll(sorted.good().keySet());
        names.addAll(sorted.refusedNames());
        return names;
    }

    private @Nullable Serving serving(String folder, String name, byte @Nullable [] shipped, SortedModels sorted) {
        var history = deployments.of(folder, name);
        var good = sorted.good().get(name);
        if (good == null && sorted.refusedNames().contains(name)) {
            return insteadOfRefused(name, shipped, history);
        }
        return compared(folder, name, Objects.requireNonNull(good == null ? shipped : good), history);
    }

    private @Nullable Serving insteadOfRefused(String name, byte @Nullable [] shipped, List<Deployed> history) {
        if (!history.isEmpty()) {
            return deployments
                    .content(history.get(0).deploymentId(), name)
                    .map(content -> new Serving(content, false, null))
                    .orElse(null);
        }
        return shipped == null ? null : new Serving(shipped, true, null);
    }

    private Serving compared(String folder, String name, byte[] content, List<Deployed> history) {
        var hash = hash(content);
        if (history.isEmpty()
                || history.stream().noneMatch(known -> known.sha256().equals(hash))) {
            return new Serving(content, true, null);
        }
        var newest = history.get(0);
        if (newest.sha256().equals(hash)) {
            return new Serving(content, false, null);
        }
        if (by(folder).equals(newest.by())) {
            log.info("{}/{} is put back to an older state by the node that has brought the newer one", folder, name);
            return new Serving(content, true, null);
        }
        var says = "it is an older state: %s has brought a newer one at %s, which serves"
                .formatted(newest.by() == null ? "another node" : newest.by(), newest.at());
        log.warn("{}/{} is not deployed: {}", folder, name, says);
        return new Serving(deployments.content(newest.deploymentId(), name).orElse(content), false, says);
    }

    private void tell(String folder, Map<String, Serving> serving, SortedModels sorted) {
        var me = by(folder);
        deployments.forget(me, folder, clock.instant().minus(GONE));
        serving.forEach((name, file) ->
                deployments.tell(me, folder, name, file.says() == null ? "SERVES" : "OLDER", file.says()));
        sorted.refused().forEach((path, why) -> deployments.tell(me, folder, path, "REFUSED", String.join("; ", why)));
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content));
    }
}
