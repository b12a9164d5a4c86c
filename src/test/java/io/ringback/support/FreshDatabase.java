package io.ringback.support;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each Spring context a {@link TestDatabase} of its own. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties = ServerRole.settings(TestDatabase.migrated().url());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", properties));
    }
}
