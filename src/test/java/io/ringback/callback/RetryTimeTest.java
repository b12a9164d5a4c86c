package io.ringback.callback;

import static io.ringback.support.OfficeWeek.march;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.hours.CallingHours;
import io.ringback.hours.ClosedDay;
import io.ringback.hours.ExpiryRule;
import io.ringback.hours.HoursSettings;
import io.ringback.hours.OpenTime;
import io.ringback.hours.Opening;
import io.ringback.hours.OpeningCalendar;
import io.ringback.support.OfficeWeek;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which times can be agreed on with a caller is one rule; where one cannot, those next to it are offered. */
class RetryTimeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant EXPIRY = NOW.plus(Duration.ofHours(24));
    private static final TimeLimit LIMIT = new TimeLimit(Duration.ofDays(30));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Open for the first two hours from {@link #NOW}, and again from 20 hours after it. */
    private static final OpeningCalendar HOURS = at -> {
        var closes = NOW.plus(Duration.ofHours(2));
        var opens = NOW.plus(Duration.ofHours(20));
        if (at.isBefore(closes)) {
            return Optional.of(new Opening(at, closes));
        }
        return Optional.of(new Opening(at.isBefore(opens) ? opens : at, null));
    };

    /** Open until two hours from {@link #NOW}, and then only after the expiry. */
    private static final OpeningCalendar CLOSING = at -> at.isBefore(NOW.plus(Duration.ofHours(2)))
            ? Optional.of(new Opening(at, NOW.plus(Duration.ofHours(2))))
            : Optional.of(new Opening(at.isBefore(EXPIRY) ? EXPIRY : at, null));

    @ParameterizedTest
    @CsvSource({
        // ahead: verdict, and whether the process may take it from a draft
        "PT0.001S,        POSSIBLE,       true",
        "PT1H,            POSSIBLE,       true",
        "PT1H59M59.999S,  POSSIBLE,       true",
        "PT2H,            OUTSIDE_HOURS,  true",
        "PT19H,           OUTSIDE_HOURS,  true",
        "PT19H59M59.999S, OUTSIDE_HOURS,  true",
        "PT20H,           POSSIBLE,       true",
        "PT23H59M59.999S, POSSIBLE,       true",
        "PT0S,            IN_THE_PAST,    false",
        "PT-1S,           IN_THE_PAST,    false",
        "PT-876000H,      IN_THE_PAST,    false",
        "PT24H,           PAST_EXPIRY,    false",
        "PT25H,           PAST_EXPIRY,    false",
        "PT720H,          PAST_EXPIRY,    false",
        "PT720H0.001S,    TOO_FAR_AHEAD,  false"
    })
    void aTimeIsAheadBeforeTheExpiryAndInHours(Duration ahead, TimeVerdict verdict, boolean everPossible) {
        var time = new RetryTime(NOW.plus(ahead), EXPIRY, HOURS, Duration.ZERO);

        assertThat(time.verdict(LIMIT, NOW)).isEqualTo(verdict);
        assertThat(time.isEverPossible(LIMIT, NOW)).isEqualTo(everPossible);
    }

    @ParameterizedTest
    @CsvSource({"PT2H", "PT3H", "PT23H59M59S"})
    void whatIsClosedUntilTheExpiryIsNeverPossible(Duration ahead) {
        var time = new RetryTime(NOW.plus(ahead), EXPIRY, CLOSING, Duration.ZERO);

        assertThat(time.verdict(LIMIT, NOW)).isEqualTo(TimeVerdict.OUTSIDE_HOURS);
        assertThat(time.isEverPossible(LIMIT, NOW)).isFalse();
        assertThat(nearest(time, NOW)).containsExactly(NOW.plus(Duration.ofMinutes(105)));
    }

    @ParameterizedTest
    @CsvSource({
        // a minute is the shortest; it closes at 16:00: now, chosen, and whether it can still be kept
        "15:58:00, 15:58:30, POSSIBLE",
        "15:59:30, 15:59:50, OUTSIDE_HOURS",
        "15:59:30, 16:00:10, OUTSIDE_HOURS",
        "07:58:30, 07:59:50, OUTSIDE_HOURS",
        "07:59:30, 07:59:50, POSSIBLE"
    })
    void aTimeThatIsTooSoonIsJudgedByWhatBecomesOfIt(LocalTime now, LocalTime chosen, TimeVerdict verdict) {
        var time = new RetryTime(march("02T" + chosen), march("06T12:00"), OfficeWeek.calendar(), MINUTE);

        assertThat(time.verdict(LIMIT, march("02T" + now))).isEqualTo(verdict);
    }

    /** Of March 2026 in Helsinki, where the list calls on weekdays from 8 to 16; 2 March is a Monday. */
    @ParameterizedTest(name = "{0}, expiring {1}, at {2}: {3}, nearest {4}")
    @CsvSource({
        "06T10:00, 13T12:00, 06T11:00, POSSIBLE,      ",
        "06T10:00, 13T12:00, 07T18:00, OUTSIDE_HOURS, 06T15:45 09T08:00",
        "06T10:00, 13T12:00, 06T16:00, OUTSIDE_HOURS, 06T15:45 09T08:00",
        "06T10:00, 13T12:00, 06T07:59, IN_THE_PAST,   06T10:01",
        "06T10:00, 13T12:00, 10T07:30, OUTSIDE_HOURS, 09T15:45 10T08:00",
        "06T15:50, 13T12:00, 07T18:00, OUTSIDE_HOURS, 06T15:59 09T08:00",
        "06T15:59, 13T12:00, 07T18:00, OUTSIDE_HOURS, 09T08:00",
        "06T16:00, 13T12:00, 07T18:00, OUTSIDE_HOURS, 09T08:00",
        "07T10:00, 13T12:00, 07T18:00, OUTSIDE_HOURS, 09T08:00",
        "07T10:00, 13T12:00, 06T12:00, IN_THE_PAST,   09T08:00",
        "06T10:00, 08T12:00, 07T18:00, OUTSIDE_HOURS, 06T15:45",
        "06T17:00, 08T12:00, 07T18:00, OUTSIDE_HOURS, ",
        "06T10:00, 09T08:00, 07T18:00, OUTSIDE_HOURS, 06T15:45",
        "06T10:00, 09T08:01, 07T18:00, OUTSIDE_HOURS, 06T15:45 09T08:00",
        "06T10:00, 13T12:00, 13T12:00, PAST_EXPIRY,   13T11:45",
        "06T10:00, 14T12:00, 16T09:00, PAST_EXPIRY,   13T15:45",
        "06T10:00, 06T10:00, 06T11:00, PAST_EXPIRY,   "
    })
    void theNearestTimesAreInHoursAheadAndBeforeTheExpiry(
            String now, String expires, String at, TimeVerdict verdict, String nearest) {
        var time = new RetryTime(march(at), march(expires), OfficeWeek.calendar(), MINUTE);

        assertThat(time.verdict(LIMIT, march(now))).isEqualTo(verdict);
        assertThat(verdict == TimeVerdict.POSSIBLE ? List.of() : nearest(time, march(now)))
                .isEqualTo(times(nearest));
    }

    /** Of a list without hours, in UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00:00Z, 2026-03-03T10:00:00Z, 2026-03-02T09:00:00Z, 2026-03-02T10:01:00Z",
        "2026-03-02T10:00:20Z, 2026-03-03T10:00:00Z, 2026-03-02T10:00:20Z, 2026-03-02T10:02:00Z",
        "2026-03-02T10:00:00Z, 2026-03-03T10:00:00Z, 2026-03-03T10:00:00Z, 2026-03-03T09:45:00Z",
        "2026-03-02T10:00:00Z, 2026-03-02T10:05:00Z, 2026-03-02T11:00:00Z, 2026-03-02T10:04:00Z",
        "2026-03-02T10:00:00Z, 2026-03-02T10:01:00Z, 2026-03-02T11:00:00Z, "
    })
    void alwaysOpenThereIsATimeWheneverOneIsLeft(Instant now, Instant expires, Instant at, Instant nearest) {
        var time = new RetryTime(at, expires, OpeningCalendar.ALWAYS, MINUTE);

        assertThat(nearest(time, now))
                .isEqualTo(Optional.ofNullable(nearest).stream().toList());
    }

    /** Where clocks change, where days are closed, at night, and where the zone is not in whole hours. */
    @ParameterizedTest(name = "{0} {1}: at {2} {3}, nearest {4}")
    @CsvSource({
        // the clocks skip 03:00 to 04:00 on 29 March: 03:30 comes not, 04:30 is open
        "Europe/Helsinki, 03:00-05:00, 2026-03-29T04:30+03:00, POSSIBLE,      ",
        "Europe/Helsinki, 03:00-05:00, 2026-03-29T02:30+02:00, OUTSIDE_HOURS, 2026-03-28T04:45+02:00 2026-03-29T04:00+03:00",
        "Europe/Helsinki, 03:00-05:00, 2026-03-29T05:00+03:00, OUTSIDE_HOURS, 2026-03-29T04:45+03:00 2026-03-30T03:00+03:00",
        // a night from 22 to 6
        "Europe/Helsinki, 22:00-06:00, 2026-03-29T05:30+03:00, POSSIBLE,      ",
        "Europe/Helsinki, 22:00-06:00, 2026-03-29T12:00+03:00, OUTSIDE_HOURS, 2026-03-29T05:45+03:00 2026-03-29T22:00+03:00",
        // the whole day, every day
        "Europe/Helsinki, 00:00-00:00, 2026-03-29T12:00+03:00, POSSIBLE,      ",
        // half an hour, three quarters
        "Asia/Kathmandu,  09:00-17:00, 2026-03-27T17:00+05:45, OUTSIDE_HOURS, 2026-03-27T16:45+05:45 2026-03-28T09:00+05:45",
        "Australia/Lord_Howe, 09:00-17:00, 2026-04-05T08:59+10:30, OUTSIDE_HOURS, 2026-04-04T16:45+11:00 2026-04-05T09:00+10:30",
        // 1 April is closed
        "Europe/Helsinki, 08:00-16:00, 2026-04-01T12:00+03:00, OUTSIDE_HOURS, 2026-03-31T15:45+03:00 2026-04-02T08:00+03:00",
        // open for ten minutes a day
        "Europe/Helsinki, 12:00-12:10, 2026-03-28T14:00+02:00, OUTSIDE_HOURS, 2026-03-28T12:09+02:00 2026-03-29T12:00+03:00"
    })
    void clocksAndClosedDaysAreThoseOfTheList(
            ZoneId zone, String open, OffsetDateTime at, TimeVerdict verdict, String nearest) {
        var now = Instant.parse("2026-03-27T06:00:00Z");
        var time = new RetryTime(at.toInstant(), Instant.parse("2026-04-10T00:00:00Z"), daily(open, zone), MINUTE);

        assertThat(time.verdict(LIMIT, now)).isEqualTo(verdict);
        assertThat(verdict == TimeVerdict.POSSIBLE ? List.of() : nearest(time, now))
                .isEqualTo(Stream.of((nearest == null ? "" : nearest).split(" "))
                        .filter(text -> !text.isEmpty())
                        .map(text -> OffsetDateTime.parse(text).toInstant())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T10:00:00Z, 2026-09-01T10:00:00Z, 2026-04-01T07:00:00Z"})
    void tooFarAheadTheLastTimeThatMayBeNamedIsNearest(Instant now, Instant at, Instant nearest) {
        var hours = daily("08:00-10:15", ZoneId.of("Europe/Helsinki"));
        var time = new RetryTime(at, Instant.parse("2027-01-01T00:00:00Z"), hours, MINUTE);

        assertThat(time.verdict(LIMIT, now)).isEqualTo(TimeVerdict.TOO_FAR_AHEAD);
        assertThat(nearest(time, now))
                .allMatch(hours::isOpen)
                .allMatch(each -> !each.isAfter(nearest))
                .hasSize(1);
    }

    private static List<Instant> nearest(RetryTime time, Instant now) {
        return NearestTimes.of(time, LIMIT, now).around(time.at());
    }

    private static List<Instant> times(String written) {
        return written == null
                ? List.of()
                : Stream.of(written.split(" ")).map(OfficeWeek::march).toList();
    }

    private static OpeningCalendar daily(String open, ZoneId zone) {
        var parts = open.split("-");
        var week = Stream.of(DayOfWeek.values())
                .map(day -> new OpenTime(day, LocalTime.parse(parts[0]), LocalTime.parse(parts[1])))
                .toList();
        var closed = List.of(new ClosedDay(LocalDate.parse("2026-04-01"), "closed"));
        return CallingHours.of(new HoursSettings(week, false, null, closed, ExpiryRule.COUNTS_ON, false), zone, "FI")
                .calendar();
    }
}
