package io.ringback.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.interceptor.Session;
import org.operaton.bpm.engine.impl.interceptor.SessionFactory;
import org.operaton.bpm.engine.impl.persistence.entity.EventSubscriptionManager;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.operaton.bpm.engine.impl.persistence.entity.IncidentManager;
import org.operaton.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.operaton.bpm.engine.impl.persistence.entity.JobEntity;
import org.operaton.bpm.engine.impl.persistence.entity.JobManager;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.operaton.bpm.engine.impl.persistence.entity.TaskManager;
import org.operaton.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.operaton.bpm.engine.runtime.Incident;

/**
 * Spares the database what the engine asks it some twenty times for each case, and whose answer is known beforehand
 * (docs/decisions/086).
 */
final class SparedQuestions {

    private SparedQuestions() {}

    static List<SessionFactory> ofEngine() {
        return List.of(
                new Instead(InstanceRows.class, InstanceRows::new),
                new Instead(ExecutionManager.class, InstanceRows.Executions::new),
                new Instead(EventSubscriptionManager.class, InstanceRows.Subscriptions::new),
                new Instead(VariableInstanceManager.class, InstanceRows.Variables::new),
                new Instead(JobManager.class, InstanceRows.Jobs::new),
                new Instead(TaskManager.class, InstanceRows.Tasks::new),
                new Instead(IncidentManager.class, Incidents::new),
                new Instead(ProcessDefinitionManager.class, Versions::new),
                new Instead(JobDefinitionManager.class, new TimersReadBefore()));
    }

    /** A version that this node has read before; null for one that it has not. */
    static @Nullable ProcessDefinitionEntity readBefore(String definitionId) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findProcessDefinitionFromCache(definitionId);
    }

    private record Instead(Class<? extends Session> of, Supplier<Session> own) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return of;
        }

        @Override
        public Session openSession() {
            return own.get();
        }
    }

    /** What a version says of its timers stays as it is, like the version. */
    private static final class TimersReadBefore implements Supplier<Session> {

        private final Cache<String, JobDefinitionEntity> read =
                Caffeine.newBuilder().maximumSize(10_000).build();

        @Override
        public Session get() {
            return new JobDefinitionManager() {

                @Override
                public @Nullable JobDefinitionEntity findById(String id) {
                    return read.get(id, super::findById);
                }
            };
        }
    }

    /** A job that has tries left and has never failed has no incident. */
    static final class Incidents extends IncidentManager {

        @Override
        public List<Incident> findIncidentByConfigurationAndIncidentType(
                @Nullable String configuration, @Nullable String incidentType) {
            var job = getDbEntityManager().getCachedEntity(JobEntity.class, configuration);
            return job != null && hasNeverFailed(job)
                    ? List.of()
                    : super.findIncidentByConfigurationAndIncidentType(configuration, incidentType);
        }

        private static boolean hasNeverFailed(JobEntity job) {
            return job.getRetries() > 0 && job.getExceptionByteArrayId() == null && job.getExceptionMessage() == null;
        }
    }

    /** A version that was read once stays as it is: another file is another version, and none is suspended here. */
    static final class Versions extends ProcessDefinitionManager {

        @Override
        public @Nullable ProcessDefinitionEntity getCachedResourceDefinitionEntity(String definitionId) {
            var read = super.getCachedResourceDefinitionEntity(definitionId);
            return read != null ? read : readBefore(definitionId);
        }
    }
}
