package io.ringback.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.joda.time.DateTimeUtils;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** What of the engine's configuration is no property. The engine waits for the migrations through this bean. */
@Component
@DependsOnDatabaseInitialization
class EngineSetup extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Delegates> delegates;
    private final ObjectProvider<TaskWatch> tasks;
    private final Clock clock;

    EngineSetup(ObjectProvider<Delegates> delegates, ObjectProvider<TaskWatch> tasks, Clock clock) {
        this.tasks = tasks;
        this.delegates = delegates;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        DateTimeUtils.setCurrentMillisProvider(clock::millis); // what the engine asks for the time
        configuration.setCustomHistoryEventHandlers(List.of(new Places()));
        configuration.setCustomPostBPMNParseListeners(
                new ArrayList<>(List.of(new WatchedTasks(task -> tasks.getObject().accept(task)))));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setExpressionManager(
                new ModelExpressions(() -> delegates.getObject().byName()));
    }
}
