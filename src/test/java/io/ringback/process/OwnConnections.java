package io.ringback.process;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.transaction.Transaction;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Runs statements that were read for another engine on the connections and in the transactions of this one. */
final class OwnConnections implements SqlSessionFactory {

    private final Configuration statements;
    private final ProcessEngineConfigurationImpl engine;

    OwnConnections(Configuration statements, ProcessEngineConfigurationImpl engine) {
        this.statements = statements;
        this.engine = engine;
    }

    @Override
    public Configuration getConfiguration() {
        return statements;
    }

    @Override
    public SqlSession openSession() {
        return openSession(statements.getDefaultExecutorType(), null, false);
    }

    @Override
    public SqlSession openSession(boolean autoCommit) {
        return openSession(statements.getDefaultExecutorType(), null, autoCommit);
    }

    @Override
    public SqlSession openSession(TransactionIsolationLevel level) {
        return openSession(statements.getDefaultExecutorType(), level, false);
    }

    @Override
    public SqlSession openSession(ExecutorType type) {
        return openSession(type, null, false);
    }

    @Override
    public SqlSession openSession(ExecutorType type, boolean autoCommit) {
        return openSession(type, null, autoCommit);
    }

    @Override
    public SqlSession openSession(ExecutorType type, TransactionIsolationLevel level) {
        return openSession(type, level, false);
    }

    @Override
    public SqlSession openSession(Connection connection) {
        return openSession(statements.getDefaultExecutorType(), connection);
    }

    @Override
    public SqlSession openSession(ExecutorType type, Connection connection) {
        try {
            return session(type, engine.getTransactionFactory().newTransaction(connection), connection.getAutoCommit());
        } catch (SQLException e) {
            throw new IllegalStateException("the connection does not say whether it commits by itself", e);
        }
    }

    private SqlSession openSession(ExecutorType type, @Nullable TransactionIsolationLevel level, boolean autoCommit) {
        var transaction = engine.getTransactionFactory().newTransaction(engine.getDataSource(), level, autoCommit);
        return session(type, transaction, autoCommit);
    }

    private SqlSession session(ExecutorType type, Transaction transaction, boolean autoCommit) {
        return new DefaultSqlSession(statements, statements.newExecutor(transaction, type), autoCommit);
    }
}
