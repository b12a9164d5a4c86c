package io.ringback.allocation;

import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseLifecycle;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.Eligibility;
import io.ringback.callback.Holding;
import io.ringback.callback.Phase;
import io.ringback.handling.CallsInHand;
import io.ringback.handling.CaseInHand;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.reception.Agents;
import io.ringback.reception.Receptions;
import io.ringback.reception.StopReason;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does for callbacks that are set aside what the timers of their process would do: they become overdue, expire, are taken
 * from an agent who does not call, and taken for done when their window is left open. Nobody is stuck with one. What a
 * process holds back expires in time, too.
 */
@Component
class SetAsideDeadlines {

    private static final int AT_ONCE = 200;
    private static final Logger log = LoggerFactory.getLogger(SetAsideDeadlines.class);

    private final JdbcSetAsideDeadlines rows;
    private final Callbacks callbacks;
    private final CaseLifecycle lifecycle;
    private final CaseProcess process;
    private final Agents agents;
    private final Receptions receptions;
    private final CaseInHand cases;
    private final CallsInHand calls;
    private final Transactions transactions;
    private final Clock clock;

    SetAsideDeadlines(
            JdbcSetAsideDeadlines rows,
            Callbacks callbacks,
            CaseLifecycle lifecycle,
            CaseProcess process,
            Agents agents,
            Receptions receptions,
            CaseInHand cases,
            CallsInHand calls,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.callbacks = callbacks;
        this.lifecycle = lifecycle;
        this.process = process;
        this.agents = agents;
        this.receptions = receptions;
        this.cases = cases;
        this.calls = calls;
        this.transactions = transactions;
        this.clock = clock;
    }

    void runOnce() {
        rows.passed(clock.instant(), AT_ONCE).forEach(id -> each(id, () -> keep(id)));
        rows.heldBackTooLong(clock.instant(), AT_ONCE).forEach(id -> each(id, () -> endHolding(id)));
        rows.forgottenAllocations(AT_ONCE).forEach(id -> each(id, () -> receptions.callbackClosed(id)));
    }

    private void each(UUID id, Runnable work) {
        try {
            transactions.execute(work);
        } catch (RuntimeException failure) {
            if (DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            log.warn("What the time has brought about for {} is tried again", id, failure);
        }
    }

    /** Agent before callback, like everywhere. */
    private void keep(UUID id) {
        var holder = callbacks.get(id).holding();
        if (holder != null) {
            agents.lock(holder.agentId());
        }
        var callback = callbacks.lock(id);
        if (callback.isClosed() || !callback.isSetAside() || !isSame(holder, callback.holding())) {
            return;
        }
        var now = clock.instant();
        if (!callback.overdue() && !callback.deadlines().dueAt().isAfter(now)) {
            lifecycle.markOverdue(id);
        }
        if (callback.holding() != null) {
            keepInHand(callback, callback.holding(), now);
        } else if (callback.callable(now) == Eligibility.EXPIRED) {
            lifecycle.expire(id);
            process.discard(callback);
        }
    }

    /** A wait of the process that is longer than the callback lives is over with that; then the process lets it expire. */
    private void endHolding(UUID id) {
        var callback = callbacks.lock(id);
        if (callback.isHeldBack()
                && !callback.isSetAside()
                && callback.deadlines().isExpired(clock.instant())) {
            process.endHolding(callback);
        }
    }

    private static boolean isSame(@Nullable Holding seen, @Nullable Holding now) {
        return seen == null ? now == null : now != null && seen.allocationId().equals(now.allocationId());
    }

    private void keepInHand(Callback callback, Holding holding, Instant now) {
        var agentId = holding.agentId();
        var allocationId = holding.allocationId();
        if (holding.phase() == Phase.BEFORE_CALL && isPast(holding.autoStopAt(), now)) {
            receptions.stopHolder(callback.id(), agentId, allocationId, StopReason.NO_CALL_MADE);
        } else if (holding.phase() == Phase.IN_CALL && isPast(holding.callEndsBy(), now)) {
            calls.takeForEnded(callback.id(), agentId, allocationId);
        } else if (holding.phase() == Phase.AFTER_CALL && isPast(holding.closesAt(), now)) {
            cases.closeLeftOpen(callback.id(), agentId, allocationId);
        }
    }

    private static boolean isPast(@Nullable Instant at, Instant now) {
        return at != null && !at.isAfter(now);
    }
}
