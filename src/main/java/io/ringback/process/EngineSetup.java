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
    private final ObjectProvider<FactsOfCases> facts;
    private final Clock clock;

    EngineSetup(
            ObjectProvider<Delegates> delegates,
            ObjectProvider<TaskWatch> tasks,
            ObjectProvider<FactsOfCases> facts,
            Clock clock) {
        this.tasks = tasks;
        this.delegates = delegates;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        DateTimeUtils.setCurrentMillisProvider(clock::millis); // what the engine asks for the time
        configuration.setCustomHistoryEventHandlers(List.of(new Places()));
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(
                List.of(new WatchedTasks(task -> tasks.getObject().accept(task)))));
        configuration.setScriptEngineResolver(new NoScripts());
        var decisions = DecisionExpressions.configuration(facts::getObject);
        decisions.setCustomPostDecisionEvaluationListeners(new ArrayList<>(List.of(new TrialDecisions())));
        configuration.setDmnEngineConfiguration(decisions);
        configuration.setExpressionManager(
                new ModelExpressions(() -> delegates.getObject().byName(), facts::getObject));
    }
}
