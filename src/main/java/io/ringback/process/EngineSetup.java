package io.ringback.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.joda.time.DateTimeUtils;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.history.handler.CompositeHistoryEventHandler;
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
    private final ObjectProvider<CaseDecisions> decisions;
    private final Clock clock;

    EngineSetup(
            ObjectProvider<Delegates> delegates,
            ObjectProvider<TaskWatch> tasks,
            ObjectProvider<FactsOfCases> facts,
            ObjectProvider<CaseDecisions> decisions,
            Clock clock) {
        this.tasks = tasks;
        this.delegates = delegates;
        this.facts = facts;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        DateTimeUtils.setCurrentMillisProvider(clock::millis); // what the engine asks for the time
        configuration.setHistoryEventProducer(new SparedHistory.Events());
        configuration.setHistoryEventHandler(new CompositeHistoryEventHandler(new Places(), new SparedHistory.Rows()));
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(
                List.of(new WatchedTasks(task -> tasks.getObject().accept(task)))));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setCustomSessionFactories(SparedQuestions.ofEngine());
        var tables = DecisionExpressions.configuration(facts::getObject);
        tables.setCustomPostDecisionEvaluationListeners(
                new ArrayList<>(List.of(new TrialDecisions(), (DmnDecisionEvaluationListener)
                        event -> decisions.getObject().notify(event))));
        configuration.setDmnEngineConfiguration(tables);
        configuration.setExpressionManager(
                new ModelExpressions(() -> delegates.getObject().byName(), facts::getObject));
    }

    /** When it reads and writes by MyBatis, and before it does. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        var writes = configuration.getSqlSessionFactory().getConfiguration();
        writes.addInterceptor(new JdbcEngineWrites.Installed(writes));
    }
}
