package io.ringback.callback;

import static io.ringback.callback.CallbackTimesOf.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.hours.OpeningCalendar;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the desk says that Save will do. */
class AfterSaveTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Callback inHand = ACallback.IN_CALL.made();
    private final Instant expires = inHand.deadlines().expiresAt();

    @ParameterizedTest
    @CsvSource({
        // before the expiry, delay of the policy, what becomes of it, when before the expiry
        "PT2H,    PT1H,  OFFERED_AGAIN,  PT1H",
        "PT2H,    PT2H,  OFFERED_AGAIN,  PT1S",
        "PT2H,    PT3H,  OFFERED_AGAIN,  PT1S",
        "PT62S,   PT15M, OFFERED_AGAIN,  PT1S",
        "PT60S,   PT5M,  LEFT_TO_EXPIRE, PT0S",
        "PT1S,    PT0S,  LEFT_TO_EXPIRE, PT0S",
        "PT0S,    PT5M,  EXPIRED,        PT0S",
        "PT-1S,   PT5M,  EXPIRED,        PT0S",
        "PT-24H,  PT1H,  EXPIRED,        PT0S"
    })
    void isNeverAnOfferAtOrAfterTheExpiry(Duration left, Duration delay, AfterSave.Then then, Duration before) {
        var now = expires.minus(left);

        var after = AfterSave.of(inHand, new RetryDecision(delay, false), OpeningCalendar.ALWAYS, MINUTE, now);

        assertThat(after).isEqualTo(new AfterSave(then, expires.minus(before)));
        assertThat(after.offeredAt()).isEqualTo(then == AfterSave.Then.OFFERED_AGAIN ? after.at() : null);
    }

    @Test
    void isTheEndWhenThePolicyGivesUpAlsoOnceItHasExpired() {
        for (var now : new Instant[] {MORNING, expires, expires.plusSeconds(60)}) {
            assertThat(AfterSave.of(inHand, new RetryDecision(MINUTE, true), OpeningCalendar.ALWAYS, MINUTE, now))
                    .isEqualTo(new AfterSave(AfterSave.Then.GIVEN_UP, null));
        }
    }

    @Test
    void isAnEndAsCancelledWhateverIsSavedOnceThatIsAskedFor() {
        var marked = inHand.inHand().cancelRequested("served", MORNING).after();

        assertThat(AfterSave.resolving(marked).then()).isEqualTo(AfterSave.Then.CANCELLED);
        for (var giveUp : new boolean[] {true, false}) {
            assertThat(AfterSave.of(marked, new RetryDecision(MINUTE, giveUp), OpeningCalendar.ALWAYS, MINUTE, expires)
                            .then())
                    .isEqualTo(AfterSave.Then.CANCELLED);
        }
    }

    @Test
    void resolvesAlsoWhatHasExpiredInHand() {
        assertThat(AfterSave.resolving(inHand).then()).isEqualTo(AfterSave.Then.RESOLVED);
    }
}
