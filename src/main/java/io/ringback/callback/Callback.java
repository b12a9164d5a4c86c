package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case: a request by one caller on one list to be called. Immutable; each transition gives a {@link Change}, the
 * callback after it with what happened, or refuses with {@link IllegalTransition}.
 *
 * @param mainCallbackId the open callback this one was merged into
 * @param releasedBy the agent who gave it back last, who gets it again only when nobody else can take it
 * @param priority 0 to 9, as it was decided when it was asked for; the higher, the earlier it is offered
 * @param preference what a supervisor has decided about who gets it next
 * @param setAsideBecause why allocation passes it by: its process does not answer and a supervisor has to repair it
 * @param remarked whether something is written beside it: a note, or what an agent has entered and not saved
 * @param offering whether its process has to offer it before agents are given it
 * @param cancelRequested when and why it was cancelled, or is to be as soon as its agent is done with it; null otherwise
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
        @Nullable CancelRequest cancelRequested,
        boolean remarked,
        int priority,
        Preference preference,
        Offering offering) {

    public static Change requested(UUID id, Request request, Deadlines deadlines, int priority, Instant now) {
        var status = deadlines.eligibleAt().isAfter(now) ? CallbackStatus.SCHEDULED : CallbackStatus.WAITING;
        var asked = CallbackCopy.urgent(CallbackCopy.requested(id, request, deadlines, status, now), priority);
        return new Change(null, asked, new CallbackEvent.Requested(priority));
    }

    /** The same request, closed because {@code main} is open for its number. */
    public Change mergedInto(Callback main) {
        var merged = CallbackCopy.closed(this, CallbackStatus.MERGED, main.id, createdAt);
        return new Change(null, merged, new CallbackEvent.Merged(main.id));
    }

    public String listId() {
        return request.listId();
    }

    public boolean isClosed() {
        return status.isClosed();
    }

    /** Whether nothing says any more who the caller was. */
    public boolean isForgotten() {
        return request.forgottenAt() != null;
    }

    public boolean isSetAside() {
        return setAsideBecause != null;
    }

    /** Whether it is to be cancelled as soon as its agent is done with it. */
    public boolean isToBeCancelled() {
        return cancelRequested != null && !isClosed();
    }

    /** Whether nobody is given it before its process offers it, whatever its times are. */
    public boolean isHeldBack() {
        return offering == Offering.NOT_YET && !isClosed() && holding == null;
    }

    /** Whether allocation takes it when its turn comes. */
    boolean isOnOffer() {
        return status == CallbackStatus.WAITING && !isSetAside() && !isToBeCancelled();
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

    /** What it ends with. */
    public Ending ending() {
        return new Ending(this);
    }

    /** Never again also when it is to be cancelled. */
    public Eligibility callable(Instant now) {
        if (isToBeCancelled() || deadlines.isExpired(now)) {
            return Eligibility.EXPIRED;
        }
        return deadlines.isOfferable(now) ? Eligibility.NOW : Eligibility.LATER;
    }

    /** Whether it is to be closed as expired: a callback does not expire under the agent who has it in hand. */
    public boolean isPastExpiry(Instant now) {
        return !isClosed() && holding == null && deadlines.isExpired(now);
    }

    /** The time agreed on with the caller, while it is open; null when none was. */
    public @Nullable Instant appointmentAt() {
        return isClosed() ? null : deadlines.appointmentAt();
    }

    /** Whether it is open although its due time has passed. */
    public boolean isLate(Instant now) {
        return !isClosed() && deadlines.isDue(now);
    }

    /**
     * To be offered again, to whoever is next, at a time that a rule gives: from then on, as soon as the hours allow.
     *
     * @param rule the retry policy, or the list's own retry times
     * @param facts what the time was decided from
     */
    public Change retriedAt(
            Instant at, RetryEvent.RetryScheduled.By rule, @Nullable RetryFacts facts, OpeningCalendar hours) {
        expectOpen();
        var next = deadlines.agreed(false, false).offeredFrom(at, hours);
        return to(
                scheduled(next),
                RetryEvent.RetryScheduled.byRule(
                        next.eligibleAt(), rule, facts == null ? null : facts.offeredAt(next.eligibleAt())));
    }

    /** To be offered again, to whoever is next, at a time that an agent has agreed on with the caller. */
    public Change appointed(Appointment appointment, OpeningCalendar hours) {
        expectOpen();
        var next = deadlines.appointed(appointment, hours);
        return to(scheduled(next), RetryEvent.RetryScheduled.of(appointment, next.eligibleAt()));
    }

    /**
     * Its caller has asked once more, by a request that is merged into this one: never worse off by that. Somebody who asks
     * again wants to be called, whatever was to be cancelled before.
     *
     * @param further the further request
     * @param moves whether the list lets it move a time that an agent has agreed on
     */
    public Change askedAgain(Callback further, boolean moves, OpeningCalendar hours, Instant now) {
        expectOpen();
        return AskingAgain.of(this, further, moves, hours, now);
    }

    /** Back without a new time, because it is past its expiry and will be closed. */
    public Change pastExpiry() {
        expectOpen();
        return to(with(CallbackStatus.WAITING, deadlines, attemptCount, null, null), new RetryEvent.RetryPastExpiry());
    }

    public Change markedOverdue() {
        expectOpen();
        return to(CallbackCopy.overdue(this, true), new CallbackEvent.Overdue());
    }

    /**
     * Out of allocation until it is repaired, because its process does not answer or its model has gone wrong.
     *
     * @param blamed what the process has gone wrong at
     */
    public Change setAside(BlamedModel blamed) {
        return aside(blamed.told(), new ProcessEvent.SetAside(blamed));
    }

    /** Into allocation again. */
    public Change repaired() {
        return aside(null, new ProcessEvent.Repaired());
    }

    /** A supervisor has written a note on it, whatever has become of it. */
    public Change noted(UUID noteId) {
        return to(CallbackCopy.remarked(this), new SteeringEvent.NoteAdded(noteId));
    }

    /** A supervisor listens to the recording of a call; null for that of what the caller has said with the request. */
    public Change recordingPlayed(@Nullable UUID callId) {
        return to(this, new SteeringEvent.RecordingPlayed(callId));
    }

    private Change aside(@Nullable String because, CallbackEvent event) {
        expectOpen();
        return to(CallbackCopy.aside(this, because), event);
    }

    Change to(Callback next, CallbackEvent event) {
        return new Change(this, next, event);
    }

    static CallbackStatus lineOf(Deadlines deadlines, Instant now) {
        return deadlines.isOfferable(now) ? CallbackStatus.WAITING : CallbackStatus.SCHEDULED;
    }

    /** At a later time, for whoever is next then: what was decided about its turn counted for the attempt before. */
    Callback scheduled(Deadlines next) {
        return with(CallbackStatus.SCHEDULED, next, attemptCount, null, null).preferring(Preference.NONE);
    }

    /** The same request on another list. */
    Callback onList(String listId) {
        return CallbackCopy.of(this, request.onList(listId), preference);
    }

    Callback preferring(Preference next) {
        return CallbackCopy.of(this, request, next);
    }

    /** Closed because {@code main} is open for its number. */
    Callback merged(Callback main, Instant now) {
        return CallbackCopy.closed(this, CallbackStatus.MERGED, main.id, now);
    }

    Callback with(
            CallbackStatus nextStatus,
            Deadlines nextDeadlines,
            int nextAttemptCount,
            @Nullable Holding nextHolding,
            @Nullable String nextReleasedBy) {
        return CallbackCopy.of(this, nextStatus, nextDeadlines, nextAttemptCount, nextHolding, nextReleasedBy);
    }

    /** The same, to be cancelled, or not any more. */
    Callback marked(@Nullable CancelRequest request) {
        return CallbackCopy.marked(this, request);
    }

    void expectOpen() {
        if (isClosed()) {
            throw new IllegalTransition(this, CallbackStatus.WAITING);
        }
    }
}
