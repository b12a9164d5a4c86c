package io.ringback.account;

import org.jspecify.annotations.Nullable;

/**
 * An account with the hash of its password.
 *
 * @param passwordHash null while it has no password, so that none is right
 */
public record Credentials(Account account, @Nullable String passwordHash) {

    @Override
    public String toString() {
        return "Credentials[" + account.id() + "]";
    }
}
