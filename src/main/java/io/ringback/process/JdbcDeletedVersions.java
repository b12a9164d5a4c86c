package io.ringback.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of processes that were deleted. Nothing runs on them any more, but cases have: their files stay where they were. */
@Repository
class JdbcDeletedVersions {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDeletedVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes where its file is. */
    void add(JdbcModelVersions.Version version) {
        jdbc.sql("""
                        INSERT INTO ringback.deleted_version
                            (definition_id, process, version, deployment_id, file, deleted_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (definition_id) DO NOTHING""")
                .params(
                        version.definitionId(),
                        version.key(),
                        version.version(),
                        version.deploymentId(),
                        version.file(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    Optional<JdbcModels.Place> place(String definitionId) {
        return jdbc.sql("SELECT process, deployment_id, file FROM ringback.deleted_version WHERE definition_id = ?")
                .param(definitionId)
                .query((row, number) -> new JdbcModels.Place(
                        row.getString("process"), row.getString("deployment_id"), row.getString("file")))
                .optional();
    }

    Optional<JdbcModels.Place> place(String process, int version) {
        return jdbc.sql(
                        "SELECT process, deployment_id, file FROM ringback.deleted_version WHERE process = ? AND version = ?")
                .params(process, version)
                .query((row, number) -> new JdbcModels.Place(
                        row.getString("process"), row.getString("deployment_id"), row.getString("file")))
                .optional();
    }

    /** The engine's id of a version that was deleted. */
    Optional<String> definition(String process, int version) {
        return jdbc.sql("SELECT definition_id FROM ringback.deleted_version WHERE process = ? AND version = ?")
                .params(process, version)
                .query(String.class)
                .optional();
    }
}
