package io.ringback.process;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.ringback.callback.CaseForms;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads from the deployed {@code callbackCase.bpmn} which form its task for the outcome names. */
@Component
class ModelForms implements CaseForms {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String TASK = "task_recordOutcome";

    private final RepositoryService repository;
    private final LoadingCache<String, Optional<String>> forms =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build(this::formOf);

    ModelForms(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public @Nullable String usual() {
        return forms.get(TASK).orElse(null);
    }

    private Optional<String> formOf(String taskId) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(Names.CALLBACK_CASE)
                .latestVersion()
                .singleResult();
        UserTask task = repository.getBpmnModelInstance(definition.getId()).getModelElementById(taskId);
        return Optional.ofNullable(task).map(found -> found.getAttributeValueNs(CAMUNDA, "formRef"));
    }
}
