package io.ringback.account;

/**
 * All sessions of an account are ended by somebody else, or because its password or roles changed. Published in the
 * transaction that does it, while the account still is what it was.
 *
 * @param account as it was
 * @param actor who did it
 */
public record SessionsEnded(Account account, String actor) {}
