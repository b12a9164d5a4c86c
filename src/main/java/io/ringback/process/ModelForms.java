package io.ringback.process;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.ringback.callback.CaseForms;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.run.Rehearsal;
import io.ringback.process.contract.SharedNames;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.model.xml.instance.ModelElementInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads from the deployed {@code callbackCase.bpmn} which form its task for the outcome names. */
@Component
class ModelForms implements CaseForms {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String TASK = "task_recordOutcome";

    private static final Logger log = LoggerFactory.getLogger(ModelForms.class);

    private final RepositoryService repository;
    private final LoadingCache<String, Optional<String>> forms =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build(this::formOf);

    ModelForms(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    @EventListener
    void on(ModelsReloaded reloaded) {
        forms.invalidateAll();
    }

    @Override
    public @Nullable String usual() {
        return (Rehearsal.isUnderWay() ? formOf(TASK) : forms.get(TASK)).orElse(null);
    }

    /** Whatever the model is like, a case can be shown. */
    private Optional<String> formOf(String taskId) {
        try {
            return Optional.ofNullable(repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(SharedNames.CALLBACK_CASE)
                            .latestVersion()
                            .singleResult())
                    .map(definition -> repository
                            .getBpmnModelInstance(definition.getId())
                            .<ModelElementInstance>getModelElementById(taskId))
                    .map(found -> found.getAttributeValueNs(CAMUNDA, "formRef"));
        } catch (RuntimeException failure) {
            if (DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            log.error(
                    "The form of {} cannot be read from {}: {}",
                    taskId,
                    SharedNames.CALLBACK_CASE,
                    Faults.message(failure));
            return Optional.empty();
        }
    }
}
