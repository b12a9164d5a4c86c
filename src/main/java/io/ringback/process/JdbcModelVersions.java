package io.ringback.process;

import io.ringback.design.ModelVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of processes, decisions and forms by the engine's tables. */
@Repository
class JdbcModelVersions {

    private static final String ALL = """
            SELECT 1 AS kind, id_, key_, version_, resource_name_, deployment_id_ FROM public.act_re_procdef WHERE %1$s
            UNION ALL
            SELECT 2, id_, key_, version_, resource_name_, deployment_id_ FROM public.act_re_decision_def WHERE %1$s
            UNION ALL
            SELECT 3, id_, key_, version_, resource_name_, deployment_id_ FROM public.act_re_camformdef WHERE %1$s
            """;

    private final JdbcClient jdbc;

    JdbcModelVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version of a model.
     *
     * @param definitionId the engine's
     */
    record Version(boolean isProcess, String definitionId, String key, int version, String file, String deploymentId) {

        ModelVersion told(boolean unchanged) {
            return new ModelVersion(key, version, unchanged);
        }
    }

    /** The newest one of each that a file has held. */
    List<Version> ofFile(String file) {
        return jdbc.sql("SELECT DISTINCT ON (kind, key_) * FROM (" + ALL.formatted("resource_name_ = :file")
                        + ") all_of_them ORDER BY kind, key_, version_ DESC")
                .param("file", file)
                .query(JdbcModelVersions::version)
                .list();
    }

    List<Version> ofDeployment(String id) {
        return jdbc.sql(ALL.formatted("deployment_id_ = :id") + "ORDER BY kind, key_, version_")
                .param("id", id)
                .query(JdbcModelVersions::version)
                .list();
    }

    /** Of a process before one of a decision or form with the same key. */
    Optional<Version> find(String key, int version) {
        return jdbc.sql(ALL.formatted("key_ = :key AND version_ = :version") + "ORDER BY kind LIMIT 1")
                .param("key", key)
                .param("version", version)
                .query(JdbcModelVersions::version)
                .optional();
    }

    boolean isNewest(Version version) {
        return jdbc.sql("SELECT max(version_) = ? FROM public.act_re_procdef WHERE key_ = ?")
                .params(version.version(), version.key())
                .query(Boolean.class)
                .single();
    }

    /** Open instances of a version of a process. */
    long running(String definitionId) {
        return jdbc.sql("SELECT count(*) FROM public.act_ru_execution WHERE proc_def_id_ = ? AND parent_id_ IS NULL")
                .param(definitionId)
                .query(Long.class)
                .single();
    }

    /** Nobody begins an instance of the version until the end of the transaction: each names it in its row. */
    void lock(String definitionId) {
        jdbc.sql("SELECT 1 FROM public.act_re_procdef WHERE id_ = ? FOR UPDATE")
                .param(definitionId)
                .query(row -> {});
    }

    void forgetFaults(String definitionId) {
        jdbc.sql("DELETE FROM ringback.model_fault WHERE definition_id = ?")
                .param(definitionId)
                .update();
    }

    /**
     * Who has brought a deployment, when and why.
     *
     * @param by null when nobody noted that
     */
    record Origin(Instant at, @Nullable String by, @Nullable String reason) {}

    Optional<Origin> origin(String deploymentId) {
        return jdbc.sql("SELECT at, deployed_by, reason FROM ringback.model_deployment WHERE deployment_id = ?")
                .param(deploymentId)
                .query((row, number) -> new Origin(
                        row.getTimestamp("at").toInstant(), row.getString("deployed_by"), row.getString("reason")))
                .optional();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getInt("kind") == 1,
                row.getString("id_"),
                row.getString("key_"),
                row.getInt("version_"),
                row.getString("resource_name_"),
                row.getString("deployment_id_"));
    }
}
