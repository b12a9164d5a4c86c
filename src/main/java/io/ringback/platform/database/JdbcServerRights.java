package io.ringback.platform.database;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives the role of the server the rights that it needs on tables of another owner, and no more. */
final class JdbcServerRights {

    private static final Logger log = LoggerFactory.getLogger(JdbcServerRights.class);

    private final JdbcClient owner;
    private final JdbcClient server;

    JdbcServerRights(DataSource owner, DataSource server) {
        this.owner = JdbcClient.create(owner);
        this.server = JdbcClient.create(server);
    }

    void give() {
        var role = role(server);
        if (!role.equals(role(owner))) {
            owner.sql("SELECT ringback.let_serve(?::name)").param(role).query(row -> {});
        }
        if (mayChangeTheTrail()) {
            log.warn(
                    "The role {} may change the audit trail: let another one own the tables (docs/deployment.md)",
                    role);
        }
    }

    private boolean mayChangeTheTrail() {
        return server.sql("SELECT has_table_privilege('ringback.audit_event', 'UPDATE')")
                .query(Boolean.class)
                .single();
    }

    private static String role(JdbcClient jdbc) {
        return jdbc.sql("SELECT current_user").query(String.class).single();
    }
}
