package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.callback.Appointment;
import io.ringback.callback.BlamedModel;
import io.ringback.callback.CallStatus;
import io.ringback.callback.Callback;
import io.ringback.callback.CallbackStatus;
import io.ringback.callback.Change;
import io.ringback.callback.Deadlines;
import io.ringback.callback.Draft;
import io.ringback.callback.Ending;
import io.ringback.callback.IllegalTransition;
import io.ringback.callback.InHand;
import io.ringback.callback.InLine;
import io.ringback.callback.Request;
import io.ringback.callback.RetryEvent.RetryScheduled.By;
import io.ringback.callback.Source;
import io.ringback.hours.Opening;
import io.ringback.hours.OpeningCalendar;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The picture of the life of a callback shows what {@link Callback} allows: every step, and no other. */
class LifeOfACallbackTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));
    private static final OpeningCalendar CLOSED_FOR_NOW =
            at -> Optional.of(new Opening(at.isBefore(LATER) ? LATER : at, null));
    private static final UUID CALL = UUID.fromString("00000000-0000-7000-8000-000000000003");
    private static final UUID ALLOCATION = UUID.fromString("00000000-0000-7000-8000-000000000001");

    /** By the names of the methods that make changes; some lead elsewhere when the list is closed. */
    private static final Map<String, List<Function<Callback, Change>>> CHANGES = new TreeMap<>(Map.ofEntries(
            change("allocatedTo", callback -> callback.inLine().allocatedTo("anna", ALLOCATION, NOW, null, null)),
            change("becomeEligible", callback -> callback.inLine().becomeEligible()),
            change(
                    "hoursLookedUp",
                    callback -> callback.inLine().hoursLookedUp(OpeningCalendar.ALWAYS, NOW),
                    callback -> callback.inLine().hoursLookedUp(CLOSED_FOR_NOW, NOW)),
            change(
                    "rescheduled",
                    callback -> callback.inLine()
                            .rescheduled(
                                    new Appointment(LATER, LATER, By.SUPERVISOR, false),
                                    "asked",
                                    OpeningCalendar.ALWAYS)),
            change(
                    "expedited",
                    callback -> callback.inLine().expedited("asked", OpeningCalendar.ALWAYS, NOW),
                    callback -> callback.inLine().expedited("asked", CLOSED_FOR_NOW, NOW)),
            change(
                    "given",
                    callback -> callback.inLine().given("anna", LATER, "asked", OpeningCalendar.ALWAYS, NOW),
                    callback -> callback.inLine().given("anna", LATER, "asked", CLOSED_FOR_NOW, NOW)),
            change("offered", callback -> callback.inLine().offered(NOW)),
            change("dueAt", callback -> callback.inLine().dueAt(LATER, LATER, "asked", NOW)),
            change(
                    "movedTo",
                    callback -> callback.inLine().movedTo("other", waiting().deadlines(), "asked", NOW),
                    callback -> callback.inLine().movedTo("other", scheduled().deadlines(), "asked", NOW)),
            change("moreTime", callback -> callback.inHand().moreTime(Duration.ofMinutes(2))),
            change("callStarted", callback -> callback.inHand().callStarted(CALL, LATER, true)),
            change("callResumed", callback -> callback.inHand().callResumed(CALL, LATER)),
            change("oneCallEnded", callback -> callback.inHand().oneCallEnded(CALL)),
            change("callEnded", callback -> callback.inHand().callEnded(CALL, null)),
            change(
                    "callTakenForEnded",
                    callback -> callback.inHand().callTakenForEnded(Duration.ofHours(4), null, NOW)),
            change("outcomeSaved", callback -> callback.inHand().outcomeSaved(CallStatus.BUSY, CALL, true)),
            change("drafted", callback -> callback.inHand().drafted(new Draft(null, null, null, null, null))),
            change(
                    "released",
                    callback -> callback.inHand().released(null, () -> OpeningCalendar.ALWAYS, NOW),
                    callback -> shut(callback).inHand().released(null, () -> CLOSED_FOR_NOW, NOW)),
            change("retriedAt", callback -> callback.retriedAt(LATER, By.POLICY, null, OpeningCalendar.ALWAYS)),
            change(
                    "appointed",
                    callback ->
                            callback.appointed(new Appointment(LATER, LATER, By.AGENT, false), OpeningCalendar.ALWAYS)),
            change(
                    "askedAgain",
                    callback -> callback.askedAgain(waiting(), true, OpeningCalendar.ALWAYS, NOW),
                    callback -> callback.askedAgain(waiting(), true, CLOSED_FOR_NOW, NOW)),
            change("pastExpiry", Callback::pastExpiry),
            change("resolved", callback -> callback.ending().resolved(NOW)),
            change("expired", callback -> callback.ending().expired(NOW)),
            change("cancelRequested", callback -> callback.inHand().cancelRequested(null, NOW)),
            change("cancelled", callback -> callback.ending().cancelled(null, NOW)),
            change("givenUp", callback -> callback.ending().givenUp(NOW)),
            change("markedOverdue", Callback::markedOverdue),
            change("setAside", callback -> callback.setAside(new BlamedModel(null, null, null, "gone"))),
            change("repaired", Callback::repaired)));

    /** Those that lead to a merged one, and those that are told of closed ones, too. */
    private static final Set<String> APART = Set.of("mergedInto", "movedInto", "noted", "recordingPlayed");

    @Test
    void thePictureShowsEveryStepThatThereIsAndNoOther() {
        var drawn = LifePicture.STEPS.stream()
                .filter(step -> step.from() != null)
                .map(step -> step.from() + " to " + step.to())
                .toList();

        var allowed = new TreeSet<String>();
        for (var callback : List.of(scheduled(), waiting(), closedMeanwhile(), allocated())) {
            CHANGES.values()
                    .forEach(changes -> changes.forEach(change -> after(callback, change)
                            .filter(next -> next.status() != callback.status())
                            .ifPresent(next -> allowed.add(callback.status() + " to " + next.status()))));
        }

        assertThat(drawn).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(allowed);
    }

    @Test
    void thePictureShowsAllWaysToBegin() {
        var begun = List.of(
                        scheduled(), waiting(), waiting().mergedInto(waiting()).after())
                .stream()
                .map(Callback::status)
                .toList();

        assertThat(LifePicture.STEPS)
                .filteredOn(step -> step.from() == null)
                .extracting(LifePicture.Step::to)
                .containsExactlyInAnyOrderElementsOf(begun);
    }

    @Test
    void everyChangeThatACallbackKnowsIsLookedAt() {
        var known = Stream.of(Callback.class, InLine.class, InHand.class, Ending.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType() == Change.class)
                .map(Method::getName)
                .filter(name -> !APART.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(CHANGES.keySet()).containsExactlyElementsOf(known);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "EXPIRED", "CANCELLED"})
    void closedNeverReopens(CallbackStatus status) {
        var closed = (switch (status) {
                    case RESOLVED -> allocated().ending().resolved(NOW);
                    case EXPIRED -> waiting().ending().expired(NOW);
                    default -> waiting().ending().cancelled(null, NOW);
                })
                .after();

        CHANGES.forEach((name, changes) -> changes.forEach(change ->
                assertThatThrownBy(() -> change.apply(closed)).as(name).isInstanceOf(IllegalTransition.class)));
    }

    @Test
    void everyTextFitsItsRoom() {
        assertThat(LifePicture.STEPS)
                .allSatisfy(step -> assertThat(Lettering.LABEL.fits(
                                step.because(),
                                step.room().getWidth(),
                                step.room().getHeight()))
                        .as(step.because())
                        .isTrue());
    }

    private static Optional<Callback> after(Callback before, Function<Callback, Change> change) {
        try {
            return Optional.of(change.apply(before).after());
        } catch (IllegalTransition refused) {
            return Optional.empty();
        }
    }

    @SafeVarargs
    private static Map.Entry<String, List<Function<Callback, Change>>> change(
            String method, Function<Callback, Change>... ways) {
        return Map.entry(method, List.of(ways));
    }

    /** Given to its agent while the list was open, which has closed since. */
    private static Callback shut(Callback inHand) {
        return inHand.holding() == null
                ? inHand
                : closedMeanwhile()
                        .inLine()
                        .allocatedTo("anna", ALLOCATION, NOW, null, null)
                        .after();
    }

    private static Callback scheduled() {
        return requested(deadlines(LATER, null));
    }

    private static Callback waiting() {
        return requested(deadlines(NOW, null));
    }

    private static Callback closedMeanwhile() {
        return requested(deadlines(NOW.minusSeconds(60), NOW.minusSeconds(1)));
    }

    private static Callback allocated() {
        return waiting()
                .inLine()
                .allocatedTo("anna", ALLOCATION, NOW, null, null)
                .after();
    }

    private static Callback requested(Deadlines deadlines) {
        var request = new Request("sales", "+358401234567", null, Source.IVR, null, 1, Map.of());
        return Callback.requested(UUID.fromString("00000000-0000-7000-8000-000000000002"), request, deadlines, 0, NOW)
                .after();
    }

    private static Deadlines deadlines(Instant eligibleAt, @Nullable Instant offerUntil) {
        var expiresAt = NOW.plus(Duration.ofHours(24));
        return new Deadlines(eligibleAt, eligibleAt, offerUntil, LATER, expiresAt, LATER, false);
    }
}
