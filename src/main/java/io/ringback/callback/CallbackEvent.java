package io.ringback.callback;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.Because;
import io.ringback.audit.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What happens to callbacks: the closed set of it. Each is made by the transition of {@link Callback} that it is about. */
public sealed interface CallbackEvent permits CallbackEvent.Told, CallbackEvent.Untold {

    /** What is nobody's business but the server's: no trail, no other program. */
    sealed interface Untold extends CallbackEvent permits Drafted, MoreTime, HoursLookedUp, OfferedForLater {}

    /**
     * What the audit trail keeps and other programs are told; its names in the trail are those of the types, in the order of
     * a callback's life.
     */
    sealed interface Told extends CallbackEvent
            permits Requested,
                    Merged,
                    RelatedReceived,
                    BecameEligible,
                    CallingHoursChanged,
                    CallingHoursEnded,
                    SteeringEvent.Expedited,
                    SteeringEvent.Given,
                    SteeringEvent.Moved,
                    SteeringEvent.DueChanged,
                    SteeringEvent.NoteAdded,
                    SteeringEvent.RecordingPlayed,
                    ProcessEvent.Migrated,
                    Overdue,
                    Allocated,
                    CallEvent.CallStarted,
                    CallEvent.CallEnded,
                    CallEvent.CallTakenForEnded,
                    CallEvent.CallResumed,
                    CancelRequested,
                    CallEvent.OutcomeSaved,
                    Released,
                    RetryEvent.RetryScheduled,
                    RetryEvent.RetryPastExpiry,
                    RetryEvent.Rescheduled,
                    Resolved,
                    Expired,
                    Cancelled,
                    GivenUp,
                    TaskEvent.TaskOpened,
                    TaskEvent.TaskClaimed,
                    TaskEvent.TaskReleased,
                    TaskEvent.TaskCompleted,
                    ProcessEvent.SetAside,
                    ProcessEvent.Repaired,
                    ProcessEvent.Notified,
                    Forgotten {

        /** {@code CALL_STARTED} for {@link CallEvent.CallStarted}. */
        default String type() {
            return CallbackEvent.type(getClass());
        }

        default @Nullable Because because() {
            return null;
        }

        /** Ids and values as the contract tells them to programs. */
        default Map<String, String> details() {
            return Map.of();
        }

        /** What it was decided from, for auditors; see {@link AuditEntry#facts}. */
        default Map<String, Object> facts() {
            return Map.of();
        }

        /** What the audit trail keeps of it. */
        default AuditEntry entry(
                UUID callbackId,
                String listId,
                @Nullable String agentId,
                @Nullable CallbackStatus from,
                CallbackStatus to,
                Map<String, Changed> changed) {
            return new AuditEntry(
                    type(),
                    callbackId,
                    listId,
                    agentId,
                    from == null ? null : from.name(),
                    to.name(),
                    because(),
                    details(),
                    changed,
                    facts());
        }
    }

    /** Where a further word begins in the name of a class. */
    Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** What a type of event is called in the trail. */
    static String type(Class<?> event) {
        return WORD.matcher(event.getSimpleName()).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    /**
     * @param priority told when it is not 0
     * @param facts what it was decided from
     */
    record Requested(int priority, Map<String, Object> facts) implements Told {

        public Requested(int priority) {
            this(priority, Map.of());
        }

        @Override
        public Map<String, String> details() {
            return priority == 0 ? Map.of() : Map.of("priority", String.valueOf(priority));
        }
    }

    record Merged(UUID mainCallbackId) implements Told {
        @Override
        public Map<String, String> details() {
            return Map.of("mainCallbackId", mainCallbackId.toString());
        }
    }

    /**
     * The caller has asked once more; of the times those that are others now, null for those that are not.
     *
     * @param relatedCallbackId the request by which the caller has done so
     */
    record RelatedReceived(
            UUID relatedCallbackId,
            @Nullable Instant eligibleAt,
            @Nullable Instant dueAt,
            @Nullable Instant expiresAt) implements Told {

        @Override
        public Map<String, String> details() {
            var details = ToldDetails.of("eligibleAt", eligibleAt, "dueAt", dueAt, "expiresAt", expiresAt);
            details.put("relatedCallbackId", relatedCallbackId.toString());
            return details;
        }
    }

    record BecameEligible() implements Told {}

    /** @param eligibleAt from when it may be offered now */
    record CallingHoursChanged(Instant eligibleAt) implements Told {
        @Override
        public Map<String, String> details() {
            return Map.of("eligibleAt", eligibleAt.toString());
        }
    }

    /** @param eligibleAt from when it may be offered again */
    record CallingHoursEnded(Instant eligibleAt) implements Told {
        @Override
        public Map<String, String> details() {
            return Map.of("eligibleAt", eligibleAt.toString());
        }
    }

    record Overdue() implements Told {}

    /**
     * @param waited from eligible to allocated, where it comes into an agent's hands for the first time since; null for one
     *     that was given back in between, which tells nothing about how long callers wait for an agent
     * @param decidedFrom null where nobody had to decide, as for made-up ones
     */
    record Allocated(
            UUID allocationId,
            @Nullable Duration waited,
            @Nullable AllocationFacts decidedFrom) implements Told {

        @Override
        public Map<String, Object> facts() {
            return decidedFrom == null ? Map.of() : Map.of(AllocationFacts.FACT, decidedFrom);
        }

        @Override
        public Map<String, String> details() {
            return Map.of("allocationId", allocationId.toString());
        }
    }

    /**
     * It is cancelled as soon as the agent who has it in hand is done with it.
     *
     * @param reason in the words of whoever has asked for it
     */
    record CancelRequested(@Nullable String reason) implements Told {
        @Override
        public @Nullable Because because() {
            return Because.said(reason);
        }
    }

    /**
     * @param limit of the list that was reached; null when it was none
     * @param facts what it was decided from
     */
    record Released(@Nullable Limit limit, Map<String, Object> facts) implements Told {

        public Released(@Nullable Limit limit) {
            this(limit, Map.of());
        }

        /** A limit of a list after which a case is taken out of an agent's hands. */
        public enum Limit {
            NO_CALL_MADE,
            WINDOW_LEFT_OPEN
        }

        @Override
        public @Nullable Because because() {
            return limit == null ? null : Because.of(limit, null);
        }
    }

    record Resolved() implements Told {}

    record Expired() implements Told {}

    /** @param reason in the words of whoever cancelled it */
    record Cancelled(@Nullable String reason) implements Told {
        @Override
        public @Nullable Because because() {
            return Because.said(reason);
        }
    }

    /** The retry policy or the list allows no further attempt. */
    record GivenUp() implements Told {
        @Override
        public Because because() {
            return Because.known("NO_FURTHER_ATTEMPT", "no further attempt");
        }
    }

    /** The agent has entered something. */
    record Drafted() implements Untold {}

    /** @param by how much the countdown of the case runs longer */
    record MoreTime(Duration by) implements Untold {}

    /** Its process holds it back no longer, and its time is still to come. */
    record OfferedForLater() implements Untold {}

    /** Its opening ends at another time now, which changes nothing else. */
    record HoursLookedUp() implements Untold {}

    /**
     * What said who the caller was is gone: number, name, attributes, notes, answers, recordings. What happened stays.
     *
     * @param erasureId the erasure that was asked for; null when its time on the list was over
     */
    record Forgotten(@Nullable UUID erasureId) implements Told {

        private enum Code {
            ASKED_FOR,
            TIME_OVER
        }

        @Override
        public Because because() {
            return Because.of(erasureId == null ? Code.TIME_OVER : Code.ASKED_FOR, null);
        }

        @Override
        public Map<String, String> details() {
            return ToldDetails.of("erasureId", erasureId);
        }
    }
}
