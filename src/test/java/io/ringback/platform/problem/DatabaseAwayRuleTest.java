package io.ringback.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.ConnectException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.operaton.bpm.engine.ProcessEngineException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What counts as the database being away, by what is thrown. */
class DatabaseAwayRuleTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "08000, connection exception",
        "08001, connection refused",
        "08003, connection does not exist",
        "08004, connection rejected",
        "08006, connection failure",
        "08P01, a pooler waits too long for a server",
        "25006, read-only transaction",
        "25P03, idle in transaction for too long",
        "25P04, transaction too long",
        "28000, role may not sign in",
        "28P01, wrong password",
        "3D000, no such database",
        "40003, statement completion unknown",
        "53000, insufficient resources",
        "53100, disk full",
        "53200, out of memory",
        "53300, too many connections",
        "57014, statement timeout",
        "57P01, admin shutdown",
        "57P02, crash shutdown",
        "57P03, cannot connect now",
        "57P04, database dropped",
        "57P05, idle session timeout",
        "58030, i/o error"
    })
    void anOutageIsKnownByItsStateHoweverDeepItLies(String state, String meaning) {
        var sql = new SQLException(meaning, state);

        assertThat(DatabaseAway.isCauseOf(sql)).isTrue();
        assertThat(DatabaseAway.isCauseOf(
                        new ProcessEngineException("in a command", new IllegalStateException("wrapped", sql))))
                .isTrue();
        assertThat(DatabaseAway.reason(new IllegalStateException(sql))).isEqualTo(state + ": " + meaning);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "22001, text too long",
        "22021, a byte that is no character",
        "23505, unique violation",
        "23514, check violation",
        "25P02, an earlier statement failed",
        "40001, serialization failure",
        "40P01, deadlock",
        "42501, no right to a table",
        "42P01, no such table",
        "54000, row too large for an index",
        "55P03, lock not available",
        "XX000, an error of PostgreSQL itself"
    })
    void anythingElseIsNotAnOutage(String state, String meaning) {
        var sql = new SQLException(meaning, state);

        assertThat(DatabaseAway.isCauseOf(sql)).isFalse();
        assertThat(DatabaseAway.isCauseOf(new DataAccessResourceFailureException("translated", sql)))
                .isFalse();
    }

    static Stream<Arguments> outagesWithoutAState() {
        var closed = new SQLException("Connection is closed");
        var batch = new BatchUpdateException("batch", new int[0]);
        batch.setNextException(new PSQLException("gone", PSQLState.CONNECTION_FAILURE));
        var rollback = new TransactionSystemException("JDBC rollback failed", closed);
        rollback.initApplicationException(new IllegalStateException("a refusal"));
        var overridden = new TransactionSystemException("could not roll back", new IllegalStateException("odd"));
        overridden.initApplicationException(new DataAccessResourceFailureException("", new SQLException("", "57P01")));
        return Stream.of(
                arguments("no connection in time", new SQLTransientConnectionException("timed out")),
                arguments("no transaction", new CannotCreateTransactionException("no connection")),
                arguments("resource failure", new DataAccessResourceFailureException("no connection")),
                arguments("a query that took too long", new QueryTimeoutException("too long")),
                arguments("closed by the pool", closed),
                arguments("the pool is closed", new SQLException("HikariDataSource (HikariPool-1) has been closed.")),
                arguments("rollback on it", rollback),
                arguments("commit on it", new TransactionSystemException("JDBC commit failed", closed)),
                arguments("rollback that covers it up", overridden),
                arguments("one of a batch", batch),
                arguments(
                        "refused",
                        new PSQLException("refused", PSQLState.CONNECTION_UNABLE_TO_CONNECT, new ConnectException())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outagesWithoutAState")
    void anOutageIsAlsoKnownByWhatDriverPoolAndSpringThrow(String name, Exception failure) {
        assertThat(DatabaseAway.isCauseOf(new RuntimeException(failure))).isTrue();
    }

    static Stream<Throwable> otherFailures() {
        return Stream.of(
                new IllegalStateException("a mistake of ours"),
                new OptimisticLockingFailureException("a lost race"),
                new DuplicateKeyException("twice", new SQLException("twice", "23505")),
                new DataIntegrityViolationException("no state"),
                new ProcessEngineException("a mistake in a model"),
                new ConnectException("a webhook's target is away"));
    }

    @ParameterizedTest
    @MethodSource("otherFailures")
    void otherFailuresAreNone(Throwable failure) {
        assertThat(DatabaseAway.isCauseOf(failure)).isFalse();
    }

    @Test
    void aChainThatBitesItsTailEnds() {
        var outer = new SQLException("outer");
        var inner = new SQLException("inner", outer);
        outer.setNextException(inner);

        assertThat(DatabaseAway.isCauseOf(outer)).isFalse();
        assertThat(DatabaseAway.isCauseOf(null)).isFalse();
    }
}
