package io.ringback.stream;

import java.time.Duration;

/** What stays open, each with a limit of its own. */
public enum StreamKind {
    EVENTS("streams of events", Duration.ofSeconds(15)),
    EXPORT("files that are being written", Duration.ofSeconds(10)),
    RECORDING("recordings that are being played", Duration.ofSeconds(5));

    private final String words;
    private final Duration retryAfter;

    StreamKind(String words, Duration retryAfter) {
        this.words = words;
        this.retryAfter = retryAfter;
    }

    String words() {
        return words;
    }

    /** After how long a place may have become free. */
    Duration retryAfter() {
        return retryAfter;
    }
}
