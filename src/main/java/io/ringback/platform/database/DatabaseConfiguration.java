package io.ringback.platform.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.flyway.FlywayProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/**
 * Decides where the data lives. Spring Boot makes the connection pool in both cases; it depends on the connection
 * details and they on the database, so the embedded database is closed after everything that uses it.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoDataSourceConfigured.class)
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedDatabase embeddedDatabase(DataFolderProperties properties) {
            return EmbeddedDatabase.start(
                    properties.dataFolder(), properties.embeddedDatabasePort(), properties.embeddedDatabaseBuffers());
        }

        @Bean(destroyMethod = "close", initMethod = "start")
        EmbeddedDatabaseWatch embeddedDatabaseWatch(EmbeddedDatabase database, ApplicationEventPublisher events) {
            return new EmbeddedDatabaseWatch(database, events);
        }

        @Bean
        JdbcConnectionDetails embeddedConnectionDetails(EmbeddedDatabase database) {
            return new EmbeddedConnectionDetails(database);
        }

        @Bean
        DatabaseOwner embeddedDatabaseOwner(EmbeddedDatabase database) {
            return new DatabaseOwner(database.owner(), database.password());
        }

        @Bean
        DatabaseMode embeddedDatabaseMode() {
            return DatabaseMode.EMBEDDED;
        }
    }

    @Bean
    @ConditionalOnMissingBean
    DatabaseMode configuredDatabaseMode() {
        return DatabaseMode.CONFIGURED;
    }

    @Bean
    @ConditionalOnMissingBean
    DatabaseOwner configuredDatabaseOwner(FlywayProperties properties) {
        return StringUtils.hasText(properties.getUser())
                ? new DatabaseOwner(properties.getUser(), properties.getPassword())
                : new DatabaseOwner(null, null);
    }

    private record EmbeddedConnectionDetails(EmbeddedDatabase database) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return database.user();
        }

        @Override
        public String getPassword() {
            return database.password();
        }

        @Override
        public String getJdbcUrl() {
            return database.jdbcUrl();
        }
    }
}
