package io.ringback.platform.database;

import org.springframework.dao.OptimisticLockingFailureException;

/** A race that may be none: when it is lost each time, something else is wrong. */
public class RepeatedRace extends OptimisticLockingFailureException {

    private final RuntimeException otherwise;

    /** @param otherwise what is wrong if it is lost each time */
    public RepeatedRace(String message, Throwable cause, RuntimeException otherwise) {
        super(message, cause);
        this.otherwise = otherwise;
    }

    RuntimeException otherwise() {
        return otherwise;
    }
}
