package io.ringback.account;

/** The order in which people are shown; it is total, since an id is there once. */
public enum PeopleOrder {
    NAME,
    ACCOUNT,

    /** Whoever signed in last first; those who never did at the end. */
    LAST_SIGN_IN
}
