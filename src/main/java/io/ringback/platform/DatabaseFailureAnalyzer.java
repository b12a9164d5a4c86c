package io.ringback.platform;

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
        SQLException told = innermost(failure);
        String state = String.valueOf(told.getSQLState());
        String action = action(state);
        if (action.isEmpty()) {
            return null;
        }
        String words = String.valueOf(told.getMessage()).lines().findFirst().orElse("");
        return new FailureAnalysis(
                "PostgreSQL cannot be used: %s (SQLSTATE %s).".formatted(words, state), action, failure);
    }

    private static String action(String state) {
        if (state.startsWith("08")) {
            return "Start it, and see that spring.datasource.url names its host and port, and that no firewall is"
                    + " between. A connection pooler must be in session mode.";
        }
        if (state.startsWith("28")) {
            return "Set spring.datasource.username and spring.datasource.password to a role that may sign in (see"
                    + " pg_hba.conf).";
        }
        if (state.startsWith("53")) {
            return "Give PostgreSQL more room on its disk, more memory or more connections (max_connections; CONNECTION"
                    + " LIMIT of role and database).";
        }
        if (state.startsWith("57P03")) {
            return "It is starting, stopping or recovering; start the server again when that is over.";
        }
        return switch (state) {
            case "25006" -> DatabaseRequirements.WRITABLE;
            case "3D000" -> "Create the database, or name another one in spring.datasource.url.";
            case "42501" -> DatabaseRequirements.RIGHTS;
            case "57014", "25P03", "25P04", "55P03" ->
                "A time limit ended it (statement_timeout, lock_timeout and the like). Raise the limit of the role that"
                        + " is used, and start the server again.";
            default -> "";
        };
    }

    private static SQLException innermost(SQLException failure) {
        SQLException told = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException inner && inner.getSQLState() != null) {
                told = inner;
            }
        }
        return told;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }
}
