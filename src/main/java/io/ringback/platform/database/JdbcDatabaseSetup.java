package io.ringback.platform.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the role and the database that the server uses in a fresh cluster. */
final class JdbcDatabaseSetup {

    static final String ROLE = "ringback";
    static final String DATABASE = "ringback";

    private final JdbcClient superuser;

    JdbcDatabaseSetup(DataSource superuser) {
        this.superuser = JdbcClient.create(superuser);
    }

    /** The password is one of ours and needs no quoting; such a statement takes no parameters. */
    void run(String password) {
        superuser.sql("CREATE ROLE ringback LOGIN PASSWORD '" + password + "'").update();
        superuser.sql("CREATE DATABASE ringback OWNER ringback").update();
    }
}
