package io.ringback.platform.database;

import java.util.Map;

/** What the embedded PostgreSQL may write into its log, for the one that tests share to keep to as well. */
public final class LogOfEmbedded {

    public static final Map<String, String> SETTINGS = PostgresLog.SETTINGS;

    private LogOfEmbedded() {}
}
