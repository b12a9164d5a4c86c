package io.ringback.exchange;

import io.ringback.audit.Actor;
import io.ringback.platform.DaemonThreads;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works off confirmed files in the background, one after the other, so that agents at work hardly notice. Two workers
 * on one file do no harm: each row is locked while it is dealt with.
 */
@Component
class ImportWorker {

    private static final int AT_A_TIME = 50;
    private static final int SECONDS_TO_STOP = 1;
    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

    private final JdbcImports files;
    private final JdbcImportRows rows;
    private final ImportSteps steps;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DaemonThreads.named("imports"));

    ImportWorker(JdbcImports files, JdbcImportRows rows, ImportSteps steps) {
        this.files = files;
        this.rows = rows;
        this.steps = steps;
    }

    /** Unless this server is at it already. */
    void start(UUID importId) {
        if (running.add(importId)) {
            try {
                thread.execute(() -> work(importId));
            } catch (RejectedExecutionException e) {
                running.remove(importId); // the server stops; another one, or the next start, goes on
            }
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
    }

    private void work(UUID importId) {
        try {
            while (!thread.isShutdown() && someRows(importId)) {
                log.debug("Import {} goes on", importId);
            }
        } catch (RuntimeException failure) {
            log.warn("Import {} is interrupted, to be gone on with later", importId, failure);
        } finally {
            running.remove(importId);
        }
    }

    /** False when there is nothing more to do, or it is better to try again later. */
    private boolean someRows(UUID importId) {
        var account = steps.begin(importId);
        if (account.isEmpty()) {
            return false;
        }
        var next = rows.next(importId, AT_A_TIME);
        var done = new boolean[1];
        Actor.as(account.get(), () -> {
            if (next.isEmpty()) {
                steps.finish(importId);
            }
            for (int row : next) {
                if (!thread.isShutdown()) {
                    done[0] |= steps.take(importId, row);
                }
            }
        });
        return done[0];
    }
}
