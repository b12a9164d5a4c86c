package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One case: a request by one caller on one list to be called. Immutable; each transition gives a {@link Change}, the
 * callback after it with what happened, or refuses with {@link IllegalTransition}.
 *
 * @param mainCallbackId the open callback this one was merged into
 * @param releasedBy the agent who gave it back last, who gets it again only when nobody else can take it
 * @param preference what a supervisor has decided about who gets it next
 * @param setAsideBecause why allocation passes it by: its process does not answer and a supervisor has to repair it
 */
public record Callback(
        UUID id,
        Request request,
        Instant createdAt,
        CallbackStatus status,
        Deadlines deadlines,
        boolean overdue,
        int attemptCount,
        @Nullable UUID mainCallbackId,
        @Nullable Instant closedAt,
        @Nullable Holding holding,
        @Nullable String releasedBy,
        @Nullable String processInstanceId,
        @Nullable String setAsideBecause,
        Preference preference) {

    /** One about which no supervisor has decided anything. */
    public Callback(
            UUID id,
            Request request,
            Instant createdAt,
            CallbackStatus status,
            Deadlines deadlines,
            boolean overdue,
            int attemptCount,
            @Nullable UUID mainCallbackId,
            @Nullable Instant closedAt,
            @Nullable Holding holding,
            @Nullable String releasedBy,
            @Nullable String processInstanceId,
            @Nullable String setAsideBecause) {
        this(
                id,
                request,
                createdAt,
                status,
                deadlines,
                overdue,
                attemptCount,
                mainCallbackId,
                closedAt,
                holding,
                releasedBy,
                processInstanceId,
                setAsideBecause,
                Preference.NONE);
    }

    public static Change requested(UUID id, Request request, Deadlines deadlines, Instant now) {
        var status = deadlines.eligibleAt().isAfter(now) ? CallbackStatus.SCHEDULED : CallbackStatus.WAITING;
        var asked = new Callback(id, request, now, status, deadlines, false, 0, null, null, null, null, null, null);
        return new Change(null, asked, new CallbackEvent.Requested());
    }

    /** The same request, closed because {@code main} is open for its number. */
    public Change mergedInto(Callback main) {
        var merged = copy(CallbackStatus.MERGED, deadlines, false, 0, main.id, createdAt, null, null, null);
        return new Change(null, merged, new CallbackEvent.Merged(main.id));
    }

    public String listId() {
        return request.listId();
    }

    public boolean isClosed() {
        return status.isClosed();
    }

    public boolean isSetAside() {
        return setAsideBecause != null;
    }

    /** Whether allocation takes it when its turn comes. */
    boolean isOnOffer() {
        return status == CallbackStatus.WAITING && !isSetAside();
    }

    /** The agent who has it in hand. */
    public @Nullable String holder() {
        return holding == null ? null : holding.agentId();
    }

    public boolean isHeldBy(String agentId, UUID allocationId) {
        return holding != null
                && holding.agentId().equals(agentId)
                && holding.allocationId().equals(allocationId);
    }

    /** The callback this one was merged into. */
    UUID mainCallbackIdOrFail() {
        if (mainCallbackId == null) {
            throw new IllegalTransition(this, CallbackStatus.MERGED);
        }
        return mainCallbackId;
    }

    /** The agent's hold on it. */
    public Holding held() {
        if (holding == null) {
            throw new IllegalTransition(this, CallbackStatus.ALLOCATED);
        }
        return holding;
    }

    /** What becomes of it while it is in nobody's hands. */
    public InLine inLine() {
        if (status != CallbackStatus.WAITING && status != CallbackStatus.SCHEDULED) {
            throw new IllegalTransition(this, CallbackStatus.WAITING);
        }
        return new InLine(this);
    }

    /** What its agent does with it. */
    public InHand inHand() {
        return new InHand(this, held());
    }

    public Eligibility callable(Instant now) {
        if (deadlines.isExpired(now)) {
            return Eligibility.EXPIRED;
        }
        return deadlines.isOfferable(now) ? Eligibility.NOW : Eligibility.LATER;
    }

    /** Whether it is to be closed as expired: a callback does not expire under the agent who has it in hand. */
    public boolean isPastExpiry(Instant now) {
        return !isClosed() && holding == null && deadlines.isExpired(now);
    }

    /** Whether it is open although its due time has passed. */
    public boolean isLate(Instant now) {
        return !isClosed() && deadlines.isDue(now);
    }

    /**
     * To be offered again, to whoever is next: from then on, as soon as the hours allow.
     *
     * @param decidedBy whether that is a time an agent has agreed on, or one that a rule gives
     */
    public Change retriedAt(Instant at, CallbackEvent.RetryScheduled.By decidedBy, OpeningCalendar hours) {
        expectOpen();
        var next = deadlines.offeredFrom(at, hours).agreed(decidedBy == CallbackEvent.RetryScheduled.By.AGENT);
        return to(
                with(CallbackStatus.SCHEDULED, next, attemptCount, null, null).preferring(Preference.NONE),
                new CallbackEvent.RetryScheduled(next.eligibleAt(), decidedBy));
    }

    /**
     * Its caller has asked once more, by a request that is merged into this one: never worse off by that.
     *
     * @param further the further request
     * @param moves whether the list lets it move a time that an agent has agreed on
     */
    public Change askedAgain(Callback further, boolean moves, OpeningCalendar hours, Instant now) {
        expectOpen();
        var next = holding == null
                ? deadlines.improvedBy(further.deadlines, moves, hours, now)
                : deadlines.improvedInHandBy(further.deadlines);
        var stays = holding != null || status == CallbackStatus.WAITING && deadlines.isOfferable(now);
        return to(
                with(stays ? status : lineOf(next, now), next, attemptCount, holding, releasedBy),
                new CallbackEvent.RelatedReceived(
                        further.id,
                        moved(next, Deadlines::eligibleAt),
                        moved(next, Deadlines::dueAt),
                        moved(next, Deadlines::expiresAt)));
    }

    private @Nullable Instant moved(Deadlines next, Function<Deadlines, Instant> time) {
        return time.apply(next).equals(time.apply(deadlines)) ? null : time.apply(next);
    }

    /** Back without a new time, because it is past its expiry and will be closed. */
    public Change pastExpiry() {
        expectOpen();
        return to(
                with(CallbackStatus.WAITING, deadlines, attemptCount, null, null), new CallbackEvent.RetryPastExpiry());
    }

    /** Only what an agent has in hand is resolved. */
    public Change resolved(Instant now) {
        held();
        return closed(CallbackStatus.RESOLVED, now, new CallbackEvent.Resolved());
    }

    /** Refused while an agent has it in hand. */
    public Change expired(Instant now) {
        if (holding != null) {
            throw new IllegalTransition(this, CallbackStatus.WAITING);
        }
        return closed(CallbackStatus.EXPIRED, now, new CallbackEvent.Expired());
    }

    /** @param reason in the words of whoever cancels it */
    public Change cancelled(@Nullable String reason, Instant now) {
        return closed(CallbackStatus.CANCELLED, now, new CallbackEvent.Cancelled(reason));
    }

    /** No further attempt is made. */
    public Change givenUp(Instant now) {
        return closed(CallbackStatus.CANCELLED, now, new CallbackEvent.GivenUp());
    }

    public Change markedOverdue() {
        expectOpen();
        return to(markedOverdue(true), new CallbackEvent.Overdue());
    }

    /** Out of allocation until it is repaired, because its process does not answer. */
    public Change setAside() {
        return setAside(BlamedModel.NONE);
    }

    /**
     * Out of allocation until it is repaired, because its model has gone wrong.
     *
     * @param blamed what the process has gone wrong at
     */
    public Change setAside(BlamedModel blamed) {
        return aside(blamed.told(), new CallbackEvent.SetAside(blamed));
    }

    /** Into allocation again. */
    public Change repaired() {
        return aside(null, new CallbackEvent.Repaired());
    }

    /** A supervisor has written a note on it, whatever has become of it. */
    public Change noted(UUID noteId) {
        return to(this, new SteeringEvent.NoteAdded(noteId));
    }

    /**
     * A supervisor listens to what was recorded.
     *
     * @param callId the call; null for what the caller has said with the request
     */
    public Change recordingPlayed(@Nullable UUID callId) {
        return to(this, new SteeringEvent.RecordingPlayed(callId));
    }

    private Change aside(@Nullable String because, CallbackEvent event) {
        expectOpen();
        return to(
                copy(status, deadlines, overdue, attemptCount, mainCallbackId, closedAt, holding, releasedBy, because),
                event);
    }

    private Change closed(CallbackStatus as, Instant now, CallbackEvent event) {
        expectOpen();
        return to(copy(as, deadlines, overdue, attemptCount, mainCallbackId, now, null, null, setAsideBecause), event);
    }

    Change to(Callback next, CallbackEvent event) {
        return new Change(this, next, event);
    }

    static CallbackStatus lineOf(Deadlines deadlines, Instant now) {
        return deadlines.isOfferable(now) ? CallbackStatus.WAITING : CallbackStatus.SCHEDULED;
    }

    /** The same request on another list. */
    Callback onList(String listId) {
        return with(request.onList(listId), preference);
    }

    Callback preferring(Preference next) {
        return with(request, next);
    }

    private Callback with(Request nextRequest, Preference nextPreference) {
        return new Callback(
                id,
                nextRequest,
                createdAt,
                status,
                deadlines,
                overdue,
                attemptCount,
                mainCallbackId,
                closedAt,
                holding,
                releasedBy,
                processInstanceId,
                setAsideBecause,
                nextPreference);
    }

    /** Closed because {@code main} is open for its number. */
    Callback merged(Callback main, Instant now) {
        return copy(CallbackStatus.MERGED, deadlines, overdue, attemptCount, main.id, now, null, null, setAsideBecause);
    }

    Callback markedOverdue(boolean late) {
        return copy(
                status, deadlines, late, attemptCount, mainCallbackId, closedAt, holding, releasedBy, setAsideBecause);
    }

    Callback with(
            CallbackStatus nextStatus,
            Deadlines nextDeadlines,
            int nextAttemptCount,
            @Nullable Holding nextHolding,
            @Nullable String nextReleasedBy) {
        return copy(
                nextStatus,
                nextDeadlines,
                overdue,
                nextAttemptCount,
                mainCallbackId,
                closedAt,
                nextHolding,
                nextReleasedBy,
                setAsideBecause);
    }

    private Callback copy(
            CallbackStatus nextStatus,
            Deadlines nextDeadlines,
            boolean nextOverdue,
            int nextAttemptCount,
            @Nullable UUID nextMain,
            @Nullable Instant nextClosedAt,
            @Nullable Holding nextHolding,
            @Nullable String nextReleasedBy,
            @Nullable String nextSetAside) {
        return new Callback(
                id,
                request,
                createdAt,
                nextStatus,
                nextDeadlines,
                nextOverdue,
                nextAttemptCount,
                nextMain,
                nextClosedAt,
                nextHolding,
                nextReleasedBy,
                processInstanceId,
                nextSetAside,
                preference);
    }

    private void expectOpen() {
        if (isClosed()) {
            throw new IllegalTransition(this, CallbackStatus.WAITING);
        }
    }
}
