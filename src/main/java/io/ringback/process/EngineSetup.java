package io.ringback.process;

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

    EngineSetup(ObjectProvider<Delegates> delegates) {
        this.delegates = delegates;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(
                new ModelExpressions(() -> delegates.getObject().byName()));
    }
}
