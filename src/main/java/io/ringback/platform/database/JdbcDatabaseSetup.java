package io.ringback.platform.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the database and its two roles in a fresh cluster: one owns the tables and makes them, and the server is the other.
 * Clusters of earlier versions have the first role only.
 */
final class JdbcDatabaseSetup {

    static final String OWNER = "ringback";
    static final String SERVER = "ringback_server";
    static final String DATABASE = "ringback";

    private final JdbcClient superuser;

    JdbcDatabaseSetup(DataSource superuser) {
        this.superuser = JdbcClient.create(superuser);
    }

    /** The password is one of ours and needs no quoting; such a statement takes no parameters. */
    void run(String password) {
        makeRole(OWNER, password);
        superuser.sql("CREATE DATABASE ringback OWNER ringback").update();
        makeServerRole(password);
    }

    /** In a cluster of any version. */
    void makeServerRole(String password) {
        var exists = superuser
                .sql("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)")
                .param(SERVER)
                .query(Boolean.class)
                .single();
        if (!exists) {
            makeRole(SERVER, password);
        }
    }

    private void makeRole(String name, String password) {
        superuser
                .sql("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, password))
                .update();
    }
}
