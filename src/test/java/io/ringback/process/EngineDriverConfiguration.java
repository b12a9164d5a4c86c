package io.ringback.process;

import io.ringback.support.MovableClock;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.RuntimeService;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration(proxyBeanMethods = false)
public class EngineDriverConfiguration {

    @Bean
    EngineDriver engineDriver(RuntimeService runtime, ManagementService management, MovableClock clock) {
        return new EngineDriver(runtime, management, clock);
    }
}
