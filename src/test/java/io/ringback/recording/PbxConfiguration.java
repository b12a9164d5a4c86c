package io.ringback.recording;

import io.ringback.support.RecordingSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * A telephone system on this machine, and the address of one that is down. It runs for as long as the server, which is
 * the same one for all tests that import it.
 */
@TestConfiguration(proxyBeanMethods = false)
class PbxConfiguration {

    @Bean
    RecordingSource pbx() {
        return RecordingSource.start();
    }

    @Bean
    DynamicPropertyRegistrar recordingSettings(RecordingSource pbx) {
        return registry -> {
            registry.add("ringback.recordings.sources", () -> pbx.base() + ", http://127.0.0.1:1/recordings/");
            registry.add("ringback.recordings.authorization", () -> "Bearer for-the-pbx");
            registry.add("ringback.recordings.max-size", () -> "1MB");
            registry.add("ringback.recordings.timeout", () -> "PT1S");
        };
    }
}
