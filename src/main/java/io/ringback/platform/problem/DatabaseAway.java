package io.ringback.platform.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * The one place that knows whether something failed because the database is away: not to be reached, restarting,
 * read-only, full, or too slow to answer. Then nothing is wrong with what was asked for, and it can be asked again.
 */
public final class DatabaseAway {

    /**
     * How drivers and pools end when a connection, its statement or the pool was closed under who uses it; without a
     * SQLSTATE, or with one that means anything.
     */
    private static final Pattern CLOSED = Pattern.compile(".*(onnection is closed|has been closed)\\.?");

    private static final List<Class<? extends Throwable>> WITHOUT_STATE = List.of(
            CannotCreateTransactionException.class,
            DataAccessResourceFailureException.class,
            QueryTimeoutException.class,
            RecoverableDataAccessException.class,
            TransactionTimedOutException.class,
            TransientDataAccessResourceException.class);

    private DatabaseAway() {}

    /** Whether the database's absence is what made this fail, however deep below. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        var chain = chain(failure);
        return chain.stream().anyMatch(DatabaseAway::says)
                || (stateOf(chain).isEmpty()
                        && chain.stream()
                                .anyMatch(link -> WITHOUT_STATE.stream().anyMatch(type -> type.isInstance(link))));
    }

    /** For one line of log: what the driver or the pool said, with its SQLSTATE if it has one. */
    public static String reason(Throwable failure) {
        var chain = chain(failure);
        var told = chain.stream()
                .filter(DatabaseAway::says)
                .reduce((outer, inner) -> inner)
                .orElse(failure);
        var words = String.valueOf(told.getMessage()).lines().findFirst().orElse("");
        return stateOf(chain).map(state -> state + ": ").orElse("") + words;
    }

    private static boolean says(Throwable link) {
        if (!(link instanceof SQLException failure)) {
            return false;
        }
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLTimeoutException
                || CLOSED.matcher(String.valueOf(failure.getMessage())).matches()
                || SqlState.of(failure.getSQLState()).filter(SqlState::isAway).isPresent();
    }

    private static Optional<String> stateOf(List<Throwable> chain) {
        return chain.stream()
                .filter(SQLException.class::isInstance)
                .map(link -> ((SQLException) link).getSQLState())
                .filter(state -> state != null && !state.isEmpty())
                .reduce((outer, inner) -> inner);
    }

    /** The failure and all below it, also what a failed rollback has covered up, each once. */
    private static List<Throwable> chain(@Nullable Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        add(open, failure);
        while (!open.isEmpty()) {
            var link = open.pop();
            if (seen.add(link)) {
                chain.add(link);
                if (link instanceof TransactionSystemException covering) {
                    add(open, covering.getApplicationException());
                }
                if (link instanceof SQLException several) {
                    add(open, several.getNextException());
                }
                add(open, link.getCause());
            }
        }
        return chain;
    }

    private static void add(Deque<Throwable> open, @Nullable Throwable link) {
        if (link != null) {
            open.push(link);
        }
    }
}
