package io.ringback.process;

import io.ringback.design.KindOfModel;
import io.ringback.design.ModelVersion;
import io.ringback.design.NewestVersions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of processes, decisions and forms by the engine's tables. */
@Repository
class JdbcModelVersions implements NewestVersions {

    /** In the order of {@link KindOfModel}. */
    private static final String ALL = """
            SELECT 0 AS kind, id_, key_, version_, resource_name_, deployment_id_ FROM public.act_re_procdef WHERE %1$s
            UNION ALL
            SELECT 1, id_, key_, version_, resource_name_, deployment_id_ FROM public.act_re_decision_def WHERE %1$s
            UNION ALL
            SELECT 2, id_, key_, version_, resource_name_, deployment_id_ FROM public.act_re_camformdef WHERE %1$s
            """;

    private final JdbcClient jdbc;

    JdbcModelVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version of a model.
     *
     * @param definitionId the engine's
     * @param file its name in the engine
     */
    record Version(KindOfModel kind, String definitionId, String key, int version, String file, String deploymentId) {

        ModelVersion told(boolean unchanged) {
            return new ModelVersion(key, version, unchanged);
        }
    }

    @Override
    public Map<String, Integer> newest(Collection<String> keys) {
        record Newest(String key, int version) {}
        return keys.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT key_ AS key, max(version_) AS version FROM (" + ALL.formatted("key_ IN (:keys)")
                                + ") deployed GROUP BY key_")
                        .param("keys", keys)
                        .query(Newest.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Newest::key, Newest::version));
    }

    /** The keys of all that was ever deployed of a kind, in order. */
    List<String> keys(KindOfModel kind) {
        return jdbc.sql("SELECT DISTINCT key_ FROM (" + ALL.formatted("key_ IS NOT NULL")
                        + ") deployed WHERE kind = ? ORDER BY key_")
                .param(kind.ordinal())
                .query(String.class)
                .list();
    }

    /** The newest one of each that a file has held. */
    List<Version> ofFile(String file) {
        return jdbc.sql("SELECT DISTINCT ON (kind, key_) * FROM (" + ALL.formatted("resource_name_ = :file")
                        + ") deployed ORDER BY kind, key_, version_ DESC")
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

    /** A key that is that of a process and of a decision or form, too, means the process. */
    Optional<Version> find(String key, int version) {
        return jdbc.sql("SELECT * FROM (" + ALL.formatted("key_ = :key") + """
                        ) deployed WHERE version_ = :version
                        AND kind = (SELECT min(kind) FROM (%s) any_version) ORDER BY id_ LIMIT 1""".formatted(ALL.formatted("key_ = :key")))
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

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                KindOfModel.values()[row.getInt("kind")],
                row.getString("id_"),
                row.getString("key_"),
                row.getInt("version_"),
                row.getString("resource_name_"),
                row.getString("deployment_id_"));
    }
}
