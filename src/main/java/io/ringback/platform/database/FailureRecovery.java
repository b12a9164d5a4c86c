package io.ringback.platform.database;

/**
 * Mends, in a transaction of its own, what made a piece of work fail, so that {@link Transactions} can run the work once
 * more.
 */
public interface FailureRecovery {

    boolean helpsAgainst(RuntimeException failure);

    /** @param again whether the very same failure has been mended before in the same piece of work */
    void apply(RuntimeException failure, boolean again);
}
