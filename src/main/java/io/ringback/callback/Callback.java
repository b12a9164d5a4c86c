package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case: a request by one caller on one list to be called. Immutable; each transition gives the callback after it,
 * or refuses with {@link IllegalTransition}.
 *
 * @param mainCallbackId the open callback this one was merged into
 * @param releasedBy the agent who gave it back last, who gets it again only when nobody else can take it
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
        @Nullable String setAsideBecause) {

    public static Callback requested(UUID id, Request request, Deadlines deadlines, Instant now) {
        var status = deadlines.eligibleAt().isAfter(now) ? CallbackStatus.SCHEDULED : CallbackStatus.WAITING;
        return new Callback(id, request, now, status, deadlines, false, 0, null, null, null, null, null, null);
    }

    /** The same request, closed because {@code main} is open for its number. */
    public Callback mergedInto(Callback main) {
        return new Callback(
                id,
                request,
                createdAt,
                CallbackStatus.MERGED,
                deadlines,
                false,
                0,
                main.id,
                createdAt,
                null,
                null,
                null,
                null);
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

    /**
     * How many attempts there will be once the outcome of the case in hand is saved.
     *
     * @param counts whether one more counts now, see {@link Attempts#oneMoreCounts}
     */
    public int attemptsWhenSaved(boolean counts) {
        return held().phase() == Phase.BEFORE_CALL && counts ? attemptCount + 1 : attemptCount;
    }

    public Callable callable(Instant now) {
        if (!deadlines.expiresAt().isAfter(now)) {
            return Callable.EXPIRED;
        }
        return deadlines.isOfferable(now) ? Callable.NOW : Callable.LATER;
    }

    public Callback allocatedTo(String agentId, UUID allocationId, Instant now, @Nullable Instant autoStopAt) {
        expectWaiting();
        return with(
                CallbackStatus.ALLOCATED,
                deadlines,
                attemptCount,
                new Holding(agentId, allocationId, now, Phase.BEFORE_CALL, autoStopAt, null, null, null, null),
                null);
    }

    /**
     * The agent is in a call, the first or another one. However many are made, an allocation counts as one attempt.
     *
     * @param endsBy when it is taken for ended, should nobody tell of its end
     * @param counts whether an attempt counts now
     */
    public Callback callStarted(Instant endsBy, boolean counts) {
        return with(status, deadlines, attemptsWhenSaved(counts), held().inCall(endsBy), releasedBy);
    }

    public Callback callEnded(@Nullable Instant closesAt) {
        return with(status, deadlines, attemptCount, held().afterCall(closesAt, null), releasedBy);
    }

    /** Nobody has told of the end of the call for too long: it is over, and the agent is asked. */
    public Callback callTakenForEnded(@Nullable Instant closesAt, Instant now) {
        return with(status, deadlines, attemptCount, held().afterCall(closesAt, now), releasedBy);
    }

    /** An outcome was saved without a call having been told to the server: that is an attempt, too. */
    public Callback attempted(boolean counts) {
        return with(status, deadlines, counts ? attemptCount + 1 : attemptCount, held(), releasedBy);
    }

    public Callback drafted(Draft draft) {
        return with(status, deadlines, attemptCount, held().with(draft), releasedBy);
    }

    /** Back to wait for the next agent, as it was. */
    public Callback released() {
        return with(CallbackStatus.WAITING, deadlines, attemptCount, null, held().agentId());
    }

    /** Back after closing time, to wait for the next opening. */
    public Callback releasedInto(OpeningCalendar hours, Instant now) {
        var next = deadlines.offeredFrom(deadlines.earliestFrom(now), hours);
        return with(lineOf(next, now), next, attemptCount, null, held().agentId());
    }

    /** Its time has come. */
    public Callback becomeEligible() {
        expect(CallbackStatus.SCHEDULED);
        return with(CallbackStatus.WAITING, deadlines, attemptCount, null, releasedBy);
    }

    /**
     * To be offered again, to whoever is next: from then on, as soon as the hours allow.
     *
     * @param agreed whether that is a time an agent has agreed on, rather than one that a rule gives
     */
    public Callback retriedAt(Instant at, boolean agreed, OpeningCalendar hours) {
        expectOpen();
        var next = deadlines.offeredFrom(at, hours).agreed(agreed);
        return with(CallbackStatus.SCHEDULED, next, attemptCount, null, null);
    }

    /**
     * Its caller has asked once more, by a request that is merged into this one: never worse off by that.
     *
     * @param further the deadlines the further request would have by itself
     * @param moves whether the list lets it move a time that an agent has agreed on
     */
    public Callback askedAgain(Deadlines further, boolean moves, OpeningCalendar hours, Instant now) {
        expectOpen();
        if (holding != null) {
            return with(status, deadlines.improvedInHandBy(further), attemptCount, holding, releasedBy);
        }
        var next = deadlines.improvedBy(further, moves, hours, now);
        var stays = status == CallbackStatus.WAITING && deadlines.isOfferable(now);
        return with(stays ? status : lineOf(next, now), next, attemptCount, null, releasedBy);
    }

    /** Back without a new time, because it is past its expiry and will be closed. */
    public Callback pastExpiry() {
        expectOpen();
        return with(CallbackStatus.WAITING, deadlines, attemptCount, null, null);
    }

    /** Closed for good: only what somebody has in hand is resolved, and only what nobody has expires. */
    public Callback closed(CallbackStatus closedAs, Instant now) {
        expectOpen();
        switch (closedAs) {
            case RESOLVED -> expect(CallbackStatus.ALLOCATED);
            case EXPIRED -> expectWaiting();
            case CANCELLED -> {}
            default -> throw new IllegalTransition(this, closedAs);
        }
        return new Callback(
                id,
                request,
                createdAt,
                closedAs,
                deadlines,
                overdue,
                attemptCount,
                mainCallbackId,
                now,
                null,
                null,
                processInstanceId,
                setAsideBecause);
    }

    public Callback markedOverdue() {
        return new Callback(
                id,
                request,
                createdAt,
                status,
                deadlines,
                true,
                attemptCount,
                mainCallbackId,
                closedAt,
                holding,
                releasedBy,
                processInstanceId,
                setAsideBecause);
    }

    /** Out of allocation until somebody repairs it; null takes it back in. */
    public Callback setAside(@Nullable String because) {
        expectOpen();
        return new Callback(
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
                because);
    }

    private static CallbackStatus lineOf(Deadlines deadlines, Instant now) {
        return deadlines.isOfferable(now) ? CallbackStatus.WAITING : CallbackStatus.SCHEDULED;
    }

    private Callback with(
            CallbackStatus nextStatus,
            Deadlines nextDeadlines,
            int nextAttemptCount,
            @Nullable Holding nextHolding,
            @Nullable String nextReleasedBy) {
        return new Callback(
                id,
                request,
                createdAt,
                nextStatus,
                nextDeadlines,
                overdue,
                nextAttemptCount,
                mainCallbackId,
                closedAt,
                nextHolding,
                nextReleasedBy,
                processInstanceId,
                setAsideBecause);
    }

    private void expect(CallbackStatus expected) {
        if (status != expected) {
            throw new IllegalTransition(this, expected);
        }
    }

    private void expectWaiting() {
        if (status != CallbackStatus.WAITING && status != CallbackStatus.SCHEDULED) {
            throw new IllegalTransition(this, CallbackStatus.WAITING);
        }
    }

    private void expectOpen() {
        if (isClosed()) {
            throw new IllegalTransition(this, CallbackStatus.WAITING);
        }
    }
}
