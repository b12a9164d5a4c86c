package io.ringback.intake;

import static io.ringback.intake.RequestedList.NOW;
import static io.ringback.intake.RequestedList.aList;
import static io.ringback.support.OfficeWeek.march;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.platform.problem.InvalidField;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From when a request is offered, when it is due and when it expires. */
class RequestedTimesTest {

    @Test
    void theListSaysWhenARequestWithoutTimesIsDueAndExpires() {
        var times = aList().due("PT30M").expiring("PT8H").take(NOW, null, null, null);

        assertThat(times.eligibleAt()).isEqualTo(NOW);
        assertThat(times.offerUntil()).isNull();
        assertThat(times.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(times.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(8)));
        assertThat(times.agreed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // notBefore, dueAt, expiresAt: eligible, due, expires
        "PT2H, , ,         PT2H, PT3H, PT26H",
        "-PT1M, , ,        PT0S, PT1H, PT24H",
        ", PT5M, ,         PT0S, PT5M, PT24H",
        ", PT0S, ,         PT0S, PT0S, PT24H",
        ", -PT1M, ,        PT0S, -PT1M, PT24H",
        ", , PT30M,        PT0S, PT30M, PT30M",
        ", , PT1S,         PT0S, PT1S, PT1S",
        ", PT24H, ,        PT0S, PT24H, PT24H",
        "PT1H, PT1H, PT2H, PT1H, PT1H, PT2H",
        "PT1H, PT2H, PT2H, PT1H, PT2H, PT2H"
    })
    void timesThatARequestNamesCountAndTheOthersFollow(
            @Nullable Duration notBefore,
            @Nullable Duration dueAt,
            @Nullable Duration expiresAt,
            Duration eligible,
            Duration due,
            Duration expires) {
        var times = aList().take(NOW, in(notBefore), in(dueAt), in(expiresAt));

        assertThat(times.eligibleAt()).isEqualTo(NOW.plus(eligible));
        assertThat(times.dueAt()).isEqualTo(NOW.plus(due));
        assertThat(times.expiresAt()).isEqualTo(NOW.plus(expires));
    }

    @ParameterizedTest
    @CsvSource({
        "-PT1M0.000001S, , ,    notBefore, IN_THE_PAST",
        "-PT2M, , ,             notBefore, IN_THE_PAST",
        ", -PT2M, ,             dueAt, IN_THE_PAST",
        ", , -PT2M,             expiresAt, IN_THE_PAST",
        ", , PT0S,              expiresAt, IN_THE_PAST",
        "PT2H, , PT1H,          expiresAt, NOT_AFTER_NOT_BEFORE",
        "PT2H, , PT2H,          expiresAt, NOT_AFTER_NOT_BEFORE",
        "PT2H, PT1H, ,          dueAt, BEFORE_NOT_BEFORE",
        "PT2H, PT1H59M59S, ,    dueAt, BEFORE_NOT_BEFORE",
        ", PT3H, PT2H,          dueAt, AFTER_EXPIRY",
        ", PT2H0.000001S, PT2H, dueAt, AFTER_EXPIRY",
        ", P2D, ,               dueAt, AFTER_EXPIRY",
        "PT1H, PT26H, ,         dueAt, AFTER_EXPIRY",
        "P366D, , ,             notBefore, TOO_FAR_AHEAD",
        ", P366D, ,             dueAt, TOO_FAR_AHEAD",
        ", , P365DT0.000001S,   expiresAt, TOO_FAR_AHEAD"
    })
    void timesInThePastOrOutOfOrderOrTooFarAheadAreRefused(
            @Nullable Duration notBefore,
            @Nullable Duration dueAt,
            @Nullable Duration expiresAt,
            String field,
            String code) {
        assertThatThrownBy(() -> aList().take(NOW, in(notBefore), in(dueAt), in(expiresAt)))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refusal -> assertThat(refusal.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo(field);
                            assertThat(error.code()).isEqualTo(code);
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notBefore", "dueAt", "expiresAt"})
    void theFurthestTimeThatIsAllowedIsTaken(String field) {
        var list = aList().expiring("P366D");
        var year = NOW.plus(Duration.ofDays(365));

        assertThatCode(() -> list.take(
                        NOW,
                        field.equals("notBefore") ? year : null,
                        field.equals("dueAt") ? year : null,
                        field.equals("expiresAt") ? year : null))
                .doesNotThrowAnyException();
    }

    /** Monday to Friday 8 to 16; due after an hour, expiring after 24. 2026-03-02 is a Monday. */
    @ParameterizedTest
    @CsvSource({
        // asked: offered from, until, due, expires
        "02T10:00, 02T10:00, 02T16:00, 02T11:00, 03T10:00",
        "02T08:00, 02T08:00, 02T16:00, 02T09:00, 03T08:00",
        "02T07:59, 02T08:00, 02T16:00, 02T09:00, 03T07:59",
        "02T17:00, 03T08:00, 03T16:00, 03T09:00, 03T17:00",
        "02T16:00, 03T08:00, 03T16:00, 03T09:00, 03T16:00",
        "02T15:30, 02T15:30, 02T16:00, 03T08:00, 03T15:30",
        "02T15:00, 02T15:00, 02T16:00, 03T08:00, 03T15:00",
        "02T14:59, 02T14:59, 02T16:00, 02T15:59, 03T14:59",
        "06T17:00, 07T17:00, ,         07T17:00, 07T17:00",
        "06T15:30, 06T15:30, 06T16:00, 07T15:30, 07T15:30"
    })
    void outsideOfTheHoursEverythingCountsFromTheNextOpening(
            String asked, String offered, @Nullable String until, String due, String expires) {
        var times = aList().openInOfficeHours(false).take(march(asked), null, null, null);

        assertThat(times.earliestAt()).isEqualTo(march(asked));
        assertThat(times.eligibleAt()).isEqualTo(march(offered));
        assertThat(times.offerUntil()).isEqualTo(until == null ? null : march(until));
        assertThat(times.dueAt()).isEqualTo(march(due));
        assertThat(times.expiresAt()).isEqualTo(march(expires));
    }

    @ParameterizedTest
    @CsvSource({"06T15:00, 11T15:00", "02T08:00, 04T16:00", "02T17:00, 05T16:00", "07T12:00, 11T16:00"})
    void anExpiryThatPausesCountsOpenTimeOnly(String asked, String expires) {
        var times = aList().openInOfficeHours(true).take(march(asked), null, null, null);

        assertThat(times.expiresAt()).isEqualTo(march(expires));
    }

    @Test
    void timesThatAreNamedStayWhateverTheHours() {
        var times =
                aList().openInOfficeHours(false).take(march("02T17:00"), null, march("02T19:00"), march("03T09:00"));

        assertThat(times.dueAt()).isEqualTo(march("02T19:00"));
        assertThat(times.expiresAt()).isEqualTo(march("03T09:00"));
        assertThat(times.eligibleAt()).isEqualTo(march("03T08:00"));
    }

    @ParameterizedTest
    @CsvSource({"02T17:00, 03T08:00", "02T17:00, 03T07:59", "06T16:00, 09T08:00", "07T10:00, 08T10:00"})
    void aNamedExpiryMustLeaveAnOpening(String asked, String expires) {
        assertThatThrownBy(() -> aList().openInOfficeHours(false).take(march(asked), null, null, march(expires)))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refusal -> assertThat(refusal.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.code()).isEqualTo("BEFORE_OPENING")));
    }

    @Test
    void theOpeningAfterTheClocksHaveChangedIsByTheNewClock() {
        var times = aList().openInOfficeHours(false).take(march("27T17:00"), null, null, march("31T12:00"));

        assertThat(times.eligibleAt()).isEqualTo(Instant.parse("2026-03-30T05:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"DUE, PT2H, PT3H", "REQUESTED, PT2H, PT0S", "DUE, , PT1H", "REQUESTED, , PT0S"})
    void whatComesFirstGoesByTheDueTimeOrByTheRequestAsTheListSays(
            String order, @Nullable Duration notBefore, Duration priority) {
        var times = aList().ordered(order).take(NOW, in(notBefore), null, null);

        assertThat(times.priorityAt()).isEqualTo(NOW.plus(priority));
    }

    private static @Nullable Instant in(@Nullable Duration duration) {
        return duration == null ? null : NOW.plus(duration);
    }
}
