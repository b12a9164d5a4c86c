package io.ringback.account;

/** An account with the hash of its password. */
record Credentials(Account account, String passwordHash) {

    @Override
    public String toString() {
        return "Credentials[" + account.id() + "]";
    }
}
