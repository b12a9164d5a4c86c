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
    private final ObjectProvider<DatabaseOwner> owner;
    private final FlywayProperties properties;

    MigrationConnections(
            ObjectProvider<DataSource> dataSource, ObjectProvider<DatabaseOwner> owner, FlywayProperties properties) {
        this.dataSource = dataSource;
        this.owner = owner;
        this.properties = properties;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        if (properties.getUrl() == null && dataSource.getObject() instanceof HikariDataSource pool) {
            configuration.dataSource(patient(pool, owner.getObject()));
            // Elsewhere a statement ends when its node has let go of it; those of a migration take as long as they
            // take.
            configuration.initSql(pool.getConnectionInitSql() + ";\nSET statement_timeout = 0");
        }
    }

    private static DataSource patient(HikariDataSource pool, DatabaseOwner owner) {
        var same = new Properties();
        same.putAll(pool.getDataSourceProperties());
        same.remove("socketTimeout");
        var connections =
                new DriverManagerDataSource(owner.name() == null ? pool.getJdbcUrl() : withoutRole(pool.getJdbcUrl()));
        connections.setConnectionProperties(same);
        var name = owner.name() == null ? pool.getUsername() : owner.name();
        if (name != null) {
            connections.setUsername(name);
        }
        var password = owner.name() == null ? pool.getPassword() : owner.password();
        if (password != null) {
            connections.setPassword(password);
        }
        return connections;
    }

    /** What an address says of the role would win against what is set. */
    private static String withoutRole(String url) {
        return url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "");
    }
}
