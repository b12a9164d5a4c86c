package io.ringback.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.ibatis.executor.BatchExecutor;
import org.apache.ibatis.executor.BatchExecutorException;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.transaction.Transaction;
import org.postgresql.util.PSQLException;

/**
 * Sends what a command of the engine writes at its end in one go (docs/decisions/091). As MyBatis does it, each kind of row is a
 * round trip of its own: some eleven for a step of a case, and a third of all that it made. The engine hands it at most fifty writes at once.
 */
final class JdbcEngineWrites extends BatchExecutor {

    private final List<Write> waiting = new ArrayList<>();

    JdbcEngineWrites(Configuration configuration, Transaction transaction) {
        super(configuration, transaction);
    }

    private record Write(MappedStatement statement, Object parameter, StatementHandler handler) {

        String sql() {
            return handler.getBoundSql().getSql();
        }

        int parameters() {
            return handler.getBoundSql().getParameterMappings().size();
        }

        BatchResult changing(int rows) {
            var result = new BatchResult(statement, sql(), parameter);
            result.setUpdateCounts(new int[] {rows});
            return result;
        }
    }

    @Override
    public int doUpdate(MappedStatement statement, Object parameter) {
        waiting.add(new Write(
                statement,
                parameter,
                configuration.newStatementHandler(this, statement, parameter, RowBounds.DEFAULT, null, null)));
        return BATCH_UPDATE_RETURN_VALUE;
    }

    @Override
    public List<BatchResult> doFlushStatements(boolean isRollback) throws SQLException {
        var writes = List.copyOf(waiting);
        waiting.clear();
        if (isRollback || writes.isEmpty()) {
            return List.of();
        }
        return send(writes);
    }

    private List<BatchResult> send(List<Write> writes) throws SQLException {
        var sql = writes.stream().map(Write::sql).collect(Collectors.joining(";\n"));
        var connection = getConnection(writes.get(0).statement().getStatementLog());
        try (var statement = connection.prepareStatement(sql)) {
            applyTransactionTimeout(statement);
            var offset = 0;
            for (var write : writes) {
                write.handler().parameterize(shifted(statement, offset));
                offset += write.parameters();
            }
            statement.execute();
            return results(writes, statement);
        } catch (SQLException failure) {
            throw refused(writes, failure);
        }
    }

    private static List<BatchResult> results(List<Write> writes, PreparedStatement statement) throws SQLException {
        var results = new ArrayList<BatchResult>();
        for (var write : writes) {
            results.add(write.changing(statement.getUpdateCount()));
            statement.getMoreResults();
        }
        return results;
    }

    /**
     * PostgreSQL has undone all of them, and names the table of the one that it refused, if it is about a row. How many rows those
     * before it have changed is not known then, and does not matter any more.
     */
    private static BatchExecutorException refused(List<Write> writes, SQLException failure) {
        var refused = 0;
        if (failure instanceof PSQLException told && told.getServerErrorMessage() != null) {
            var table = told.getServerErrorMessage().getTable();
            var named = Pattern.compile("(?i)\\b" + Pattern.quote(String.valueOf(table)) + "\\b");
            for (int i = writes.size() - 1; i >= 0; i--) {
                refused = named.matcher(writes.get(i).sql()).find() ? i : refused;
            }
        }
        var cause = new BatchUpdateException(
                failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), new int[0], failure);
        cause.setNextException(failure);
        var before = writes.subList(0, refused).stream()
                .map(write -> write.changing(1))
                .toList();
        var write = writes.get(refused);
        return new BatchExecutorException(
                write.statement().getId() + " was refused",
                cause,
                before,
                new BatchResult(write.statement(), write.sql()));
    }

    /** The statement to one write, which counts its parameters from one. */
    private static PreparedStatement shifted(PreparedStatement statement, int offset) {
        return (PreparedStatement) Proxy.newProxyInstance(
                JdbcEngineWrites.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    if (method.getName().startsWith("set") && arguments[0] instanceof Integer index) {
                        arguments[0] = index + offset;
                    }
                    try {
                        return method.invoke(statement, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }

    /** Has the engine write through this. */
    static final class Installed implements org.apache.ibatis.plugin.Interceptor {

        private final Configuration configuration;

        Installed(Configuration configuration) {
            this.configuration = configuration;
        }

        @Override
        public Object plugin(Object target) {
            return target instanceof org.apache.ibatis.executor.Executor executor
                    ? new JdbcEngineWrites(configuration, executor.getTransaction())
                    : target;
        }

        @Override
        public Object intercept(org.apache.ibatis.plugin.Invocation invocation) {
            throw new UnsupportedOperationException("nothing is wrapped");
        }
    }
}
