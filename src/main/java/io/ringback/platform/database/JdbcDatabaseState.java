package io.ringback.platform.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a database says of itself and of the role that asks. */
final class JdbcDatabaseState {

    private final JdbcClient jdbc;

    JdbcDatabaseState(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    State read() {
        return jdbc.sql("""
                        SELECT current_database() AS name, current_user AS role,
                               current_setting('server_encoding') AS encoding,
                               pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS read_only,
                               has_schema_privilege('public', 'CREATE')
                                   AND CASE WHEN to_regnamespace('ringback') IS NULL
                                            THEN has_database_privilege(current_database(), 'CREATE')
                                            ELSE has_schema_privilege('ringback', 'CREATE') END AS may_create""").query(State.class).single();
    }

    /**
     * @param name of the database
     * @param mayCreate the tables of the server and of the engine
     */
    record State(String name, String role, String encoding, boolean readOnly, boolean mayCreate) {}
}
