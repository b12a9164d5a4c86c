package io.ringback.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.hours.Opening;
import io.ringback.hours.OpeningCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a callback whose list has closed, or has other hours now. Times are hours from now. */
class InLineTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final UUID ID = UUID.fromString("0190a1b2-0000-7000-8000-000000000001");
    private static final int EXPIRY = 24;

    @ParameterizedTest(name = "{0} from {1}, eligible {2}: opens {3} -> {4} eligible {5}, {6}")
    @CsvSource({
        // closed until the next opening
        "WAITING,   -5, -5, 14, SCHEDULED, 14, CallingHoursEnded",
        "SCHEDULED, -5, -1, 14, SCHEDULED, 14, CallingHoursEnded",
        "SCHEDULED, -5, 14, 14, SCHEDULED, 14, HoursLookedUp",
        // open, or open again
        "WAITING,   -5, -5,  0, WAITING,   -5, HoursLookedUp",
        "SCHEDULED, -5, -1,  0, SCHEDULED, -1, HoursLookedUp",
        "SCHEDULED, -5, 14,  0, SCHEDULED,  0, CallingHoursEnded",
        // wanted later
        "SCHEDULED,  3,  3,  0, SCHEDULED,  3, HoursLookedUp",
        "SCHEDULED,  3,  8,  0, SCHEDULED,  3, CallingHoursEnded",
        "SCHEDULED,  3,  3, 14, SCHEDULED, 14, CallingHoursEnded",
        // no opening before the expiry: never
        "WAITING,   -5, -5, 24, SCHEDULED, 24, CallingHoursEnded",
        "WAITING,   -5, -5, 99, SCHEDULED, 24, CallingHoursEnded",
        "SCHEDULED, -5, 24, 99, SCHEDULED, 24, HoursLookedUp",
    })
    void itWaitsForTheNextOpening(
            CallbackStatus status, int earliest, int eligible, int opens, CallbackStatus next, int from, String event) {
        var change = callback(status, earliest, eligible, at(-1)).inLine().hoursLookedUp(openFrom(opens), NOW);

        assertThat(change.after().status()).isEqualTo(next);
        assertThat(change.after().deadlines().eligibleAt()).isEqualTo(at(from));
        assertThat(change.after().deadlines().earliestAt()).isEqualTo(at(earliest));
        assertThat(change.event().getClass().getSimpleName()).isEqualTo(event);
    }

    @Test
    void whatOtherHoursHaveDoneIsToldAsThat() {
        var change = callback(CallbackStatus.WAITING, -5, -5, Deadlines.HOURS_CHANGED)
                .inLine()
                .hoursLookedUp(openFrom(14), NOW);

        assertThat(change.event()).isEqualTo(new CallbackEvent.CallingHoursChanged(at(14)));
    }

    @Test
    void oneThatIsExpiredIsLeftToExpire() {
        var late = NOW.plus(Duration.ofHours(EXPIRY));

        var change = callback(CallbackStatus.WAITING, -5, -5, at(-1)).inLine().hoursLookedUp(openFrom(14), late);

        assertThat(change.after().status()).isEqualTo(CallbackStatus.WAITING);
        assertThat(change.after().deadlines().eligibleAt()).isEqualTo(at(-5));
        assertThat(change.after().deadlines().offerUntil()).isNull();
        assertThat(change.event()).isEqualTo(new CallbackEvent.HoursLookedUp());
    }

    @Test
    void onlyOneInNobodysHandsIsInLine() {
        var waiting = callback(CallbackStatus.WAITING, -5, -5, null);
        var held = waiting.inLine().allocatedTo("anna", ID, NOW, null, null).after();
        var closed = waiting.ending().cancelled(null, NOW).after();

        assertThatThrownBy(held::inLine).isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(closed::inLine).isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(() -> waiting.inLine().becomeEligible()).isInstanceOf(IllegalTransition.class);
    }

    @Test
    void theTimeItHasWaitedIsToldOfTheFirstOfferOnly() {
        var waiting = callback(CallbackStatus.WAITING, -5, -5, null);

        var first = waiting.inLine().allocatedTo("anna", ID, NOW, null, null);
        var given = first.after()
                .inHand()
                .released(null, () -> OpeningCalendar.ALWAYS, NOW)
                .after();

        assertThat(first.event()).isEqualTo(new CallbackEvent.Allocated(ID, Duration.ofHours(5), null));
        assertThat(given.inLine().allocatedTo("bo", ID, NOW, null, null).event())
                .isEqualTo(new CallbackEvent.Allocated(ID, null, null));
    }

    private static Callback callback(CallbackStatus status, int earliest, int eligible, @Nullable Instant offerUntil) {
        var deadlines = new Deadlines(at(earliest), at(eligible), offerUntil, at(EXPIRY), at(EXPIRY), at(-5), false);
        var request = new Request("sales", "+358401234567", null, Source.IVR, null, 1, Map.of());
        return CallbackCopy.requested(ID, request, deadlines, status, at(-5));
    }

    private static OpeningCalendar openFrom(int hours) {
        return at -> Optional.of(new Opening(at.isBefore(at(hours)) ? at(hours) : at, null));
    }

    private static Instant at(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }
}
