package io.ringback.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.Together;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Many change callbacks, nodes bring the tallies up to date, somebody rebuilds them, and every reader sees exact ones. */
@RingbackTest
@TestPropertySource(
        properties =
                "spring.application.name=tallies") // its callbacks have no process, which other tests would stumble
// over
class ListTalliesRacesTest {

    private static final int WRITERS = 4;
    private static final int CHANGES = 80;
    private static final int FEWEST_COMPARISONS = 5;

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private LiveNumbers numbers;

    @Autowired
    private ListTallies tallies;

    @Autowired
    private JdbcListNumbers rows;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final AtomicInteger writing = new AtomicInteger(WRITERS);
    private List<String> lists = List.of();

    @BeforeEach
    void someLists() {
        lists = Stream.generate(centre::list).limit(3).toList();
    }

    @Test
    void everySnapshotAgreesWithARecountInTheSameSnapshot() {
        var compared = Together.times(WRITERS + 4, number -> switch (number) {
            case 0, 1 -> compareUntilAllIsWritten();
            case 2, 3 -> tallyUntilAllIsWritten(new Random(number));
            default -> write(new Random(number));
        });

        assertThat(compared.get(0) + compared.get(1)).isGreaterThan(FEWEST_COMPARISONS);
        assertThat(numbers.of(lists)).isEqualTo(Recount.of(jdbc, lists, clock.instant()));
        assertThat(jdbc.sql("SELECT list_id FROM ringback.list_tally_error")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private int compareUntilAllIsWritten() {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        int compared = 0;
        while (writing.get() > 0) {
            snapshot.executeWithoutResult(
                    status -> assertThat(numbers.of(lists)).isEqualTo(Recount.of(jdbc, lists, clock.instant())));
            compared++;
        }
        return compared;
    }

    /** By the clock, by a clock that is wrong, and now and then from the beginning. */
    private int tallyUntilAllIsWritten(Random chance) {
        while (writing.get() > 0) {
            switch (chance.nextInt(5)) {
                case 0 -> jdbc.sql("SELECT ringback.rebuild_list_tally()").query(row -> {});
                case 1, 2 -> tally(clock.instant().plusMillis(chance.nextInt(-60_000, 60_000)));
                default -> tallies.runOnce();
            }
        }
        return 0;
    }

    private void tally(Instant then) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            if (rows.keepOthersFromTallying()) {
                rows.tally(lists, then);
            }
        });
    }

    /** Also several changes in one transaction, of which some are taken back. */
    private int write(Random chance) {
        try {
            var callbacks = new RandomCallbacks(jdbc, lists, chance);
            var transaction = new TransactionTemplate(transactions);
            for (int change = 0; change < CHANGES; change++) {
                transaction.executeWithoutResult(status -> {
                    callbacks.change(clock.instant());
                    if (chance.nextInt(3) == 0) {
                        callbacks.change(clock.instant());
                        status.setRollbackOnly();
                    }
                });
                callbacks.lookAgain();
            }
        } finally {
            writing.decrementAndGet();
        }
        return 0;
    }
}
