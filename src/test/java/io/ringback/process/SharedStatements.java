package io.ringback.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.session.Configuration;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * The SQL statements of the engine, read once for all servers of this JVM: to read them takes nearly half of a server's
 * start. Each engine goes on its own connections and transactions.
 */
public final class SharedStatements extends AbstractProcessEnginePlugin {

    private static final Map<Settings, Configuration> READ = new ConcurrentHashMap<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var read = READ.get(Settings.of(engine));
        if (read != null) {
            engine.setSqlSessionFactory(new OwnConnections(read, engine));
        }
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        READ.putIfAbsent(Settings.of(engine), engine.getSqlSessionFactory().getConfiguration());
    }

    /** What is written into the statements when they are read. */
    private record Settings(String prefix, boolean batches) {

        static Settings of(ProcessEngineConfigurationImpl engine) {
            return new Settings(engine.getDatabaseTablePrefix(), engine.isJdbcBatchProcessing());
        }
    }
}
