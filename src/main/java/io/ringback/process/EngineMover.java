package io.ringback.process;

import io.ringback.design.migration.CannotMove;
import io.ringback.design.migration.Hindrance;
import io.ringback.design.migration.OpenInstance;
import io.ringback.design.migration.ProcessInstances;
import io.ringback.platform.database.Transactions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.operaton.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.operaton.bpm.engine.impl.migration.instance.MigratingProcessInstance;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.migration.MigratingProcessInstanceValidationException;

/** Moves instances from one version to another by the engine, which is asked whether it could in the same way. */
final class EngineMover implements ProcessInstances.Mover {

    private final ProcessEngine engine;
    private final JdbcWaitingPlaces places;
    private final Transactions transactions;
    private final ProcessDefinitionEntity from;
    private final ProcessDefinitionEntity to;
    private final ElementMapping mapping;

    EngineMover(
            ProcessEngine engine,
            JdbcWaitingPlaces places,
            Transactions transactions,
            ProcessDefinitionEntity from,
            ProcessDefinitionEntity to,
            ElementMapping mapping) {
        this.engine = engine;
        this.places = places;
        this.transactions = transactions;
        this.from = from;
        this.to = to;
        this.mapping = mapping;
    }

    @Override
    public void examine(OpenInstance instance) {
        if (instance.callbackId() == null && instance.agentId() == null) {
            throw new CannotMove(instance.elementId(), Hindrance.NOBODYS);
        }
        if (isThere(instance.id())) {
            requireSameAnswers(instance);
            transactions.execute(() -> execute(instance, true));
        }
    }

    @Override
    public boolean isThere(String instanceId) {
        return places.definitionOf(instanceId).filter(from.getId()::equals).isPresent();
    }

    @Override
    public void move(OpenInstance instance) {
        requireSameAnswers(instance);
        execute(instance, false);
    }

    private void execute(OpenInstance instance, boolean onlyLooks) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var order = (MigrationPlanExecutionBuilderImpl) engine.getRuntimeService()
                .newMigration(mapping.plan())
                .processInstanceIds(instance.id())
                .skipCustomListeners()
                .skipIoMappings();
        EngineCalls.run(
                () -> configuration.getCommandExecutorTxRequired().execute(new Order(order, onlyLooks)),
                (cause, fault) -> refused(instance, cause));
    }

    /** Where it waits it must be reached, on the new version, by all that reaches it there on the old one. */
    private void requireSameAnswers(OpenInstance instance) {
        for (var place : places.all(instance.id())) {
            var source = from.findActivity(place);
            var target = Optional.ofNullable(mapping.targets().get(place))
                    .map(to::findActivity)
                    .orElse(null);
            if (source == null || target == null) {
                throw new CannotMove(place, Hindrance.NOTHING_STANDS_FOR, said(place), version());
            }
            var missing = Waits.missing(source, target);
            if (!missing.isEmpty()) {
                var words = String.join(", ", missing);
                throw new CannotMove(place, Hindrance.NOT_REACHED, words, said(source), said(target), version());
            }
            if (Waits.hasTimer(source) && !Waits.hasTimer(target)) {
                throw new CannotMove(place, Hindrance.NO_TIME_LIMIT, said(source), said(target), version());
            }
        }
    }

    private CannotMove refused(OpenInstance instance, Throwable cause) {
        if (cause instanceof MigratingProcessInstanceValidationException invalid) {
            var report = invalid.getValidationReport();
            return report.getActivityInstanceReports().stream()
                    .map(one -> refused(one.getSourceScopeId(), one.getFailures(), cause))
                    .findFirst()
                    .or(() -> report.getTransitionInstanceReports().stream()
                            .map(one -> refused(one.getSourceScopeId(), one.getFailures(), cause))
                            .findFirst())
                    .orElseGet(() -> refused(instance.elementId(), report.getFailures(), cause));
        }
        return refused(instance.elementId(), List.of(Faults.message(cause)), cause);
    }

    private CannotMove refused(@Nullable String place, List<String> failures, Throwable cause) {
        if (place != null && failures.stream().anyMatch(failure -> failure.contains("no migration instruction"))) {
            return new CannotMove(place, Hindrance.NOTHING_STANDS_FOR, List.of(said(place), version()), cause);
        }
        return new CannotMove(place, Hindrance.ENGINE, List.of(String.join("; ", failures)), cause);
    }

    private String version() {
        return String.valueOf(to.getVersion());
    }

    private String said(String place) {
        var source = from.findActivity(place);
        return source == null ? place : said(source);
    }

    private static String said(ActivityImpl element) {
        var name = OperatonInstances.name(element);
        return name == null ? element.getId() : "“%s” (%s)".formatted(name, element.getId());
    }

    /** The engine's own, which can be told to stop when it knows whether it could. */
    private static final class Order extends MigrateProcessInstanceCmd {

        private final boolean onlyLooks;

        Order(MigrationPlanExecutionBuilderImpl order, boolean onlyLooks) {
            super(order, true);
            this.onlyLooks = onlyLooks;
        }

        @Override
        protected void deleteUnmappedActivityInstances(MigratingProcessInstance instance) {
            if (!onlyLooks) {
                super.deleteUnmappedActivityInstances(instance);
            }
        }

        @Override
        protected void migrateProcessInstance(MigratingProcessInstance instance) {
            if (!onlyLooks) {
                super.migrateProcessInstance(instance);
            }
        }
    }
}
