package io.ringback.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.callback.Callback;
import io.ringback.callback.CallbackStatus;
import io.ringback.callback.Deadlines;
import io.ringback.callback.IllegalTransition;
import io.ringback.callback.Request;
import io.ringback.callback.Source;
import io.ringback.hours.Opening;
import io.ringback.hours.OpeningCalendar;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The picture of the life of a callback shows what {@link Callback} allows: every step, and no other. */
class LifeOfACallbackTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));
    private static final OpeningCalendar CLOSED_FOR_NOW =
            at -> Optional.of(new Opening(at.isBefore(LATER) ? LATER : at, null));
    private static final UUID ALLOCATION = UUID.fromString("00000000-0000-7000-8000-000000000001");

    /** By the names of the methods of {@link Callback}; some lead elsewhere when the list is closed. */
    private static final Map<String, List<UnaryOperator<Callback>>> CHANGES = new TreeMap<>(Map.ofEntries(
            change("allocatedTo", callback -> callback.allocatedTo("anna", ALLOCATION, NOW, null)),
            change("callStarted", callback -> callback.callStarted(LATER, true)),
            change("callEnded", callback -> callback.callEnded(null)),
            change("callTakenForEnded", callback -> callback.callTakenForEnded(null, NOW)),
            change("attempted", callback -> callback.attempted(true)),
            change("released", Callback::released),
            change("releasedInto", callback -> callback.releasedInto(CLOSED_FOR_NOW, NOW)),
            change("becomeEligible", Callback::becomeEligible),
            change("retriedAt", callback -> callback.retriedAt(LATER, false, OpeningCalendar.ALWAYS)),
            change(
                    "askedAgain",
                    callback -> callback.askedAgain(deadlines(NOW, null), true, OpeningCalendar.ALWAYS, NOW),
                    callback -> callback.askedAgain(deadlines(NOW, null), true, CLOSED_FOR_NOW, NOW)),
            change("pastExpiry", Callback::pastExpiry),
            change(
                    "closed",
                    callback -> callback.closed(CallbackStatus.RESOLVED, NOW),
                    callback -> callback.closed(CallbackStatus.EXPIRED, NOW),
                    callback -> callback.closed(CallbackStatus.CANCELLED, NOW),
                    callback -> callback.closed(CallbackStatus.MERGED, NOW)),
            change("markedOverdue", Callback::markedOverdue),
            change("setAside", callback -> callback.setAside("its process does not answer"))));

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
        var begun = List.of(scheduled(), waiting(), waiting().mergedInto(waiting())).stream()
                .map(Callback::status)
                .toList();

        assertThat(LifePicture.STEPS)
                .filteredOn(step -> step.from() == null)
                .extracting(LifePicture.Step::to)
                .containsExactlyInAnyOrderElementsOf(begun);
    }

    @Test
    void everyChangeThatACallbackKnowsIsLookedAt() {
        var known = Arrays.stream(Callback.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType() == Callback.class)
                .map(java.lang.reflect.Method::getName)
                .filter(name -> !name.equals("drafted") && !name.equals("mergedInto"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(CHANGES.keySet()).containsExactlyElementsOf(known);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "EXPIRED", "CANCELLED"})
    void closedNeverReopens(CallbackStatus status) {
        var closed = (status == CallbackStatus.RESOLVED ? allocated() : waiting()).closed(status, NOW);
        var harmless = List.of("markedOverdue");

        CHANGES.forEach((name, changes) -> {
            if (!harmless.contains(name)) {
                changes.forEach(change ->
                        assertThatThrownBy(() -> change.apply(closed)).as(name).isInstanceOf(IllegalTransition.class));
            }
        });
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

    private static Optional<Callback> after(Callback before, UnaryOperator<Callback> change) {
        try {
            return Optional.of(change.apply(before));
        } catch (IllegalTransition refused) {
            return Optional.empty();
        }
    }

    @SafeVarargs
    private static Map.Entry<String, List<UnaryOperator<Callback>>> change(
            String method, UnaryOperator<Callback>... ways) {
        return Map.entry(method, new ArrayList<>(List.of(ways)));
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
        return waiting().allocatedTo("anna", ALLOCATION, NOW, null);
    }

    private static Callback requested(Deadlines deadlines) {
        var request = new Request("sales", "+358401234567", null, Source.IVR, null, 1, Map.of());
        return Callback.requested(UUID.fromString("00000000-0000-7000-8000-000000000002"), request, deadlines, NOW);
    }

    private static Deadlines deadlines(Instant eligibleAt, Instant offerUntil) {
        var expiresAt = NOW.plus(Duration.ofHours(24));
        return new Deadlines(eligibleAt, eligibleAt, offerUntil, LATER, expiresAt, LATER, false);
    }
}
