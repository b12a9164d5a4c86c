package io.ringback.process;

import io.ringback.callback.BlamedModel;
import io.ringback.callback.DeployedModels;
import io.ringback.callback.ModelFault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of processes by the engine's tables, and what is known of them. The engine's times are UTC without a zone. */
@Repository
class JdbcModels implements DeployedModels {

    private record Version(String process, String file, int version) {}

    /** Where the file of a version is. */
    record Place(String process, String deploymentId, String file) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcModels(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The engine's id of the newest version of a process that is not known not to start. */
    Optional<String> newestThatStarts(String process) {
        return jdbc.sql("""
                        SELECT id_ FROM public.act_re_procdef
                        WHERE key_ = ? AND suspension_state_ = 1 AND NOT EXISTS (
                            SELECT FROM ringback.model_fault WHERE definition_id = id_ AND NOT starts)
                        ORDER BY version_ DESC LIMIT 1""").param(process).query(String.class).optional();
    }

    Optional<Place> place(String definitionId) {
        return jdbc.sql("SELECT key_, deployment_id_, resource_name_ FROM public.act_re_procdef WHERE id_ = ?")
                .param(definitionId)
                .query((row, number) -> new Place(
                        row.getString("key_"), row.getString("deployment_id_"), row.getString("resource_name_")))
                .optional();
    }

    /** Which processes begin with a message, or with a name of it of their own, by their newest versions, in order. */
    List<String> beginningWith(String message) {
        return jdbc.sql("""
                        SELECT DISTINCT definition.key_
                        FROM public.act_ru_event_subscr start
                        JOIN public.act_re_procdef definition ON definition.id_ = start.configuration_
                        WHERE start.execution_id_ IS NULL
                          AND start.event_name_ IN (:message, :message || '.' || definition.key_)
                        ORDER BY 1""").param("message", message).query(String.class).list();
    }

    /** What the newest version of a process that does not start goes wrong at. */
    Optional<ModelFault> newestFault(String process) {
        return jdbc.sql("""
                        SELECT definition_id, element_id, message FROM ringback.model_fault
                        WHERE process = ? AND NOT starts ORDER BY version DESC LIMIT 1""")
                .param(process)
                .query((row, number) -> new ModelFault(
                        row.getString("definition_id"), row.getString("element_id"), row.getString("message")))
                .optional();
    }

    @Override
    public BlamedModel blame(ModelFault fault, boolean starts) {
        var found = version(fault.definitionId());
        if (found.isEmpty()) {
            return new BlamedModel(null, null, fault.element(), fault.message());
        }
        var version = found.get();
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        INSERT INTO ringback.model_fault
                            (definition_id, process, file, version, element_id, message, starts, first_at, last_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (definition_id) DO UPDATE
                        SET element_id = excluded.element_id, message = excluded.message,
                            starts = model_fault.starts AND excluded.starts, last_at = excluded.last_at,
                            times = model_fault.times + 1""")
                .params(Arrays.asList(
                        fault.definitionId(),
                        version.process(),
                        version.file(),
                        version.version(),
                        fault.element(),
                        fault.message(),
                        starts,
                        now,
                        now))
                .update();
        return new BlamedModel(version.file(), version.version(), fault.element(), fault.message());
    }

    private Optional<Version> version(@Nullable String definitionId) {
        return definitionId == null
                ? Optional.empty()
                : jdbc.sql("SELECT key_, resource_name_, version_ FROM public.act_re_procdef WHERE id_ = ?")
                        .param(definitionId)
                        .query((row, number) -> new Version(
                                row.getString("key_"), row.getString("resource_name_"), row.getInt("version_")))
                        .optional();
    }

    @Override
    public Instant changedAt() {
        return jdbc.sql("SELECT max(deploy_time_) AS at FROM public.act_re_deployment")
                .query((row, number) -> Optional.ofNullable(time(row, "at")))
                .single()
                .orElse(Instant.EPOCH);
    }

    /** Where the instance is that was to go on; empty when it was taken away. */
    Optional<ModelFault> whereabouts(String processInstanceId) {
        return jdbc.sql("""
                        SELECT here.proc_def_id_, here.act_id_, 'waits here, and not for what was to come next' AS message
                        FROM public.act_ru_execution here
                        WHERE here.proc_inst_id_ = :id AND %s
                        UNION ALL
                        SELECT proc_def_id_, end_act_id_, 'has ended here, although the case goes on'
                        FROM public.act_hi_procinst WHERE proc_inst_id_ = :id AND state_ = 'COMPLETED'
                        LIMIT 1""".formatted(JdbcWaitingPlaces.HERE))
                .param("id", processInstanceId)
                .query((row, number) -> new ModelFault(
                        row.getString("proc_def_id_"), row.getString("act_id_"), row.getString("message")))
                .optional();
    }

    /** When an instance was started, running or not. */
    Optional<Instant> startedAt(String processInstanceId) {
        return jdbc.sql("SELECT start_time_ FROM public.act_hi_procinst WHERE proc_inst_id_ = ?")
                .param(processInstanceId)
                .query((row, number) -> Optional.ofNullable(time(row, "start_time_")))
                .optional()
                .flatMap(at -> at);
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
