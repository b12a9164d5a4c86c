package io.ringback.process;

import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * For whoever draws processes: what is changed in the folders of models is checked and deployed within two seconds, as at a
 * start, without one. Off by default, since a file that is being copied would be taken half.
 */
@Component
@ConditionalOnProperty("ringback.processes.watch")
class ModelWatch implements InBackground {

    private static final Duration EVERY = Duration.ofMillis(500);

    private final ModelFiles models;
    private final ProcessDeployer deployer;
    private final ApplicationEventPublisher events;
    private final BackgroundLoop loop =
            new BackgroundLoop("model-watch", "Deploying changed models", this::look, Duration.ofSeconds(5));
    private Set<State> deployed = Set.of();
    private Set<State> seen = Set.of();

    ModelWatch(ModelFiles models, ProcessDeployer deployer, ApplicationEventPublisher events) {
        this.models = models;
        this.deployer = deployer;
        this.events = events;
    }

    /** A file as it is at one moment. */
    private record State(String folder, String path, ByteBuffer content) {}

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    /** What the start has deployed is not looked at again. */
    @Override
    public void start() {
        deployed = state();
        seen = deployed;
        InBackground.super.start();
    }

    /** A change is taken when it has stayed the same for a round: editors write in several steps. */
    private Duration look() {
        var now = state();
        if (!now.equals(deployed) && now.equals(seen)) {
            deployer.run();
            deployed = now;
            events.publishEvent(new ModelsReloaded());
        }
        seen = now;
        return EVERY;
    }

    private Set<State> state() {
        var files = new HashSet<State>();
        for (var folder : ModelFiles.FOLDERS) {
            for (var file : models.readable(folder)) {
                var content = Objects.requireNonNullElse(file.content(), new byte[0]);
                files.add(new State(folder, file.path(), ByteBuffer.wrap(content)));
            }
        }
        return files;
    }
}
