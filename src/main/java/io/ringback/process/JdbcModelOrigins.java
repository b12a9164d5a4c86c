package io.ringback.process;

import io.ringback.design.ModelOrigin;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has brought each deployment, and why. Whoever deploys writes it in the same transaction. */
@Repository
class JdbcModelOrigins {

    /**
     * Who has brought a deployment, when and why.
     *
     * @param by null when nobody noted that
     */
    record Origin(Instant at, @Nullable String by, @Nullable String reason) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcModelOrigins(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty for what was deployed before such notes. */
    Optional<Origin> of(String deploymentId) {
        return jdbc.sql("SELECT at, deployed_by, reason FROM ringback.model_deployment WHERE deployment_id = ?")
                .param(deploymentId)
                .query((row, number) -> new Origin(
                        row.getTimestamp("at").toInstant(), row.getString("deployed_by"), row.getString("reason")))
                .optional();
    }

    /** What a node has found: in its folder, if it has one, or packed into the server. */
    void noteFound(String deploymentId, String node, boolean inFolder, Set<String> shipped) {
        note(deploymentId, inFolder ? ModelOrigin.FOLDER : ModelOrigin.SHIPPED, node, null);
        jdbc.sql("UPDATE ringback.model_deployment SET shipped_files = ? WHERE deployment_id = ?")
                .params(shipped.toArray(String[]::new), deploymentId)
                .update();
    }

    /**
     * @param by the account of a designer, or the node
     * @param reason as the designer gave it
     */
    void note(String deploymentId, ModelOrigin origin, @Nullable String by, @Nullable String reason) {
        jdbc.sql("""
                        INSERT INTO ringback.model_deployment (deployment_id, origin, deployed_by, reason, at)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(Arrays.asList(deploymentId, origin.name(), by, reason, Timestamp.from(clock.instant())))
                .update();
    }
}
