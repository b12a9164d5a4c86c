package io.ringback.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayProperties;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Migrations have connections of their own: building an index on a large table takes longer than an answer of the
 * database may take in operation.
 */
@Component
class MigrationConnections implements FlywayConfigurationCustomizer {

    private final ObjectProvider<DataSource> dataSource;
    private final FlywayProperties properties;

    MigrationConnections(ObjectProvider<DataSource> dataSource, FlywayProperties properties) {
        this.dataSource = dataSource;
        this.properties = properties;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        if (properties.getUrl() == null
                && properties.getUser() == null
                && dataSource.getObject() instanceof HikariDataSource pool) {
            configuration.dataSource(patient(pool));
            configuration.initSql(pool.getConnectionInitSql());
        }
    }

    private static DataSource patient(HikariDataSource pool) {
        var same = new Properties();
        same.putAll(pool.getDataSourceProperties());
        same.remove("socketTimeout");
        var connections = new DriverManagerDataSource(pool.getJdbcUrl());
        connections.setConnectionProperties(same);
        if (pool.getUsername() != null) {
            connections.setUsername(pool.getUsername());
        }
        if (pool.getPassword() != null) {
            connections.setPassword(pool.getPassword());
        }
        return connections;
    }
}
