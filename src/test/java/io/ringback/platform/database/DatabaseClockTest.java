package io.ringback.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL's clock as a node knows it, with PostgreSQL, the way there and the machine played by the test. */
class DatabaseClockTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Instant database = NOON;
    private Instant machine = NOON;
    private long nanos = Long.MAX_VALUE - 5_000_000_000L; // it may overflow
    private final DatabaseClock clock = new DatabaseClock(() -> nanos, () -> machine);

    @Test
    void beforeItsFirstReadingItTellsNothing() {
        assertThatThrownBy(clock::instant).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itIsBehindByNoMoreThanTheWayBack() {
        read(Duration.ofMillis(3), Duration.ofMillis(5));

        assertThat(clock.instant()).isEqualTo(database.minusMillis(5));
    }

    @Test
    void aFasterReadingIsBetterAndASlowerOneChangesNothing() {
        read(Duration.ofMillis(3), Duration.ofMillis(5));
        read(Duration.ofMillis(1), Duration.ofMillis(1));
        read(Duration.ofMillis(40), Duration.ofMillis(200));

        assertThat(clock.instant()).isEqualTo(database.minusMillis(1));
    }

    @Test
    void howLongTheDatabaseLooksAtSomethingBetweenDoesNotMatter() {
        read(Duration.ofMillis(1), Duration.ofMillis(1));
        read(Duration.ofMillis(2), Duration.ofSeconds(6), Duration.ofMillis(2));
        assertThat(clock.difference()).isEqualTo(Duration.ZERO);

        database = database.minusMillis(5); // more than the ways there and back can tell
        read(Duration.ofMillis(1), Duration.ofSeconds(6), Duration.ofMillis(1));

        assertThat(clock.instant()).isEqualTo(database.minusMillis(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT60S", "-PT60S", "P3650D", "PT0.5S"})
    void theClockOfTheMachineDoesNotMatterButIsCompared(String ahead) {
        machine = database.plus(Duration.parse(ahead));
        read(Duration.ofMillis(1), Duration.ofMillis(1));
        machine = machine.plus(Duration.ofHours(1)); // set forward

        assertThat(clock.difference()).isEqualTo(Duration.parse(ahead));
        assertThat(clock.instant()).isEqualTo(database.minusMillis(1));
        pass(Duration.ofSeconds(10));
        assertThat(clock.instant()).isEqualTo(database.minusMillis(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H", "-PT0.05S", "PT0.05S"})
    void itFollowsADatabaseWhoseClockIsSet(String by) {
        read(Duration.ofMillis(1), Duration.ofMillis(1));
        database = database.plus(Duration.parse(by));

        read(Duration.ofMillis(1), Duration.ofMillis(1));

        assertThat(clock.instant()).isEqualTo(database.minusMillis(1));
    }

    @Test
    void itTicksInMicroseconds() {
        read(Duration.ZERO, Duration.ofNanos(1_999));

        assertThat(clock.instant().getNano() % 1_000).isZero();
    }

    @Test
    void itIsNeverAheadOfTheDatabaseHoweverTheReadingsTravel() {
        var random = new Random(20261128);
        for (int i = 0; i < 10_000; i++) {
            pass(Duration.ofNanos(random.nextInt(2_000_000_000)));
            if (random.nextInt(3) > 0) {
                read(Duration.ofNanos(random.nextInt(50_000_000)), Duration.ofNanos(random.nextInt(50_000_000)));
            }
            if (i > 3) {
                assertThat(clock.instant()).isBeforeOrEqualTo(database).isAfter(database.minusMillis(51));
            }
        }
    }

    private void read(Duration there, Duration back) {
        read(there, Duration.ZERO, back);
    }

    private void read(Duration there, Duration look, Duration back) {
        var asked = clock.mark();
        pass(there);
        var first = database;
        pass(look);
        var last = database;
        pass(back);
        clock.read(first, last, asked);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        database = database.plus(time);
        machine = machine.plus(time);
    }
}
