package io.ringback.process;

import io.ringback.callback.Callback;
import io.ringback.callback.CaseNotAnswering;
import io.ringback.callback.ModelFault;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.process.check.EngineCopy;
import io.ringback.process.check.ModelIds;
import io.ringback.process.contract.SharedNames;
import io.ringback.reception.ReceptionNotAnswering;
import io.ringback.trial.KeptWaiting;
import io.ringback.trial.TrialEngine;
import io.ringback.trial.TrialPath;
import io.ringback.trial.TrialStopped;
import io.ringback.trial.TrialTimer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.operaton.bpm.engine.impl.persistence.entity.JobEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.repository.DeploymentBuilder;
import org.operaton.bpm.engine.repository.DeploymentWithDefinitions;
import org.operaton.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Has examples played by the engine that the real cases are played by. */
@Component
class OperatonTrials implements TrialEngine {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final ProcessEngine engine;
    private final CaseTimers timers;
    private final JdbcModels models;
    private final JdbcDeployments deployments;
    private final ModelCheck check;

    OperatonTrials(
            @Lazy RepositoryService repository,
            @Lazy RuntimeService runtime,
            @Lazy ManagementService management,
            @Lazy ProcessEngine engine,
            CaseTimers timers,
            JdbcModels models,
            JdbcDeployments deployments,
            ModelCheck check) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.engine = engine;
        this.timers = timers;
        this.models = models;
        this.deployments = deployments;
        this.check = check;
    }

    @Override
    public Stage open(Map<String, byte[]> files, Set<String> processes, TrialPath path) {
        var deployment = repository.createDeployment().name("example");
        files.forEach((file, content) -> EngineCopy.add(deployment, file, content));
        if (deployments.newest(SharedNames.AGENT_RECEPTION).isEmpty()) {
            addWhatIsNotDeployedYet(files, deployment);
        } else {
            addWhatIsPlayed(files, processes, deployment);
        }
        var deployed = deployed(deployment);
        var stage = new OnStage(deployed, cache(), deployments.formsOf(deployed.getId()));
        for (var definition : deployed.getDeployedProcessDefinitions()) {
            stage.files.put(definition.getId(), definition.getResourceName());
            var parsed = cache().getProcessDefinitionCache().get(definition.getId());
            if (!definition.getKey().equals(SharedNames.AGENT_RECEPTION)) {
                TrialWay.follow(parsed, path);
            }
            if (files.containsKey(definition.getResourceName()) && handlesCallbacks(parsed)) {
                stage.cases.add(definition.getKey());
            }
        }
        TrialDecisions.begin(path);
        return stage;
    }

    /** As a server starts for the first time, with files of designers in its folders. */
    private void addWhatIsNotDeployedYet(Map<String, byte[]> files, DeploymentBuilder deployment) {
        check.serving().forEach((file, content) -> {
            if (!files.containsKey(file)) {
                EngineCopy.add(deployment, file, content);
            }
        });
    }

    private void addWhatIsPlayed(Map<String, byte[]> files, Set<String> processes, DeploymentBuilder deployment) {
        var sent = new HashSet<String>();
        files.forEach((name, content) -> sent.addAll(ModelIds.of(name, content)));
        var added = new HashSet<>(files.keySet());
        processes.stream()
                .filter(process -> !sent.contains("process " + process))
                .flatMap(process -> deployments.newest(process).stream())
                .filter(content -> added.add(content.file()))
                .forEach(content -> EngineCopy.add(deployment, content.file(), content.bytes()));
    }

    private static DeploymentWithDefinitions deployed(DeploymentBuilder deployment) {
        try {
            return deployment.deployWithResult();
        } catch (ProcessEngineException failure) {
            if (DatabaseAway.isCauseOf(failure) || KeptWaiting.in(failure).isPresent()) {
                throw failure;
            }
            throw new TrialStopped(null, "the engine does not take it: " + Faults.message(failure));
        }
    }

    private static boolean handlesCallbacks(ProcessDefinitionEntity process) {
        return EventSubscriptionDeclaration.getDeclarationsForScope(process).values().stream()
                .anyMatch(start ->
                        start.isStartEvent() && SharedNames.CALLBACK_REQUESTED.equals(start.getUnresolvedEventName()));
    }

    private DeploymentCache cache() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache();
    }

    @Override
    public List<TrialTimer> timers(Callback callback) {
        var instance = callback.processInstanceId();
        if (instance == null) {
            return List.of();
        }
        return management.createJobQuery().rootProcessInstanceId(instance).list().stream()
                .map(job -> new TrialTimer(
                        job.getId(), element((JobEntity) job), job.getDuedate().toInstant()))
                .sorted(Comparator.comparing(TrialTimer::dueAt).thenComparing(TrialTimer::elementId))
                .toList();
    }

    /** Behind it the engine writes what kind of timer it is. */
    private static String element(JobEntity timer) {
        return timer.getJobHandlerConfigurationRaw().split("\\$", 2)[0];
    }

    @Override
    public void fire(Callback callback, TrialTimer timer) {
        EngineCalls.run(
                () -> timers.fire(timer.id()),
                (cause, fault) -> new CaseNotAnswering(
                        callback.id(),
                        "fire",
                        cause,
                        fault == null ? new ModelFault(null, timer.elementId(), Faults.message(cause)) : fault));
    }

    @Override
    public List<String> waitingAt(Callback callback) {
        var instance = callback.processInstanceId();
        if (instance == null || !isRunning(callback)) {
            return List.of();
        }
        return runtime.getActiveActivityIds(instance).stream()
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public boolean isRunning(Callback callback) {
        var instance = callback.processInstanceId();
        return instance != null
                && runtime.createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .count()
                        > 0;
    }

    @Override
    public Optional<ModelFault> whereabouts(Callback callback) {
        return Optional.ofNullable(callback.processInstanceId()).flatMap(models::whereabouts);
    }

    @Override
    public Optional<ModelFault> fault(Throwable failure) {
        return Faults.chain(failure)
                .map(OperatonTrials::faultIn)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ModelFault> faultIn(Throwable link) {
        if (link instanceof CaseNotAnswering refusal) {
            return Optional.of(refusal.fault() == null ? new ModelFault(null, null, words(link)) : refusal.fault());
        }
        if (link instanceof ReceptionNotAnswering refusal) {
            return Optional.of(refusal.fault() == null ? new ModelFault(null, null, words(link)) : refusal.fault());
        }
        if (link instanceof ModelDoesNotStart refusal) {
            return Optional.of(refusal.fault());
        }
        return link instanceof ProcessEngineException
                ? Optional.of(new ModelFault(null, null, Faults.message(link)))
                : Optional.empty();
    }

    private static String words(Throwable refusal) {
        return Faults.message(refusal.getCause() == null ? refusal : refusal.getCause());
    }

    private static final class OnStage implements Stage {

        private final DeploymentWithDefinitions deployed;
        private final DeploymentCache cache;
        private final List<String> forms;
        private final Map<String, String> files = new HashMap<>();
        private final List<String> cases = new ArrayList<>();

        private OnStage(DeploymentWithDefinitions deployed, DeploymentCache cache, List<String> forms) {
            this.deployed = deployed;
            this.cache = cache;
            this.forms = List.copyOf(forms);
        }

        @Override
        public List<String> cases() {
            return List.copyOf(cases);
        }

        @Override
        public String file(@Nullable ModelFault fault, String process) {
            var definition = fault == null ? null : fault.definitionId();
            var file = definition == null ? null : files.get(definition);
            return file == null ? fileOf(process) : file;
        }

        private String fileOf(String key) {
            return deployed.getDeployedProcessDefinitions().stream()
                    .filter(definition -> definition.getKey().equals(key))
                    .map(ProcessDefinition::getResourceName)
                    .findFirst()
                    .orElse(key + ".bpmn");
        }

        @Override
        public void close() {
            TrialDecisions.end();
            deployed.getDeployedProcessDefinitions().forEach(one -> cache.removeProcessDefinition(one.getId()));
            nullSafe(deployed.getDeployedDecisionDefinitions())
                    .forEach(one -> cache.removeDecisionDefinition(one.getId()));
            nullSafe(deployed.getDeployedDecisionRequirementsDefinitions())
                    .forEach(one -> cache.removeDecisionRequirementsDefinition(one.getId()));
            forms.forEach(cache::removeOperatonFormDefinition);
        }

        private static <T> List<T> nullSafe(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }
    }
}
