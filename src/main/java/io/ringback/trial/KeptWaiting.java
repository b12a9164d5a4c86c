package io.ringback.trial;

import io.ringback.platform.problem.Busy;
import io.ringback.platform.problem.SqlState;
import java.sql.SQLException;
import java.util.Optional;

/** Tells what has failed only because others were in the way, or nobody came to it, from what a model has done. */
public final class KeptWaiting {

    private KeptWaiting() {}

    /** As it is to be told; empty when nobody was in the way. */
    public static Optional<Busy> in(Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < 50; depth++, link = link.getCause()) {
            if (link instanceof Busy busy) {
                return Optional.of(busy);
            }
            if (link instanceof SQLException database && isLimit(database)) {
                return Optional.of(new Busy("The database is too busy for playing just now; try again in a moment."));
            }
        }
        return Optional.empty();
    }

    /** Of time, or a deadlock: two that wait for each other. */
    private static boolean isLimit(SQLException failure) {
        return "40P01".equals(failure.getSQLState())
                || SqlState.of(failure.getSQLState())
                        .filter(state -> state == SqlState.TIME_LIMIT || state == SqlState.LOCK_TIME_LIMIT)
                        .isPresent();
    }
}
