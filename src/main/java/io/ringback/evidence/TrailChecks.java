package io.ringback.evidence;

import io.ringback.audit.Actor;
import io.ringback.audit.AuditEntry;
import io.ringback.audit.AuditTrail;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.TooManyOpen;
import io.ringback.platform.run.DaemonThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks of the trail, one at a time on a node; what came of each is kept for a year and told in the trail itself. */
@Component
public class TrailChecks {

    private static final Duration TOLD_EVERY = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofDays(366);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final Logger log = LoggerFactory.getLogger(TrailChecks.class);

    private final Verification verification;
    private final JdbcChecks checks;
    private final JdbcChain chain;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Clock clock;
    private final Semaphore place = new Semaphore(1);

    TrailChecks(
            Verification verification,
            JdbcChecks checks,
            JdbcChain chain,
            AuditTrail audit,
            Transactions transactions,
            Clock clock) {
        this.verification = verification;
        this.checks = checks;
        this.chain = chain;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The last ones first. */
    public List<TrailCheck> newest(int most) {
        return checks.newest(most, clock.instant());
    }

    /** Whether the last check has found the record broken. */
    public boolean isBroken() {
        return checks.isBroken();
    }

    /** How far the record is sealed. */
    public Sealed sealed() {
        var state = chain.state();
        var last = chain.last();
        return new Sealed(
                last.map(Block::sealedAt).orElse(null),
                state.sealedTo(),
                last.map(Block::total).orElse(0L),
                state.droppedTo(),
                chain.lastGiven() - state.sealedTo(),
                chain.isOutOfReach());
    }

    public Optional<TrailCheck> find(UUID id) {
        return checks.find(id, clock.instant());
    }

    /**
     * Checks now, in the name of {@link Actor#current()}.
     *
     * @param isWanted asked now and then; the check ends when it no longer is
     * @throws TooManyOpen when this node is checking already
     * @throws InterruptedException when it was no longer wanted
     */
    public Verdict run(CheckedRange range, BooleanSupplier isWanted) throws InterruptedException {
        takePlace();
        try {
            var id = UUID.randomUUID();
            checks.add(id, Actor.current(), clock.instant());
            return run(id, range, isWanted);
        } finally {
            place.release();
        }
    }

    /**
     * Begins to check everything, in the name of {@link Actor#current()}; answers the id of the check.
     *
     * @throws TooManyOpen when this node is checking already
     */
    public UUID begin() {
        takePlace();
        var id = UUID.randomUUID();
        try {
            checks.add(id, Actor.current(), clock.instant());
        } catch (RuntimeException failure) {
            place.release();
            throw failure;
        }
        inBackground(id, Actor.current());
        return id;
    }

    /** Begins to check everything in the name of the system, unless a node has done so since then. */
    void beginUnlessBegunSince(Instant moment) {
        if (checks.hasBegun(Actor.SYSTEM, moment) || !place.tryAcquire()) {
            return;
        }
        var id = UUID.randomUUID();
        var mine = false;
        try {
            mine = transactions.run(() -> {
                var first = chain.lockUnlessBusy().isPresent() && !checks.hasBegun(Actor.SYSTEM, moment);
                if (first) {
                    checks.forgetBefore(clock.instant().minus(KEPT));
                    checks.add(id, Actor.SYSTEM, clock.instant());
                }
                return first;
            });
        } finally {
            if (!mine) {
                place.release();
            }
        }
        if (mine) {
            inBackground(id, Actor.SYSTEM);
        }
    }

    private void takePlace() {
        if (!place.tryAcquire()) {
            throw TooManyOpen.ofEverybody("The trail is being checked. Try again later.", RETRY_AFTER);
        }
    }

    private void inBackground(UUID id, String actor) {
        DaemonThreads.named("trail-check").newThread(() -> work(id, actor)).start();
    }

    private void work(UUID id, String actor) {
        try {
            Actor.as(actor, () -> {
                try {
                    run(id, CheckedRange.ALL, () -> true);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        } catch (RuntimeException failure) {
            log.warn("Checking the trail failed", failure);
        } finally {
            place.release();
        }
    }

    private Verdict run(UUID id, CheckedRange range, BooleanSupplier isWanted) throws InterruptedException {
        var verdict = verification.run(range, new Told(id, isWanted));
        transactions.execute(() -> {
            checks.finished(id, verdict, clock.instant());
            tell(verdict);
        });
        return verdict;
    }

    private void tell(Verdict verdict) {
        var broken = verdict.firstBroken();
        audit.record(AuditEntry.of(
                "TRAIL_VERIFIED",
                Map.of("checked", String.valueOf(verdict.checked()), "ok", String.valueOf(verdict.ok()))));
        if (broken != null) {
            log.error(
                    "The trail is not as it was written: event {}, {} (docs/auditing.md)",
                    broken.sequence(),
                    broken.why());
            audit.record(AuditEntry.of(
                    "TRAIL_BROKEN",
                    Map.of(
                            "sequence",
                            String.valueOf(broken.sequence()),
                            "why",
                            broken.why().name())));
        }
    }

    /** Keeps how far it is, so that pages of all nodes can show it. */
    private final class Told implements Progress {

        private final UUID id;
        private final BooleanSupplier isWanted;
        private long toldAt = System.nanoTime();

        Told(UUID id, BooleanSupplier isWanted) {
            this.id = id;
            this.isWanted = isWanted;
        }

        @Override
        public void expects(long events) {
            checks.expects(id, events);
        }

        @Override
        public boolean goesOnAfter(long events) {
            var now = System.nanoTime();
            if (now - toldAt > TOLD_EVERY.toNanos()) {
                toldAt = now;
                checks.reached(id, events, clock.instant());
            }
            return isWanted.getAsBoolean();
        }
    }
}
