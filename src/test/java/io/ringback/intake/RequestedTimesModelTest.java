package io.ringback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.callback.Deadlines;
import io.ringback.hours.ExpiryRule;
import io.ringback.hours.OpenTime;
import io.ringback.platform.problem.InvalidField;
import io.ringback.support.OfficeWeek;
import io.ringback.support.RandomCases;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every request, whatever its list and its times are. */
class RequestedTimesModelTest {

    @Test
    void whatIsTakenHasTimesThatFollowEachOtherAndWhatIsRefusedHadNamedThem() {
        var taken = new AtomicInteger();
        var refused = new AtomicInteger();

        RandomCases.each(5_000, random -> {
            var list = list(random);
            var now = RequestedList.NOW.plusSeconds(random.nextInt(7 * 24 * 60 * 60));
            var notBefore = maybe(random, now);
            var dueAt = maybe(random, now);
            var expiresAt = maybe(random, now);
            try {
                check(list, list.take(now, notBefore, dueAt, expiresAt), now, notBefore, dueAt, expiresAt);
                taken.incrementAndGet();
            } catch (InvalidField refusal) {
                assertThat(named(refusal, notBefore, dueAt, expiresAt))
                        .as(refusal.getMessage())
                        .isNotNull();
                refused.incrementAndGet();
            }
        });

        assertThat(taken.get()).isGreaterThan(500);
        assertThat(refused.get()).isGreaterThan(500);
    }

    private static void check(
            RequestedList list,
            Deadlines times,
            Instant now,
            @Nullable Instant notBefore,
            @Nullable Instant dueAt,
            @Nullable Instant expiresAt) {
        var hours = list.hours().calendar();
        assertThat(times.earliestAt()).isEqualTo(notBefore == null || notBefore.isBefore(now) ? now : notBefore);
        assertThat(times.expiresAt()).isAfter(times.earliestAt());
        assertThat(times.eligibleAt()).isBetween(times.earliestAt(), times.expiresAt());
        assertThat(times.dueAt()).isBeforeOrEqualTo(times.expiresAt());
        if (times.eligibleAt().isBefore(times.expiresAt())) {
            assertThat(hours.isOpen(times.eligibleAt()))
                    .as("offered when it is open")
                    .isTrue();
            assertThat(times.offerUntil())
                    .isEqualTo(hours.openUntil(times.eligibleAt()).orElse(null));
        } else {
            assertThat(expiresAt).as("a named expiry leaves an opening").isNull();
        }
        if (dueAt == null) {
            assertThat(times.dueAt().equals(times.expiresAt()) || hours.isOpen(times.dueAt()))
                    .isTrue();
        }
        if (dueAt != null) {
            assertThat(times.dueAt()).isEqualTo(dueAt);
        }
        if (expiresAt != null) {
            assertThat(times.expiresAt()).isEqualTo(expiresAt);
        }
    }

    private static @Nullable Instant named(
            InvalidField refusal, @Nullable Instant notBefore, @Nullable Instant dueAt, @Nullable Instant expiresAt) {
        return switch (refusal.errors().get(0).field()) {
            case "notBefore" -> notBefore;
            case "dueAt" -> dueAt;
            default -> expiresAt;
        };
    }

    private static RequestedList list(Random random) {
        var list = RequestedList.aList()
                .due(Duration.ofMinutes(1L + random.nextInt(48 * 60)).toString())
                .expiring(Duration.ofMinutes(1L + random.nextInt(96 * 60)).toString())
                .ordered(random.nextBoolean() ? "DUE" : "REQUESTED");
        var expiry = random.nextBoolean() ? ExpiryRule.PAUSES : ExpiryRule.COUNTS_ON;
        return random.nextInt(4) == 0 ? list : list.open(OfficeWeek.hours(week(random), expiry));
    }

    private static List<OpenTime> week(Random random) {
        var week = new ArrayList<OpenTime>();
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                var from = random.nextInt(20);
                week.add(new OpenTime(
                        day, LocalTime.of(from, 0), LocalTime.of(from + 1 + random.nextInt(23 - from), 0)));
            }
        }
        return week;
    }

    /** Half of the time none; else from an hour ago to three days ahead, now and then far ahead. */
    private static @Nullable Instant maybe(Random random, Instant now) {
        if (random.nextBoolean()) {
            return null;
        }
        var ahead = random.nextInt(50) == 0 ? 400 * 24 * 60 : random.nextInt(73 * 60) - 60;
        return now.plus(Duration.ofMinutes(ahead));
    }
}
