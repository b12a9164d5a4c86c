package io.ringback.platform.run;

import io.ringback.platform.problem.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** What becomes of work by the clock that fails: it is told, an outage in one line, and done again at its next time. */
@Component
class ScheduledFailures implements ThreadPoolTaskSchedulerCustomizer {

    private static final Logger log = LoggerFactory.getLogger(ScheduledFailures.class);

    @Override
    public void customize(ThreadPoolTaskScheduler scheduler) {
        scheduler.setErrorHandler(ScheduledFailures::tell);
    }

    private static void tell(Throwable failure) {
        if (DatabaseAway.isCauseOf(failure)) {
            log.warn("Scheduled work waits: the database is away ({})", DatabaseAway.reason(failure));
        } else {
            log.error("Scheduled work failed; it is tried again at its next time", failure);
        }
    }
}
