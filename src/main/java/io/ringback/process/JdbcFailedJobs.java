package io.ringback.process;

import io.ringback.callback.CaseProcess.FailedStep;
import io.ringback.callback.ModelFault;
import io.ringback.callback.ToMend;
import io.ringback.operations.Incident;
import io.ringback.operations.Timers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs of the engine that are late or have failed, each found by an index. The engine's times are UTC without a zone. */
@Repository
class JdbcFailedJobs implements ToMend {

    private static final int LONGEST_MESSAGE = 200;
    private static final int MOST_COUNTED = 100_000;
    private static final Pattern NUMBER = Pattern.compile("\\+\\d[\\d ]{5,}");

    private static final String FAILED = """
            SELECT job.id_, job.retries_, job.process_def_key_, job.exception_msg_, job.duedate_,
                   coalesce(job.failed_act_id_, definition.act_id_) AS activity, instance.business_key_,
                   (SELECT min(incident.incident_timestamp_) FROM public.act_ru_incident incident
                    WHERE incident.configuration_ = job.id_) AS since
            FROM public.act_ru_job job
            LEFT JOIN public.act_ru_jobdef definition ON definition.id_ = job.job_def_id_
            LEFT JOIN public.act_ru_execution instance
                ON instance.id_ = coalesce(job.root_proc_inst_id_, job.process_instance_id_)
                AND job.process_def_key_ <> 'agentReception'
            """;

    private final JdbcClient jdbc;
    private final int tries;

    JdbcFailedJobs(JdbcClient jdbc, @Value("${operaton.bpm.default-number-of-retries}") int tries) {
        this.jdbc = jdbc;
        this.tries = tries;
    }

    /** Also those of receptions, and that have failed once. */
    @Override
    public String condition() {
        return "EXISTS (SELECT FROM public.act_ru_job WHERE exception_stack_id_ IS NOT NULL AND retries_ < %s)"
                .formatted(tries);
    }

    Timers timers(Instant now) {
        return jdbc.sql("""
                        SELECT
                            (SELECT min(duedate_) FROM public.act_ru_job
                             WHERE duedate_ <= :now AND retries_ > 0 AND suspension_state_ = 1) AS oldest,
                            (SELECT count(*) FROM (
                                SELECT FROM public.act_ru_job
                                WHERE duedate_ <= :now AND retries_ > 0 AND suspension_state_ = 1
                                LIMIT :most) due) AS due,
                            (SELECT count(*) FROM public.act_ru_job
                             WHERE exception_stack_id_ IS NOT NULL AND retries_ > 0) AS retrying,
                            (SELECT count(*) FROM public.act_ru_job WHERE retries_ = 0) AS failed""")
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("most", MOST_COUNTED)
                .query((row, number) -> {
                    var oldest = instant(row, "oldest");
                    var lag = oldest == null ? Duration.ZERO : Duration.between(oldest, now);
                    return new Timers(row.getLong("due"), lag, row.getLong("retrying"), row.getLong("failed"));
                })
                .single();
    }

    List<Incident> oldest(int limit) {
        return jdbc.sql("""
                        SELECT * FROM (
                            (%1$s WHERE job.retries_ = 0 ORDER BY job.id_ LIMIT :limit)
                            UNION ALL
                            (%1$s WHERE job.exception_stack_id_ IS NOT NULL AND job.retries_ > 0
                             ORDER BY job.id_ LIMIT :limit)) failed
                        ORDER BY (retries_ > 0), coalesce(since, duedate_), id_ LIMIT :limit""".formatted(FAILED))
                .param("limit", limit)
                .query(JdbcFailedJobs::incident)
                .list();
    }

    /** Steps of callback cases that have failed more than once: what fails the first time may do so for a moment's reason. */
    List<FailedStep> ofCases(int limit) {
        return jdbc.sql("""
                        SELECT job.process_def_id_, job.exception_msg_, instance.business_key_,
                               coalesce(job.failed_act_id_, definition.act_id_) AS activity
                        FROM public.act_ru_job job
                        JOIN public.act_ru_execution instance
                            ON instance.id_ = coalesce(job.root_proc_inst_id_, job.process_instance_id_)
                        LEFT JOIN public.act_ru_jobdef definition ON definition.id_ = job.job_def_id_
                        WHERE job.exception_stack_id_ IS NOT NULL AND job.retries_ < :tries
                          AND job.process_def_key_ <> 'agentReception' AND instance.business_key_ IS NOT NULL
                        ORDER BY job.id_ LIMIT :limit""")
                .param("tries", tries)
                .param("limit", limit)
                .query((row, number) -> new FailedStep(
                        UUID.fromString(row.getString("business_key_")),
                        new ModelFault(
                                row.getString("process_def_id_"),
                                row.getString("activity"),
                                String.valueOf(shortened(row.getString("exception_msg_"))))))
                .list();
    }

    /** Locked, so that it is not tried again twice at once. */
    Optional<Incident> lock(String id) {
        return jdbc.sql(FAILED + """
                        WHERE job.id_ = ? AND (job.retries_ = 0 OR job.exception_stack_id_ IS NOT NULL)
                        FOR UPDATE OF job""").param(id).query(JdbcFailedJobs::incident).optional();
    }

    private static Incident incident(ResultSet row, int number) throws SQLException {
        var retries = row.getInt("retries_");
        return new Incident(
                row.getString("id_"),
                retries == 0 ? Incident.Kind.GIVEN_UP : Incident.Kind.RETRYING,
                String.valueOf(row.getString("process_def_key_")),
                row.getString("activity"),
                callbackId(row.getString("business_key_")),
                shortened(row.getString("exception_msg_")),
                instant(row, "since"),
                retries == 0 ? null : instant(row, "duedate_"),
                retries);
    }

    private static @Nullable UUID callbackId(@Nullable String businessKey) {
        return businessKey == null ? null : UUID.fromString(businessKey);
    }

    private static @Nullable String shortened(@Nullable String message) {
        if (message == null) {
            return null;
        }
        var text = NUMBER.matcher(message).replaceAll("+…");
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
