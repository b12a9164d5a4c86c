package io.ringback.process;

import io.ringback.platform.database.DueWork;
import java.time.Duration;
import org.operaton.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Has the engine look for its timers when one is due, and for what another node has left. It looks by itself when this node
 * has made something for it to do at once, and otherwise seldom (application.yaml).
 */
@Component
@ConditionalOnProperty(name = "operaton.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class DueJobs implements DueWork {

    /** As often as it used to look by itself when it had nothing to do. */
    private static final Duration WITHIN = Duration.ofMillis(500);

    private final JobExecutor executor;

    DueJobs(JobExecutor executor) {
        this.executor = executor;
    }

    /** The engine's times are UTC without a zone. */
    @Override
    public String dueAt() {
        return """
                (SELECT duedate_ AT TIME ZONE 'UTC' FROM public.act_ru_job
                 WHERE retries_ > 0 AND suspension_state_ = 1
                   AND (lock_owner_ IS NULL OR lock_exp_time_ < :now::timestamptz AT TIME ZONE 'UTC')
                 ORDER BY duedate_ LIMIT 1)""";
    }

    @Override
    public Duration noticedWithin() {
        return WITHIN;
    }

    @Override
    public void due() {
        executor.jobWasAdded();
    }
}
