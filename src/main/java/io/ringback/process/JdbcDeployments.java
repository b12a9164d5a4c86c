package io.ringback.process;

import io.ringback.process.check.EngineCopy;
import io.ringback.process.check.ModelKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has been deployed, by the engine's tables, and what each node has found in its folders. */
@Repository
class JdbcDeployments {

    private static final long LOCK = 0x52494e474d4f444cL;

    /** The files with the newest version of each model. */
    private static final String NEWEST = """
            WITH newest AS (
                (SELECT DISTINCT ON (key_) resource_name_, deployment_id_
                 FROM public.act_re_procdef ORDER BY key_, version_ DESC, id_)
                UNION
                (SELECT DISTINCT ON (key_) resource_name_, deployment_id_
                 FROM public.act_re_decision_def ORDER BY key_, version_ DESC, id_)
                UNION
                (SELECT DISTINCT ON (key_) resource_name_, deployment_id_
                 FROM public.act_re_camformdef ORDER BY key_, version_ DESC, id_))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDeployments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A file as it was deployed once.
     *
     * @param by which node has brought it; null when nobody noted that
     */
    record Deployed(String sha256, @Nullable String by, Instant at, String deploymentId) {}

    /** One node at a time compares and deploys, until the end of its transaction. */
    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, number) -> 1)
                .list();
    }

    /** All contents a file has been deployed with, as it was written, the newest first. */
    List<Deployed> of(String folder, String file) {
        return jdbc.sql("""
                        SELECT encode(sha256(content.bytes_), 'hex') AS sha256, deployment.source_,
                               deployment.deploy_time_, deployment.id_
                        FROM public.act_re_deployment deployment
                        JOIN public.act_ge_bytearray content ON content.deployment_id_ = deployment.id_
                        WHERE deployment.name_ = :folder
                          AND (content.name_ = :original OR content.name_ = :file AND NOT EXISTS (
                              SELECT FROM public.act_ge_bytearray original
                              WHERE original.deployment_id_ = deployment.id_ AND original.name_ = :original))
                        ORDER BY deployment.deploy_time_ DESC, deployment.id_ DESC""")
                .param("folder", folder)
                .param("file", file)
                .param("original", EngineCopy.original(file))
                .query((row, number) -> new Deployed(
                        row.getString("sha256"),
                        row.getString("source_"),
                        Optional.ofNullable(JdbcModels.time(row, "deploy_time_"))
                                .orElse(Instant.EPOCH),
                        row.getString("id_")))
                .list();
    }

    /** What serves of each model, as it was written, by the names of the files that hold the newest version of it. */
    Map<String, byte[]> serving() {
        return serving("true");
    }

    /** Those of them that a designer or a folder has brought. */
    Map<String, byte[]> servingButShipped() {
        return serving("""
                EXISTS (SELECT FROM ringback.model_deployment origin
                        WHERE origin.deployment_id = newest.deployment_id_
                          AND (origin.origin = 'DESIGNER'
                               OR origin.origin = 'FOLDER' AND NOT newest.resource_name_ = ANY (origin.shipped_files)))""");
    }

    /** The names of the files that {@link #serving()} holds. */
    List<String> servingNames() {
        return jdbc.sql(NEWEST + "SELECT DISTINCT resource_name_ FROM newest ORDER BY resource_name_")
                .query(String.class)
                .list();
    }

    private Map<String, byte[]> serving(String which) {
        var files = new TreeMap<String, byte[]>();
        jdbc.sql(NEWEST + """
                        SELECT DISTINCT ON (newest.resource_name_) newest.resource_name_,
                               coalesce(original.bytes_, content.bytes_) AS bytes
                        FROM newest
                        JOIN public.act_re_deployment deployment ON deployment.id_ = newest.deployment_id_
                        JOIN public.act_ge_bytearray content
                          ON content.deployment_id_ = deployment.id_ AND content.name_ = newest.resource_name_
                        LEFT JOIN public.act_ge_bytearray original
                          ON original.deployment_id_ = deployment.id_ AND original.name_ = newest.resource_name_ || ?
                        WHERE %s
                        ORDER BY newest.resource_name_, deployment.deploy_time_ DESC, deployment.id_ DESC""".formatted(which)).param(EngineCopy.original("")).query(row -> {
            files.put(row.getString("resource_name_"), row.getBytes("bytes"));
        });
        return files;
    }

    /**
     * A file as it was written.
     *
     * @param file its name in the engine, or as whoever deployed it called it
     */
    Optional<byte[]> content(String deploymentId, String file) {
        return jdbc.sql("""
                        SELECT bytes_ FROM public.act_ge_bytearray WHERE deployment_id_ = ? AND name_ IN (?, ?)
                        ORDER BY (name_ = ?) LIMIT 1""")
                .params(deploymentId, file, EngineCopy.original(ModelKind.fileName(file)), file)
                .query((row, number) -> row.getBytes("bytes_"))
                .optional();
    }

    /** The newest version of a process, as the engine has it. */
    Optional<EngineFile> newest(String process) {
        return jdbc.sql("""
                        SELECT content.name_, content.bytes_ FROM public.act_re_procdef process
                        JOIN public.act_ge_bytearray content ON content.deployment_id_ = process.deployment_id_
                            AND content.name_ = process.resource_name_
                        WHERE process.key_ = ? ORDER BY process.version_ DESC LIMIT 1""")
                .param(process)
                .query((row, number) -> new EngineFile(row.getString("name_"), row.getBytes("bytes_")))
                .optional();
    }

    /** A file as the engine has it. */
    record EngineFile(String file, byte[] bytes) {}

    /** The engine's ids of the forms of a deployment. */
    List<String> formsOf(String deploymentId) {
        return jdbc.sql("SELECT id_ FROM public.act_re_camformdef WHERE deployment_id_ = ?")
                .param(deploymentId)
                .query(String.class)
                .list();
    }

    /** Forgets what the node has told of the folder before, and what nodes have told that are gone for long. */
    void forget(String node, String folder, Instant goneBefore) {
        jdbc.sql("DELETE FROM ringback.node_model WHERE (node = ? AND folder = ?) OR seen_at < ?")
                .params(node, folder, Timestamp.from(goneBefore))
                .update();
    }

    void tell(String node, String folder, String file, String state, @Nullable String says) {
        jdbc.sql("""
                        INSERT INTO ringback.node_model (node, folder, file, state, says, seen_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (node, folder, file) DO UPDATE
                        SET state = excluded.state, says = excluded.says, seen_at = excluded.seen_at""")
                .params(java.util.Arrays.asList(node, folder, file, state, says, Timestamp.from(clock.instant())))
                .update();
    }
}
