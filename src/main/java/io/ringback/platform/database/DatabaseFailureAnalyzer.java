package io.ringback.platform.database;

import io.ringback.platform.problem.Causes;
import io.ringback.platform.problem.SqlState;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/**
 * Says why the server cannot use its PostgreSQL, and what to do. Only of what a person who sets the server up can mend:
 * everything else keeps its stack trace.
 */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> implements Ordered {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException failure) {
        var told = innermost(failure);
        var state = String.valueOf(told.getSQLState());
        var action = SqlState.of(state).map(DatabaseFailureAnalyzer::action).orElse("");
        if (action.isEmpty()) {
            return null;
        }
        var words = String.valueOf(told.getMessage()).lines().findFirst().orElse("");
        return new FailureAnalysis(
                "PostgreSQL cannot be used: %s (SQLSTATE %s).".formatted(words, state), action, failure);
    }

    /** Empty where there is nothing to be advised. */
    private static String action(SqlState state) {
        return switch (state) {
            case CONNECTION ->
                "Start it, and see that spring.datasource.url names its host and port, and that no firewall is"
                        + " between. A connection pooler must be in session mode.";
            case SIGN_IN_REFUSED ->
                "Set spring.datasource.username and spring.datasource.password to a role that may sign in (see"
                        + " pg_hba.conf).";
            case NO_ROOM ->
                "Give PostgreSQL more room on its disk, more memory or more connections (max_connections; CONNECTION"
                        + " LIMIT of role and database).";
            case STARTING -> "It is starting, stopping or recovering; start the server again when that is over.";
            case READ_ONLY -> DatabaseRequirements.WRITABLE;
            case NO_SUCH_DATABASE -> "Create the database, or name another one in spring.datasource.url.";
            case RIGHT_MISSING -> DatabaseRequirements.RIGHTS;
            case TIME_LIMIT, LOCK_TIME_LIMIT ->
                "A time limit ended it (statement_timeout, lock_timeout and the like). Raise the limit of the role that"
                        + " is used, and start the server again.";
            case NO_WORD_ABOUT_COMMIT, SHUT_DOWN, MACHINE -> "";
        };
    }

    private static SQLException innermost(SQLException failure) {
        return Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(cause -> cause.getSQLState() != null)
                .reduce((outer, inner) -> inner)
                .orElse(failure);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }
}
