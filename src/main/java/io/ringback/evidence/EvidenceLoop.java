package io.ringback.evidence;

import io.ringback.platform.database.DueWork;
import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Seals what was written, makes room for what will be, lets old parts go, and has the trail checked once a day. */
@Component
@ConditionalOnProperty(name = "ringback.audit.loop", havingValue = "true", matchIfMissing = true)
class EvidenceLoop implements InBackground, DueWork {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration WHILE_WAITING = Duration.ofSeconds(1);
    private static final Duration ROOM_EVERY = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(EvidenceLoop.class);

    private final Sealer sealer;
    private final JdbcChain chain;
    private final TrailChecks checks;
    private final EvidenceProperties properties;
    private final Clock clock;
    private final BackgroundLoop loop = new BackgroundLoop("evidence", "Sealing the trail", this::round, EVERY);
    private long roomMadeAt = System.nanoTime() - ROOM_EVERY.toNanos();

    EvidenceLoop(Sealer sealer, JdbcChain chain, TrailChecks checks, EvidenceProperties properties, Clock clock) {
        this.sealer = sealer;
        this.chain = chain;
        this.checks = checks;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    /** Days that end, the nightly check and room are looked after with each rest of the loop. */
    @Override
    public String dueAt() {
        return DueWork.atOnceIf(JdbcChain.IS_BEHIND);
    }

    @Override
    public Duration noticedWithin() {
        return EVERY;
    }

    @Override
    public void due() {
        loop.wake();
    }

    private Duration round() {
        if (System.nanoTime() - roomMadeAt >= ROOM_EVERY.toNanos()) {
            chain.makeRoom();
            drop();
            roomMadeAt = System.nanoTime();
        }
        while (loop.isRunning() && sealer.seal()) {
            // on to the next ones
        }
        verify();
        return sealer.isWaiting() ? WHILE_WAITING : REST;
    }

    private void drop() {
        var kept = properties.kept();
        if (kept == null) {
            return;
        }
        try {
            chain.dropBefore(clock.instant().minus(kept));
        } catch (ConcurrencyFailureException busy) {
            log.info("Old parts of the trail are in use, and dropped later");
        }
    }

    private void verify() {
        var time = properties.time();
        if (time == null) {
            return;
        }
        var now = clock.instant();
        var due = LocalDate.ofInstant(now, ZoneOffset.UTC).atTime(time).toInstant(ZoneOffset.UTC);
        if (!now.isBefore(due)) {
            checks.beginUnlessBegunSince(due);
        }
    }
}
