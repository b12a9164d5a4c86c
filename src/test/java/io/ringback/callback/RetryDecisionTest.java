package io.ringback.callback;

import static io.ringback.support.OfficeWeek.march;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.hours.OpeningCalendar;
import io.ringback.list.ListPolicy;
import io.ringback.list.SaveWithoutCall;
import io.ringback.support.OfficeWeek;
import io.ringback.support.RandomCases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a callback is offered again by the retry policy. */
class RetryDecisionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({
        // delay of the policy, shortest of the list, time to expiry: offered again after
        "PT5M,  PT1M,  PT24H,    PT5M",
        "PT5M,  PT10M, PT24H,    PT10M",
        "PT15M, PT10M, PT24H,    PT15M",
        "PT1H,  PT2H,  PT24H,    PT2H",
        "PT0S,  PT0S,  PT24H,    PT1S",
        "PT5M,  PT1M,  PT5M1S,   PT5M",
        "PT5M,  PT1M,  PT5M,     PT4M59S",
        "PT5M,  PT1M,  PT2M,     PT1M59S",
        "PT5M,  PT1M,  PT1M1S,   PT1M",
        "PT5M,  PT1M,  PT1M,     ",
        "PT5M,  PT0S,  PT2S,     PT1S",
        "PT5M,  PT0S,  PT1S,     ",
        "PT20S, PT1M,  PT50S,    "
    })
    void afterTheDelayButNotBeforeTheShortestTimeNorAtTheExpiry(
            Duration delay, Duration shortest, Duration expires, @Nullable Duration offered) {
        var again = new RetryDecision(delay, false)
                .offeredAgainAt(expiring(NOW.plus(expires)), OpeningCalendar.ALWAYS, shortest, NOW);

        assertThat(again).isEqualTo(Optional.ofNullable(offered).map(NOW::plus));
    }

    @ParameterizedTest
    @CsvSource({
        // status, attempts made, the list's own times: delay
        "BUSY, 1, PT2M PT7M, PT2M",
        "BUSY, 2, PT2M PT7M, PT7M",
        "BUSY, 3, PT2M PT7M, PT7M",
        "BUSY, 1000, PT2M PT7M, PT7M",
        "BUSY, 0, PT2M PT7M, PT2M",
        "BUSY, 1, , PT1H",
        "NO_ANSWER, 2, PT3M, PT3M",
        "OTHER, 1, PT4M, PT4M"
    })
    void theListsOwnTimeOverridesThatOfThePolicy(
            CallStatus status, int attempts, @Nullable String own, Duration delay) {
        var times = own == null
                ? List.<Duration>of()
                : Stream.of(own.split(" ")).map(Duration::parse).toList();
        var policy = new ListPolicy(
                false,
                false,
                false,
                false,
                SaveWithoutCall.ASK,
                "callbackCase",
                Duration.ofHours(4),
                MINUTE,
                10,
                Duration.ofMinutes(2),
                List.of(),
                status == CallStatus.BUSY ? times : List.of(),
                status == CallStatus.NO_ANSWER ? times : List.of(),
                status == CallStatus.OTHER ? times : List.of(),
                Duration.ofDays(90));

        assertThat(new RetryDecision(Duration.ofHours(1), true).on(policy, status, attempts))
                .isEqualTo(new RetryDecision(delay, true));
        assertThat(RetryDecision.ownDelay(policy, CallStatus.ANSWERED, attempts))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "02T10:00, PT5M,  04T10:00, 02T10:05",
        "02T15:50, PT5M,  04T10:00, 02T15:55",
        "02T15:50, PT10M, 04T10:00, 03T08:00",
        "02T15:50, PT15M, 04T10:00, 03T08:00",
        "02T15:50, PT1H,  02T20:00, 02T15:59:59",
        "02T15:50, PT1H,  03T08:00, 02T15:59:59",
        "02T15:50, PT1H,  03T08:00:01, 03T08:00",
        "02T15:59:30, PT1H, 02T20:00, ",
        "06T15:00, PT1H,  07T15:00, 06T15:59:59",
        "06T15:00, PT1H,  09T09:00, 09T08:00"
    })
    void insideOfTheHoursOrElseJustBeforeTheyEnd(String now, Duration delay, String expires, @Nullable String offered) {
        var again = new RetryDecision(delay, false)
                .offeredAgainAt(expiring(march(expires)), OfficeWeek.calendar(), MINUTE, march(now));

        assertThat(again).isEqualTo(Optional.ofNullable(offered).map(OfficeWeek::march));
    }

    @Test
    void whatIsPromisedCanBeKept() {
        RandomCases.each(5_000, random -> {
            var hours = random.nextBoolean() ? OpeningCalendar.ALWAYS : OfficeWeek.calendar();
            var now = march("02T08:00").plusMillis(random.nextInt(7 * 24 * 3_600) * 1_000L + random.nextInt(1_000));
            var expires = now.plusSeconds(1L + random.nextInt(4 * 24 * 3_600));
            var delay = Duration.ofSeconds(random.nextInt(2 * 24 * 3_600));
            var shortest = Duration.ofSeconds(random.nextInt(3) * 1_800L);

            var again = new RetryDecision(delay, false).offeredAgainAt(expiring(expires), hours, shortest, now);

            again.ifPresent(at -> {
                assertThat(at).isAfter(now).isAfterOrEqualTo(now.plus(shortest)).isBefore(expires);
                assertThat(hours.isOpen(at)).as("open at %s", at).isTrue();
            });
            var usual = hours.nextOpening(now.plus(delay)).filter(expires.minusSeconds(2)::isAfter);
            if (usual.isPresent() && delay.compareTo(shortest) > 0 && delay.toSeconds() > 1) {
                assertThat(again).as("nothing hinders the policy").contains(RoundedUp.inMillis(usual.get()));
            }
        });
    }

    private static Callback expiring(Instant at) {
        var request = new Request("sales", "+358401234567", null, Source.IVR, null, 1, Map.of());
        return CallbackCopy.requested(
                new UUID(0, 1), request, new Deadlines(NOW, NOW, null, at, at, at, false), CallbackStatus.WAITING, NOW);
    }
}
