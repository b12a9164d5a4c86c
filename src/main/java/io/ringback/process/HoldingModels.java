package io.ringback.process;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.ringback.platform.run.Rehearsal;
import io.ringback.process.check.ProcessCheck;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows the versions of processes that hold callbacks back until they offer them. */
@Component
class HoldingModels {

    private final JdbcModels models;
    private final JdbcDeployments deployments;

    /** What was deployed once never changes. */
    private final LoadingCache<String, Set<String>> timers =
            Caffeine.newBuilder().maximumSize(1_000).build(this::read);

    HoldingModels(JdbcModels models, JdbcDeployments deployments) {
        this.models = models;
        this.deployments = deployments;
    }

    boolean holdsBack(String definitionId) {
        return !timers(definitionId).isEmpty();
    }

    /** The ids of the timers that end its waits before it offers a callback; none if it has no such waits. */
    Set<String> timers(String definitionId) {
        return Rehearsal.isUnderWay() ? read(definitionId) : timers.get(definitionId);
    }

    private Set<String> read(String definitionId) {
        return models.place(definitionId)
                .flatMap(place -> deployments
                        .content(place.deploymentId(), place.file())
                        .map(content -> ProcessCheck.heldBackBy(content, place.process())))
                .orElse(Set.of());
    }
}
