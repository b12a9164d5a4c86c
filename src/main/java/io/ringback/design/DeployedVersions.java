package io.ringback.design;

import io.ringback.platform.problem.NotFound;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** The versions that are there; and a refusal where there is none. */
@Service
public class DeployedVersions {

    /** What may be an id in XML; and a form's. */
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}._-]{0,254}");

    private final ModelCatalogue catalogue;

    DeployedVersions(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The newest of each. */
    public List<DeployedModel> newest() {
        return catalogue.newest();
    }

    /** The versions of processes that have open instances, the newest first. */
    public List<DeployedModel> withOpenInstances() {
        return catalogue.withOpenInstances();
    }

    /**
     * The newest first.
     *
     * @throws NotFound when nothing of this key was ever deployed
     */
    public List<DeployedModel> all(String key) {
        var found = KEY.matcher(key).matches() ? catalogue.versions(key) : List.<DeployedModel>of();
        if (found.isEmpty()) {
            throw new NotFound("There is no process, decision or form with this key.");
        }
        return found;
    }

    /** @throws NotFound when there is none */
    public DeployedModel one(String key, int version) {
        return all(key).stream()
                .filter(model -> model.version() == version)
                .findFirst()
                .orElseThrow(DeployedVersions::none);
    }

    /** @throws NotFound when there is none */
    public DeployedFile file(String key, int version) {
        requireKey(key);
        return catalogue.file(key, version).orElseThrow(DeployedVersions::none);
    }

    /** @throws NotFound when there is none */
    public List<WaitingElement> elements(String key, int version) {
        requireKey(key);
        return catalogue.elements(key, version).orElseThrow(DeployedVersions::none);
    }

    /** The rules of a decision; none when there is no such version, or it is no table. */
    public List<TableRule> rules(String key, int version) {
        return catalogue.rules(key, version);
    }

    private static void requireKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw none();
        }
    }

    private static NotFound none() {
        return new NotFound("There is no such version.");
    }
}
