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

/** Reads from deployed processes of callbacks which form their task for the outcome names. */
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

    /** That of the usual process, by which its cases begin then, for one that is not deployed or has no such task. */
    @Override
    public @Nullable String usual(String process) {
        return known(process).or(() -> known(SharedNames.CALLBACK_CASE)).orElse(null);
    }

    private Optional<String> known(String process) {
        return Rehearsal.isUnderWay() ? formOf(process) : forms.get(process);
    }

    /** Whatever the model is like, a case can be shown. */
    private Optional<String> formOf(String process) {
        try {
            return Optional.ofNullable(repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(process)
                            .latestVersion()
                            .singleResult())
                    .map(definition -> repository
                            .getBpmnModelInstance(definition.getId())
                            .<ModelElementInstance>getModelElementById(TASK))
                    .map(found -> found.getAttributeValueNs(CAMUNDA, "formRef"));
        } catch (RuntimeException failure) {
            if (DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            log.error("The form of {} cannot be read from {}: {}", TASK, process, Faults.message(failure));
            return Optional.empty();
        }
    }
}
