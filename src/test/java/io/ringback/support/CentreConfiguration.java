package io.ringback.support;

import io.ringback.process.SharedStatements;
import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestConfiguration(proxyBeanMethods = false)
public class CentreConfiguration {

    @Bean
    Centre centre(JdbcClient jdbc, Environment environment, Clock clock) {
        return new Centre(jdbc, environment, clock);
    }

    @Bean
    SharedStatements sharedStatements() {
        return new SharedStatements();
    }
}
