package io.ringback.callback;

import static io.ringback.callback.CallbackTimesOf.at;
import static io.ringback.callback.CallbackTimesOf.request;
import static io.ringback.support.OfficeWeek.march;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.hours.OpeningCalendar;
import io.ringback.support.OfficeWeek;
import io.ringback.support.RandomCases;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the times of a callback: when its list opens and closes, and when its caller asks again. */
class DeadlinesTest {

    /** In hours after the morning; by itself a request is due 1 h after it may be offered and expires after 24 h. */
    @ParameterizedTest(name = "{0}/{1}/{2}, again at {3} for {4}/{5}/{6}: offered {7}, due {8}, expires {9}")
    @CsvSource({
        "  ,  ,  ,  1,  ,  ,  ,  0,  1, 25",
        "  ,  ,  , 23,  ,  ,  ,  0,  1, 47",
        "24,  ,  ,  0,  ,  ,  ,  0,  1, 48",
        "24,  ,  ,  2,  ,  ,  ,  2,  3, 48",
        "24,  ,  ,  1, 5,  ,  ,  5,  6, 48",
        "24,  ,  ,  0,30,  ,  , 24, 25, 54",
        " 5, 9,  ,  1,  , 2,  ,  1,  2, 29",
        "  , 9,30,  1,20,  ,22,  0,  9, 30",
        "  , 9,10,  1,  , 3, 4,  0,  3, 10",
        "  , 9,10,  1,  , 3,99,  0,  3, 99"
    })
    void whoAsksAgainIsCalledAtTheEarlierAndWaitedForUntilTheLater(
            @Nullable Integer notBefore,
            @Nullable Integer due,
            @Nullable Integer expires,
            int askedAt,
            @Nullable Integer notBeforeAgain,
            @Nullable Integer dueAgain,
            @Nullable Integer expiresAgain,
            int eligibleThen,
            int dueThen,
            int expiresThen) {
        var further = request(askedAt, notBeforeAgain, dueAgain, expiresAgain);

        var after = request(0, notBefore, due, expires).improvedBy(further, false, OpeningCalendar.ALWAYS, at(askedAt));

        assertThat(after.eligibleAt()).isEqualTo(at(eligibleThen));
        assertThat(after.dueAt()).isEqualTo(at(dueThen));
        assertThat(after.expiresAt()).isEqualTo(at(expiresThen));
    }

    @ParameterizedTest
    @CsvSource({
        // whether agreed on, whether the list moves it: offered at, due at, and still agreed
        "true,  false, 5, 9, true",
        "true,  true,  2, 3, false",
        "false, false, 2, 3, false",
        "false, true,  2, 3, false"
    })
    void aTimeAgreedWithAnAgentStaysUnlessTheListLetsItMove(
            boolean agreed, boolean moves, int offered, int due, boolean still) {
        var before = request(0, 5, 9, 20).agreed(agreed, false);

        var after = before.improvedBy(request(2, null, null, null), moves, OpeningCalendar.ALWAYS, at(2));

        assertThat(after.eligibleAt()).isEqualTo(at(offered));
        assertThat(after.dueAt()).isEqualTo(at(due));
        assertThat(after.expiresAt()).isEqualTo(at(26));
        assertThat(after.agreed()).isEqualTo(still);
    }

    @ParameterizedTest
    @CsvSource({
        // insisted on for Saturday 18:00; asked again on that day, wanting to be called from: offered then, still
        // agreed
        "false, 07T09:00, 07T18:00, true",
        "false, 07T18:30, 07T18:00, true",
        "true,  07T09:00, 07T18:00, true",
        "true,  09T08:00, 07T18:00, true",
        "true,  06T15:00, 06T15:00, false"
    })
    void whatWasInsistedOnStaysUnlessAskingAgainBringsItForward(
            boolean moves, String wanted, String offered, boolean still) {
        var before = insisted("07T18:00");
        var asked = march("06T14:00");
        var further = new Deadlines(
                march(wanted), march(wanted), null, march("09T09:00"), march("10T08:00"), march("09T09:00"), false);

        var after = before.improvedBy(further, moves, OfficeWeek.calendar(), asked);

        assertThat(after.eligibleAt()).isEqualTo(march(offered));
        assertThat(after.agreed()).isEqualTo(still);
        assertThat(after.outsideHours()).isEqualTo(still);
    }

    @ParameterizedTest
    @CsvSource({
        // now: offered from; hours that are changed, or end, move nothing that was insisted on
        "06T10:00, 07T18:00",
        "07T17:59, 07T18:00",
        "07T18:00, 07T18:00",
        "07T18:05, 07T18:00",
        "08T09:00, 07T18:00"
    })
    void changedHoursMoveNothingThatWasInsistedOn(String now, String offered) {
        var after = insisted("07T18:00").lookedUpAgain(OfficeWeek.calendar(), march(now));

        assertThat(after.eligibleAt()).isEqualTo(march(offered));
        assertThat(after.offerUntil()).isNull();
        assertThat(after.isOfferable(march(now))).isEqualTo(!march(now).isBefore(march(offered)));
    }

    private static Deadlines insisted(String at) {
        var before = new Deadlines(
                march("06T09:00"),
                march("06T09:00"),
                null,
                march("06T10:00"),
                march("10T08:00"),
                march("06T10:00"),
                false);
        var appointment = new Appointment(march(at), march(at), RetryEvent.RetryScheduled.By.AGENT, true);
        return before.appointed(appointment, OfficeWeek.calendar());
    }

    @Test
    void askingAgainNeverMakesItWorse() {
        RandomCases.each(5_000, random -> {
            var hours = random.nextBoolean() ? OpeningCalendar.ALWAYS : OfficeWeek.calendar();
            var now = random.nextInt(30);
            var before = times(random, random.nextInt(now + 1), hours);
            var further = times(random, now, hours);
            var moves = random.nextBoolean();

            var after = before.improvedBy(further, moves, hours, at(now));

            assertThat(after.expiresAt()).isAfterOrEqualTo(before.expiresAt()).isAfterOrEqualTo(further.expiresAt());
            assertThat(after.dueAt()).isBeforeOrEqualTo(before.dueAt());
            assertThat(after.priorityAt()).isBeforeOrEqualTo(before.priorityAt());
            assertThat(after.isOfferable(at(now)) || !before.isOfferable(at(now)))
                    .as("offered as before")
                    .isTrue();
            var without = before.isOfferable(at(now)) ? at(now) : nextOffer(before, hours, at(now));
            assertThat(later(after.eligibleAt(), at(now)))
                    .as("offered no later: %s, %s, %s", before, further, after)
                    .isBeforeOrEqualTo(later(without, at(now)));
            if (before.agreed() && !moves && before.eligibleAt().isAfter(at(now)) && isEverOffered(before)) {
                assertThat(after.eligibleAt()).as("agreed").isEqualTo(before.eligibleAt());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        // wanted: eligible, until; it expires on Thursday at noon
        "02T10:00, 02T10:00, 02T16:00",
        "02T16:00, 03T08:00, 03T16:00",
        "02T20:00, 03T08:00, 03T16:00",
        "05T11:59, 05T11:59, 05T16:00",
        "05T12:00, 05T12:00,         ",
        "07T12:00, 05T12:00,         "
    })
    void itIsOfferedFromTheNextOpeningOrNotAtAll(String wanted, String eligible, @Nullable String until) {
        var before = new Deadlines(
                march("02T09:00"),
                march("02T09:00"),
                null,
                march("02T10:00"),
                march("05T12:00"),
                march("02T10:00"),
                false);

        var after = before.offeredFrom(march(wanted), OfficeWeek.calendar());

        assertThat(after.earliestAt()).isEqualTo(march(wanted));
        assertThat(after.eligibleAt()).isEqualTo(march(eligible));
        assertThat(after.offerUntil()).isEqualTo(until == null ? null : march(until));
        assertThat(after.dueAt()).isEqualTo(before.dueAt());
        assertThat(after.expiresAt()).isEqualTo(before.expiresAt());
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true", "3, true", "4, false", "9, false"})
    void itIsOfferableFromItsTimeUntilItsListCloses(int now, boolean offerable) {
        var times = new Deadlines(at(0), at(0), at(4), at(1), at(9), at(1), false);

        assertThat(times.isOfferable(at(now))).isEqualTo(offerable);
    }

    private static Deadlines times(Random random, int askedAt, OpeningCalendar hours) {
        var from = askedAt + (random.nextBoolean() ? 0 : random.nextInt(20));
        var expires = from + 1 + random.nextInt(30);
        var due = from + random.nextInt(expires - from + 1);
        return request(askedAt, from, due, expires).offeredFrom(at(from), hours).agreed(random.nextInt(3) == 0, false);
    }

    private static Instant nextOffer(Deadlines times, OpeningCalendar hours, Instant now) {
        var next = times.offeredFrom(times.earliestFrom(now), hours);
        return isEverOffered(times) && isEverOffered(next) ? next.eligibleAt() : Instant.MAX;
    }

    private static boolean isEverOffered(Deadlines times) {
        return times.eligibleAt().isBefore(times.expiresAt());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
