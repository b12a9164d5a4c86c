package io.ringback.platform.database;

import io.ringback.platform.run.StartFailure;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** What a PostgreSQL must be for the server to run on it, looked at before its tables are made. */
@Component
class DatabaseRequirements implements FlywayMigrationStrategy {

    static final String WRITABLE =
            "Name the primary server in spring.datasource.url, not a standby, and see that neither"
                    + " role nor database has default_transaction_read_only.";

    static final String RIGHTS = "Let the role own the database: ALTER DATABASE … OWNER TO …; or let it create schemas"
            + " there and tables in schema public: GRANT CREATE ON DATABASE … TO …; GRANT CREATE ON SCHEMA public TO ….";

    private final DataSource dataSource;

    DatabaseRequirements(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void migrate(Flyway flyway) {
        var owner = flyway.getConfiguration().getDataSource();
        check(new JdbcDatabaseState(dataSource).read());
        checkOwner(new JdbcDatabaseState(owner).read(), flyway);
        flyway.migrate();
        new JdbcServerRights(owner, dataSource).give();
    }

    private static void check(JdbcDatabaseState.State state) {
        if (!state.encoding().equals("UTF8")) {
            throw new StartFailure(
                    "The database %s has the encoding %s, which cannot hold every name and note."
                            .formatted(state.name(), state.encoding()),
                    "Make one with UTF8: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.");
        }
        if (state.readOnly()) {
            throw new StartFailure("The database %s is read-only.".formatted(state.name()), WRITABLE);
        }
    }

    private static void checkOwner(JdbcDatabaseState.State state, Flyway flyway) {
        if (!state.mayCreate() && flyway.info().pending().length > 0) {
            throw new StartFailure(
                    "The role %s may not create what the server needs in the database %s."
                            .formatted(state.role(), state.name()),
                    RIGHTS);
        }
    }
}
