package io.ringback.process;

import io.ringback.process.contract.SharedNames;
import io.ringback.trace.EngineHistory;
import io.ringback.trace.Passing;
import io.ringback.trace.Passings;
import io.ringback.trace.ProcessVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.pvm.runtime.ActivityInstanceState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the engine's history tables hold of cases, by the business key of their instances. Its times are UTC without a zone. */
@Repository
class JdbcEngineHistory implements EngineHistory {

    /** All that holds something of an instance. Byte arrays of these come last, since others point at them. */
    private static final List<String> TABLES = List.of(
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_identitylink",
            "act_hi_comment",
            "act_hi_attachment",
            "act_hi_op_log",
            "act_hi_incident",
            "act_hi_job_log",
            "act_hi_ext_task_log",
            "act_hi_dec_in",
            "act_hi_dec_out",
            "act_hi_decinst",
            "act_hi_procinst",
            "act_ge_bytearray");

    private static final long LOCK = 0x52494e47464f4c44L;

    private static final String ENDED = """
            FROM public.act_hi_procinst instance
            JOIN ringback.callback ON callback.id = CASE
                WHEN instance.business_key_ ~ '^[0-9a-f-]{36}$' THEN instance.business_key_::uuid END
            WHERE instance.end_time_ IS NOT NULL AND instance.super_process_instance_id_ IS NULL
              AND instance.proc_def_key_ <> '%s' AND callback.closed_at IS NOT NULL
              AND NOT EXISTS (
                  SELECT FROM public.act_hi_procinst other
                  WHERE other.business_key_ = instance.business_key_ AND other.end_time_ IS NULL)
            """.formatted(SharedNames.AGENT_RECEPTION);

    private static final String OF_CASES = """
            SELECT instance.id_ FROM public.act_hi_procinst instance
            WHERE instance.business_key_ = ANY (:keys) AND instance.super_process_instance_id_ IS NULL
            """;

    private final JdbcClient jdbc;

    JdbcEngineHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Instance(
            UUID callbackId,
            String id,
            boolean called,
            ProcessVersion on,
            @Nullable String end,
            @Nullable Instant endedAt) {}

    @Override
    public Map<UUID, Passings> of(Collection<UUID> callbackIds) {
        var instances = instances(callbackIds);
        var passings = passings(instances);
        var all = new LinkedHashMap<UUID, Passings>();
        for (var instance : instances.values()) {
            if (!instance.called()) { // the last one that was begun stands
                all.put(
                        instance.callbackId(),
                        new Passings(
                                instance.on(),
                                passings.getOrDefault(instance.callbackId(), List.of()),
                                instance.end(),
                                instance.endedAt()));
            }
        }
        return all;
    }

    /** Of these cases, in the order in which they were begun. */
    private Map<String, Instance> instances(Collection<UUID> callbackIds) {
        var all = new LinkedHashMap<String, Instance>();
        jdbc.sql("""
                        SELECT root.business_key_ AS callback, instance.id_, instance.id_ <> root.id_ AS called,
                               instance.proc_def_id_, instance.proc_def_key_, %s AS version, instance.end_act_id_,
                               CASE WHEN instance.state_ = 'COMPLETED' THEN instance.end_act_id_ END AS end_element,
                               instance.end_time_
                        FROM public.act_hi_procinst root
                        JOIN public.act_hi_procinst instance ON instance.root_proc_inst_id_ = root.id_
                        WHERE root.business_key_ = ANY (:keys) AND root.super_process_instance_id_ IS NULL
                        ORDER BY instance.start_time_, instance.id_ <> root.id_, instance.id_""".formatted(version("instance")))
                .param("keys", keys(callbackIds))
                .query(row -> {
                    all.put(
                            row.getString("id_"),
                            new Instance(
                                    UUID.fromString(row.getString("callback")),
                                    row.getString("id_"),
                                    row.getBoolean("called"),
                                    on(row),
                                    row.getString("end_element"),
                                    JdbcModels.time(row, "end_time_")));
                });
        return all;
    }

    private Map<UUID, List<Passing>> passings(Map<String, Instance> instances) {
        var numbers = numbers(instances);
        var found = new HashMap<UUID, List<Passing>>();
        jdbc.sql("""
                        SELECT step.proc_inst_id_, step.act_id_, step.start_time_, step.end_time_, step.assignee_,
                               step.act_inst_state_, step.proc_def_id_, step.proc_def_key_, %s AS version
                        FROM public.act_hi_actinst step
                        WHERE step.proc_inst_id_ = ANY (:instances) AND position('#' IN step.act_id_) = 0
                        ORDER BY step.start_time_, step.sequence_counter_, step.id_""".formatted(version("step")))
                .param("instances", instances.keySet().toArray(String[]::new))
                .query(row -> {
                    var instance = Objects.requireNonNull(instances.get(row.getString("proc_inst_id_")));
                    var number = Objects.requireNonNull(numbers.get(instance.id()));
                    found.computeIfAbsent(instance.callbackId(), unknown -> new ArrayList<>())
                            .add(passing(row, number, instance.called()));
                });
        return found;
    }

    /** Of each instance among those of its case, from 0. */
    private static Map<String, Integer> numbers(Map<String, Instance> instances) {
        var counts = new HashMap<UUID, Integer>();
        var numbers = new HashMap<String, Integer>();
        instances
                .values()
                .forEach(instance ->
                        numbers.put(instance.id(), counts.merge(instance.callbackId(), 1, Integer::sum) - 1));
        return numbers;
    }

    private static Passing passing(ResultSet row, int instance, boolean called) throws SQLException {
        return new Passing(
                instance,
                called,
                on(row),
                row.getString("act_id_"),
                Objects.requireNonNull(JdbcModels.time(row, "start_time_")),
                JdbcModels.time(row, "end_time_"),
                row.getString("assignee_"),
                row.getInt("act_inst_state_") == ActivityInstanceState.CANCELED.getStateCode());
    }

    private static ProcessVersion on(ResultSet row) throws SQLException {
        return new ProcessVersion(row.getString("proc_def_key_"), row.getInt("version"), row.getString("proc_def_id_"));
    }

    /** Of a version that was deleted, too. */
    private static String version(String table) {
        return """
                coalesce((SELECT version_ FROM public.act_re_procdef WHERE id_ = %1$s.proc_def_id_),
                         (SELECT version FROM ringback.deleted_version WHERE definition_id = %1$s.proc_def_id_), 0)""".formatted(table);
    }

    @Override
    public boolean lock() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<UUID> lockEnded(int limit) {
        return jdbc
                .sql("SELECT instance.business_key_ " + ENDED
                        + "ORDER BY instance.end_time_, instance.id_ LIMIT ? FOR UPDATE OF instance SKIP LOCKED")
                .param(limit)
                .query(String.class)
                .list()
                .stream()
                .distinct()
                .map(UUID::fromString)
                .toList();
    }

    @Override
    public String hasEnded() {
        return "EXISTS (SELECT " + ENDED + ")";
    }

    @Override
    public void forget(Collection<UUID> callbackIds) {
        var roots = jdbc.sql(OF_CASES + "FOR UPDATE")
                .param("keys", keys(callbackIds))
                .query(String.class)
                .list()
                .toArray(String[]::new);
        TABLES.forEach(
                table -> jdbc.sql("DELETE FROM public.%s WHERE root_proc_inst_id_ = ANY (:roots)".formatted(table))
                        .param("roots", roots)
                        .update());
    }

    private static String[] keys(Collection<UUID> callbackIds) {
        return callbackIds.stream().map(UUID::toString).toArray(String[]::new);
    }
}
