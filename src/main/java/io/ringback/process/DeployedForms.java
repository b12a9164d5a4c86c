package io.ringback.process;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.ringback.design.KindOfModel;
import io.ringback.form.Form;
import io.ringback.form.FormVersion;
import io.ringback.form.Forms;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.run.Rehearsal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.operaton.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The forms as the engine has them, each looked up anew every few seconds at most. */
@Component
class DeployedForms implements Forms {

    private static final Logger log = LoggerFactory.getLogger(DeployedForms.class);

    private final JdbcDeployedForms places;
    private final JdbcModelVersions models;
    private final RepositoryService repository;
    private final LoadingCache<String, Optional<Form>> forms = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build(this::read);

    /** What was deployed once never changes. */
    private final LoadingCache<FormVersion, Optional<Form>> versions = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build(this::read);

    DeployedForms(JdbcDeployedForms places, JdbcModelVersions models, @Lazy RepositoryService repository) {
        this.places = places;
        this.models = models;
        this.repository = repository;
    }

    @EventListener
    void on(ModelsReloaded reloaded) {
        forms.invalidateAll();
        versions.invalidateAll();
    }

    @Override
    public Optional<Form> find(String key) {
        return Rehearsal.isUnderWay() ? read(key) : forms.get(key);
    }

    @Override
    public Optional<Form> find(FormVersion version) {
        return Rehearsal.isUnderWay() ? read(version) : versions.get(version);
    }

    @Override
    public List<String> keys() {
        return models.keys(KindOfModel.FORM);
    }

    /** One that cannot be read is none: a case is worked on without it. */
    private Optional<Form> read(String key) {
        return read(key, () -> places.latest(key));
    }

    private Optional<Form> read(FormVersion version) {
        return read(version.key(), () -> places.of(version));
    }

    private Optional<Form> read(String key, Supplier<Optional<JdbcDeployedForms.Place>> found) {
        try {
            return found.get().map(place -> read(key, place));
        } catch (RuntimeException failure) {
            if (DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            log.error("The form {} cannot be read: {}", key, Faults.message(failure));
            return Optional.empty();
        }
    }

    private Form read(String key, JdbcDeployedForms.Place place) {
        try (var content = repository.getResourceAsStream(place.deploymentId(), place.resource())) {
            return Form.of(key, place.version(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
