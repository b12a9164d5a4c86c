package io.ringback.callback;

import static io.ringback.callback.ACallback.ALLOCATION;
import static io.ringback.callback.ACallback.CALL;
import static io.ringback.callback.CallbackTimesOf.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.hours.OpeningCalendar;
import io.ringback.support.RandomCases;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What can happen to a callback in which state, and what becomes of it. */
class CallbackTransitionsTest {

    private static final Instant NOON = MORNING.plus(Duration.ofHours(6));

    /** What can happen at a moment. */
    private enum Happens {
        ALLOCATED((callback, now) ->
                callback.inLine().allocatedTo("anna", UUID.randomUUID(), now, now.plusSeconds(60), null)),
        BECAME_ELIGIBLE((callback, now) -> callback.inLine().becomeEligible()),
        HOURS_LOOKED_UP((callback, now) -> callback.inLine().hoursLookedUp(OpeningCalendar.ALWAYS, now)),
        CALL_STARTED((callback, now) -> callback.inHand().callStarted(CALL, now.plusSeconds(600), true)),
        CALL_RESUMED((callback, now) -> callback.inHand().callResumed(CALL, now.plusSeconds(600))),
        CALL_ENDED((callback, now) -> callback.inHand().callEnded(CALL, now.plusSeconds(120))),
        CALL_TAKEN_FOR_ENDED((callback, now) -> callback.inHand().callTakenForEnded(Duration.ofHours(4), null, now)),
        CANCEL_REQUESTED((callback, now) -> callback.inHand().cancelRequested("no reason", now)),
        OUTCOME_SAVED((callback, now) -> callback.inHand().outcomeSaved(CallStatus.BUSY, CALL, false)),
        RELEASED((callback, now) -> callback.inHand().released(null, () -> OpeningCalendar.ALWAYS, now)),
        RETRY_SCHEDULED((callback, now) -> callback.retriedAt(
                now.plusSeconds(300), RetryEvent.RetryScheduled.By.POLICY, null, OpeningCalendar.ALWAYS)),
        RELATED_RECEIVED(
                (callback, now) -> callback.askedAgain(ACallback.requested(now), true, OpeningCalendar.ALWAYS, now)),
        RETRY_PAST_EXPIRY((callback, now) -> callback.pastExpiry()),
        RESOLVED((callback, now) -> callback.ending().resolved(now)),
        EXPIRED((callback, now) -> callback.ending().expired(now)),
        CANCELLED((callback, now) -> callback.ending().cancelled("no reason", now)),
        GIVEN_UP((callback, now) -> callback.ending().givenUp(now)),
        OVERDUE((callback, now) -> callback.markedOverdue()),
        SET_ASIDE((callback, now) -> callback.setAside(BlamedModel.NONE)),
        REPAIRED((callback, now) -> callback.repaired());

        @SuppressWarnings("ImmutableEnumChecker") // what is given here keeps nothing
        private final BiFunction<Callback, Instant, Change> transition;

        Happens(BiFunction<Callback, Instant, Change> transition) {
            this.transition = transition;
        }

        Change to(Callback callback, Instant now) {
            return transition.apply(callback, now);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // what happens to one that is: scheduled, waiting, in hand before, in and after its call; - is refused
        "ALLOCATED,            ALLOCATED, ALLOCATED, -,         -,         -",
        "BECAME_ELIGIBLE,      WAITING,   -,         -,         -,         -",
        "HOURS_LOOKED_UP,      SCHEDULED, WAITING,   -,         -,         -",
        "CALL_STARTED,         -,         -,         ALLOCATED, ALLOCATED, ALLOCATED",
        "CALL_RESUMED,         -,         -,         ALLOCATED, ALLOCATED, ALLOCATED",
        "CALL_ENDED,           -,         -,         ALLOCATED, ALLOCATED, ALLOCATED",
        "CALL_TAKEN_FOR_ENDED, -,         -,         ALLOCATED, ALLOCATED, ALLOCATED",
        "CANCEL_REQUESTED,     -,         -,         ALLOCATED, ALLOCATED, ALLOCATED",
        "OUTCOME_SAVED,        -,         -,         ALLOCATED, ALLOCATED, ALLOCATED",
        "RELEASED,             -,         -,         WAITING,   WAITING,   WAITING",
        "RETRY_SCHEDULED,      SCHEDULED, SCHEDULED, SCHEDULED, SCHEDULED, SCHEDULED",
        "RELATED_RECEIVED,     WAITING,   WAITING,   ALLOCATED, ALLOCATED, ALLOCATED",
        "RETRY_PAST_EXPIRY,    WAITING,   WAITING,   WAITING,   WAITING,   WAITING",
        "RESOLVED,             -,         -,         RESOLVED,  RESOLVED,  RESOLVED",
        "EXPIRED,              EXPIRED,   EXPIRED,   -,         -,         -",
        "CANCELLED,            CANCELLED, CANCELLED, CANCELLED, CANCELLED, CANCELLED",
        "GIVEN_UP,             CANCELLED, CANCELLED, CANCELLED, CANCELLED, CANCELLED",
        "OVERDUE,              SCHEDULED, WAITING,   ALLOCATED, ALLOCATED, ALLOCATED",
        "SET_ASIDE,            SCHEDULED, WAITING,   ALLOCATED, ALLOCATED, ALLOCATED",
        "REPAIRED,             SCHEDULED, WAITING,   ALLOCATED, ALLOCATED, ALLOCATED"
    })
    void whatHappensLeadsToAState(
            Happens happens, String scheduled, String waiting, String before, String in, String after) {
        assertLeads(happens, ACallback.SCHEDULED, scheduled);
        assertLeads(happens, ACallback.RETRIED, scheduled);
        assertLeads(happens, ACallback.WAITING, waiting);
        assertLeads(happens, ACallback.BEFORE_CALL, before);
        assertLeads(happens, ACallback.IN_CALL, in);
        assertLeads(happens, ACallback.AFTER_CALL, after);
    }

    private static void assertLeads(Happens happens, ACallback from, String status) {
        if (status.equals("-")) {
            assertThatThrownBy(() -> happens.to(from.made(), MORNING))
                    .as("%s of %s", happens, from)
                    .isInstanceOf(IllegalTransition.class);
        } else {
            assertThat(happens.to(from.made(), MORNING).after().status())
                    .as("%s of %s", happens, from)
                    .isEqualTo(CallbackStatus.valueOf(status));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsClosedNeverReopens(Happens happens) {
        for (var closed : EnumSet.of(ACallback.RESOLVED, ACallback.EXPIRED, ACallback.CANCELLED, ACallback.MERGED)) {
            assertThatThrownBy(() -> happens.to(closed.made(), NOON))
                    .as("%s of %s", happens, closed)
                    .isInstanceOf(IllegalTransition.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"SCHEDULED, SCHEDULED", "WAITING, WAITING"})
    void aRequestWaitsOrIsScheduledByItsTime(ACallback one, CallbackStatus status) {
        assertThat(one.made().status()).isEqualTo(status);
    }

    @Test
    void whatIsGivenBackRemembersByWhomUntilItIsAllocatedAgain() {
        var back = Happens.RELEASED.to(ACallback.IN_CALL.made(), MORNING).after();

        assertThat(back.releasedBy()).isEqualTo("anna");
        assertThat(back.isHeldBy("anna", ALLOCATION)).isFalse();
        assertThat(back.attemptCount()).isEqualTo(1);
        assertThat(Happens.ALLOCATED.to(back, MORNING).after().releasedBy()).isNull();
    }

    @Test
    void whateverHappensEveryRowIsOneTheDatabaseTakesAndEveryEventSaysWhatHappened() {
        RandomCases.each(2_000, random -> {
            var now = MORNING;
            var callback = random.nextBoolean() ? ACallback.SCHEDULED.made() : ACallback.WAITING.made();
            for (int step = 0; step < 25; step++) {
                now = now.plusSeconds(random.nextInt(1_200));
                var happens = Happens.values()[random.nextInt(Happens.values().length)];
                @Nullable Change change = tried(happens, callback, now);
                if (change == null) {
                    continue;
                }
                assertThat(change.before()).isEqualTo(callback);
                assertSays(happens, change);
                assertFollows(callback, change.after(), happens);
                assertAllowed(change.after());
                callback = change.after();
            }
        });
    }

    private static @Nullable Change tried(Happens happens, Callback callback, Instant now) {
        try {
            return happens.to(callback, now);
        } catch (IllegalTransition refused) {
            return null;
        }
    }

    /** Whatever would close one that is to be cancelled, cancels it. */
    private static void assertSays(Happens happens, Change change) {
        var cancels = change.after().isClosed()
                && change.before() != null
                && change.before().isToBeCancelled();
        if (change.event() instanceof CallbackEvent.Told told && happens != Happens.HOURS_LOOKED_UP) {
            assertThat(told.type()).isEqualTo(cancels ? "CANCELLED" : happens.name());
        }
    }

    private static void assertFollows(Callback before, Callback after, Happens happens) {
        assertThat(before.isClosed()).isFalse();
        assertThat(List.of(after.id(), after.request(), after.createdAt()))
                .isEqualTo(List.of(before.id(), before.request(), before.createdAt()));
        assertThat(after.overdue() || !before.overdue()).as("stays overdue").isTrue();
        var counted = after.attemptCount() - before.attemptCount();
        var phase = before.holding() == null ? null : before.holding().phase();
        assertThat(counted)
                .as("attempts")
                .isEqualTo(happens == Happens.CALL_STARTED && phase == Phase.BEFORE_CALL ? 1 : 0);
    }

    /** The constraints of the table, and when which time of a case in hand counts. */
    private static void assertAllowed(Callback callback) {
        var times = callback.deadlines();
        assertThat(times.expiresAt()).isAfterOrEqualTo(times.eligibleAt()).isAfterOrEqualTo(times.dueAt());
        assertThat(callback.status() == CallbackStatus.ALLOCATED).isEqualTo(callback.holding() != null);
        assertThat(callback.isClosed()).isEqualTo(callback.closedAt() != null);
        assertThat(callback.status() == CallbackStatus.MERGED).isEqualTo(callback.mainCallbackId() != null);
        var held = callback.holding();
        if (held != null) {
            assertThat(held.callEndsBy() != null).isEqualTo(held.phase() == Phase.IN_CALL);
            assertThat(held.autoStopAt() == null || held.phase() == Phase.BEFORE_CALL)
                    .isTrue();
            assertThat(held.closesAt() == null || held.phase() == Phase.AFTER_CALL)
                    .isTrue();
        }
    }
}
