package io.ringback.stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many answers may stay open on a node at once, for each account and altogether. Each costs a connection and memory, a
 * file and a recording also a thread, and a file a connection to the database.
 */
@ConfigurationProperties("ringback.streams")
record StreamLimits(
        @DefaultValue("20") int eventsPerAccount,
        @DefaultValue("2000") int eventsTotal,
        @DefaultValue("2") int exportsPerAccount,
        @DefaultValue("4") int exportsTotal,
        @DefaultValue("5") int recordingsPerAccount,
        @DefaultValue("50") int recordingsTotal) {

    StreamLimits {
        check("events-per-account", eventsPerAccount);
        check("events-total", eventsTotal);
        check("exports-per-account", exportsPerAccount);
        check("exports-total", exportsTotal);
        check("recordings-per-account", recordingsPerAccount);
        check("recordings-total", recordingsTotal);
    }

    int perAccount(StreamKind kind) {
        return switch (kind) {
            case EVENTS -> eventsPerAccount;
            case EXPORT -> exportsPerAccount;
            case RECORDING -> recordingsPerAccount;
        };
    }

    int total(StreamKind kind) {
        return switch (kind) {
            case EVENTS -> eventsTotal;
            case EXPORT -> exportsTotal;
            case RECORDING -> recordingsTotal;
        };
    }

    private static void check(String name, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "ringback.streams.%s: expected at least 1, but it is %d".formatted(name, limit));
        }
    }
}
