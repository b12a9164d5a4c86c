package io.ringback.callback;

import static io.ringback.callback.CallbackTimesOf.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.hours.OpeningCalendar;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is entered and not saved is left with the case by whatever takes it out of an agent's hands. */
class LeftDraftTest {

    private static final Instant NOON = MORNING.plusSeconds(6 * 3_600);
    private static final Draft ENTERED = new Draft(CallStatus.BUSY, "wants two", NOON, null, Map.of("reason", "order"));

    static Stream<Arguments> whatTakesItAway() {
        return Stream.of(
                taking("release", callback -> callback.inHand().released(null, () -> OpeningCalendar.ALWAYS, NOON)),
                taking(
                        "retry",
                        callback -> callback.retriedAt(
                                NOON, RetryEvent.RetryScheduled.By.POLICY, null, OpeningCalendar.ALWAYS)),
                taking("expiry passed", Callback::pastExpiry),
                taking("cancelling", callback -> callback.ending().cancelled("served", NOON)),
                taking("giving up", callback -> callback.ending().givenUp(NOON)),
                taking("resolving", callback -> callback.ending().resolved(NOON)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatTakesItAway")
    void leavesWhatWasEnteredUnlessItIsSaved(String name, Function<Callback, Change> taking) {
        for (var phase : List.of(ACallback.BEFORE_CALL, ACallback.IN_CALL, ACallback.AFTER_CALL)) {
            var entered = phase.made().inHand().drafted(ENTERED).after();
            var saved = entered.inHand()
                    .outcomeSaved(CallStatus.BUSY, ACallback.CALL, false)
                    .after();

            assertThat(taking.apply(entered).left(NOON)).contains(LeftDraft.of(entered.held(), ENTERED, NOON));
            assertThat(taking.apply(saved).left(NOON)).isEmpty();
            assertThat(taking.apply(phase.made()).left(NOON)).isEmpty();
        }
    }

    @Test
    void nothingIsLeftWhileTheAgentHasItInHand() {
        var entered = ACallback.BEFORE_CALL.made().inHand().drafted(ENTERED).after();

        assertThat(Stream.of(
                        entered.inHand().drafted(new Draft(null, null, null, null, null)),
                        entered.inHand().callStarted(ACallback.CALL, NOON, true),
                        entered.inHand().cancelRequested("served", NOON),
                        entered.markedOverdue()))
                .allSatisfy(change -> assertThat(change.left(NOON)).isEmpty());
    }

    static Stream<Draft> nothing() {
        var unanswered = new HashMap<String, Object>();
        unanswered.put("reason", null);
        return Stream.of(
                new Draft(null, null, null, null, null),
                new Draft(null, "", null, null, Map.of()),
                new Draft(null, " \n\t ", null, null, null),
                new Draft(null, null, null, null, unanswered),
                new Draft(null, null, null, null, Map.of("reason", "", "urgent", false, "topics", List.of())),
                new Draft(null, null, null, null, Map.of("more", Map.of("topics", Arrays.asList("", null)))));
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void whatWasTakenOutAgainIsNothing(Draft draft) {
        var callback = ACallback.AFTER_CALL.made().inHand().drafted(draft).after();

        assertThat(draft.isEmpty()).isTrue();
        assertThat(callback.ending().cancelled("served", NOON).left(NOON)).isEmpty();
    }

    static Stream<Draft> something() {
        return Stream.of(
                new Draft(CallStatus.ANSWERED, null, null, null, null),
                new Draft(null, ".", null, null, null),
                new Draft(null, null, NOON, null, null),
                new Draft(null, null, null, null, Map.of("urgent", true)),
                new Draft(null, null, null, null, Map.of("count", 0)),
                new Draft(null, null, null, null, Map.of("topics", List.of("", "price"))));
    }

    @ParameterizedTest
    @MethodSource("something")
    void whateverWasEnteredIsLeft(Draft draft) {
        var callback = ACallback.AFTER_CALL.made().inHand().drafted(draft).after();

        assertThat(draft.isEmpty()).isFalse();
        assertThat(callback.inHand().outlastsCancelling()).isTrue();
        assertThat(callback.inHand()
                        .released(null, () -> OpeningCalendar.ALWAYS, NOON)
                        .left(NOON))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_CALL", "IN_CALL", "AFTER_CALL"})
    void cancellingWaitsForACallAndForWhatIsNotSavedAfterIt(ACallback phase) {
        assertThat(phase.made().inHand().outlastsCancelling()).isEqualTo(phase == ACallback.IN_CALL);
    }

    private static Arguments taking(String name, Function<Callback, Change> taking) {
        return Arguments.of(name, taking);
    }
}
