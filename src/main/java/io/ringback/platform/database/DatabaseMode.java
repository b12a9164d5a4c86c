package io.ringback.platform.database;

/** Where the data lives; there is one bean of this type. */
public enum DatabaseMode {
    /** Nothing was configured: a PostgreSQL of our own in the data folder, with demo accounts and lists. */
    EMBEDDED,
    /** A data source was configured: an organisation's PostgreSQL, without any demo. */
    CONFIGURED;

    public boolean isEmbedded() {
        return this == EMBEDDED;
    }
}
