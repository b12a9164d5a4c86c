package io.ringback.recording;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where recordings are fetched from.
 *
 * @param sources the addresses they must lie below; without any no recording is played
 * @param authorization for each source in the same order, the value of the header {@code Authorization} for it
 * @param maxSize larger ones are not played
 * @param timeout how long to wait for the connection, and for each further part of a recording
 */
@ConfigurationProperties("ringback.recordings")
record RecordingSettings(
        @DefaultValue List<String> sources,
        @DefaultValue List<String> authorization,
        @DefaultValue("100MB") DataSize maxSize,
        @DefaultValue("PT10S") Duration timeout) {

    /** Without the credentials, which belong in no log. */
    @Override
    public String toString() {
        return "RecordingSettings[sources=%s, maxSize=%s, timeout=%s]".formatted(sources, maxSize, timeout);
    }
}
