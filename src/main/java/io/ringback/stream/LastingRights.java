package io.ringback.stream;

import io.ringback.account.CallerRight;
import io.ringback.account.CallerRights;
import io.ringback.account.SessionsEnded;
import io.ringback.platform.database.RightsSignal;
import io.ringback.platform.run.DaemonThreads;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends what is open when its right ends: told by the database on every node when a session goes or an account changes,
 * by the time at which a session grows too old, and by a look from time to time at what nobody has told of.
 */
@Component
class LastingRights {

    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(LastingRights.class);

    private final OpenAnswers open;
    private final CallerRights rights;
    private final RightsSignal signal;
    private final ExecutorService checks = Executors.newSingleThreadExecutor(DaemonThreads.named("rights-of-streams"));

    LastingRights(OpenAnswers open, CallerRights rights, RightsSignal signal) {
        this.open = open;
        this.rights = rights;
        this.signal = signal;
        signal.listen(new RightsSignal.Listener() {

            @Override
            public void changed(String accountId) {
                later(() -> check(open.of(accountId)));
            }

            @Override
            public void ended(String accountId) {
                open.of(accountId).forEach(OpenAnswer::end);
            }

            @Override
            public void anythingMayHaveChanged() {
                later(() -> check(open.all()));
            }
        });
    }

    /** Programs can come back with their credentials, if these still hold. */
    @EventListener
    void on(SessionsEnded event) {
        signal.endAll(event.account().id());
    }

    /** Sessions end by time, too; and whoever changes the rows by hand tells nobody of what is not watched. */
    @Scheduled(fixedDelayString = "PT0.5S")
    void look() {
        var now = System.nanoTime();
        var due =
                open.all().stream().filter(answer -> answer.isToBeChecked(now)).toList();
        if (!due.isEmpty()) {
            later(() -> check(due));
        }
    }

    private void later(Runnable check) {
        try {
            checks.execute(check);
        } catch (RejectedExecutionException e) {
            // The server stops.
        }
    }

    private void check(Collection<OpenAnswer> answers) {
        try {
            checkNow(answers);
        } catch (RuntimeException e) {
            log.warn("The rights of {} open answers could not be checked; tried again soon", answers.size(), e);
        }
    }

    /** One statement, however many there are. */
    private void checkNow(Collection<OpenAnswer> answers) {
        var held =
                answers.stream().map(OpenAnswer::right).filter(Objects::nonNull).collect(Collectors.toSet());
        if (!held.isEmpty()) {
            var now = System.nanoTime();
            var left = rights.left(held);
            answers.forEach(answer -> judge(answer, left, now));
        }
    }

    private static void judge(OpenAnswer answer, Map<CallerRight, Duration> left, long now) {
        var right = answer.right();
        if (right == null) {
            return;
        }
        var lasts = left.get(right);
        if (lasts == null) {
            answer.end();
        } else {
            answer.checkAt(now + (lasts.compareTo(LOOK) < 0 ? lasts : LOOK).toNanos());
        }
    }

    @PreDestroy
    void stop() {
        checks.shutdownNow();
    }
}
