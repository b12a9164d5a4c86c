package io.ringback.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.ringback.audit.AuditEntry;
import io.ringback.audit.AuditTrail;
import io.ringback.platform.database.Transactions;
import io.ringback.support.RingbackTest;
import io.ringback.support.ServerRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything is sealed once and stays as it is, whoever writes meanwhile, for however long, and whatever becomes of it. */
@RingbackTest
class SealingTest {

    private static final int WRITERS = 6;
    private static final int TURNS = 60;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcChain chain;

    @Autowired
    private TrailReader reader;

    @Autowired
    private Anchors anchors;

    @Autowired
    private Transactions transactions;

    @Autowired
    private java.time.Clock clock;

    @Autowired
    private Verification verification;

    @Autowired
    private DataSource dataSource;

    private Sealer sealer() {
        return new Sealer(chain, reader, anchors, transactions, clock);
    }

    @Test
    void anEventIsSealedWhenNothingCanComeBeforeItAnyMore() {
        var sealer = sealer();
        seal(sealer);
        var pool = (HikariDataSource) dataSource;
        var other = new DriverManagerDataSource(pool.getJdbcUrl());
        new TransactionTemplate(new DataSourceTransactionManager(other)).executeWithoutResult(open -> {
            var number = JdbcClient.create(other)
                    .sql("INSERT INTO ringback.audit_event (at, actor, type) VALUES (now(), 'x', 'X') RETURNING id")
                    .query(Long.class)
                    .single();
            audit.record(AuditEntry.ofAgent("RECEIVING_STARTED", "anna", null, null));

            seal(sealer);
            assertThat(chain.state().sealedTo()).isLessThan(number);
            assertThat(sealer.isWaiting()).isTrue();
            open.setRollbackOnly();
        });

        await().until(() -> {
            seal(sealer);
            return chain.state().sealedTo() == chain.lastGiven();
        });
        assertThat(chain.last().orElseThrow().absent()).hasSize(1);
        assertThat(ok()).isTrue();
    }

    @Test
    void twoSealersAndManyWritersOfWhomSomeGiveUpLeaveAWholeChain() throws Exception {
        var done = new AtomicBoolean();
        var written = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(WRITERS + 2);
        List<Future<?>> work = new ArrayList<>();
        for (var sealer = 0; sealer < 2; sealer++) {
            work.add(threads.submit(sealing(done)));
        }
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> threads.submit(writing(new Random(writer), written)))
                .toList();
        for (var writer : writers) {
            writer.get();
        }
        done.set(true);
        for (var sealer : work) {
            sealer.get();
        }
        threads.shutdown();
        var last = sealer();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            seal(last);
            return chain.state().sealedTo() == chain.lastGiven();
        });

        assertThat(ok()).isTrue();
        var rows = ServerRole.owner(dataSource)
                .sql("SELECT count(*) FROM ringback.audit_event")
                .query(Long.class)
                .single();
        assertThat(chain.last().orElseThrow().total()).isEqualTo(rows).isGreaterThanOrEqualTo(written.get());
    }

    private Callable<Void> sealing(AtomicBoolean done) {
        return () -> {
            var sealer = sealer();
            while (!done.get()) {
                sealer.seal();
            }
            return null;
        };
    }

    /** Some transactions take long, and some write nothing in the end. */
    private Callable<Void> writing(Random random, AtomicInteger written) {
        return () -> {
            for (var turn = 0; turn < TURNS; turn++) {
                var events = 1 + random.nextInt(5);
                var givesUp = random.nextInt(4) == 0;
                Runnable work = () -> {
                    for (var event = 0; event < events; event++) {
                        audit.record(AuditEntry.ofAgent("RECEIVING_STARTED", "agent", null, null));
                        Thread.yield();
                    }
                    if (random.nextInt(10) == 0) {
                        chain.lastGiven(); // one more way to the database while it is open
                    }
                };
                if (givesUp) {
                    transactions.takenBack(() -> {
                        work.run();
                        return true;
                    });
                } else {
                    transactions.execute(work);
                    written.addAndGet(events);
                }
            }
            return null;
        };
    }

    private static void seal(Sealer sealer) {
        while (sealer.seal()) {
            // on
        }
    }

    private boolean ok() {
        try {
            return verification.run(CheckedRange.ALL, new Unlimited()).ok();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
