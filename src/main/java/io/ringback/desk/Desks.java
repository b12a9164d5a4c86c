package io.ringback.desk;

import io.ringback.callback.AfterSave;
import io.ringback.callback.Attempt;
import io.ringback.callback.Attempts;
import io.ringback.callback.CallStatus;
import io.ringback.callback.Callback;
import io.ringback.callback.CallbackNotes;
import io.ringback.callback.CallbackView;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CallersStories;
import io.ringback.callback.CaseForms;
import io.ringback.callback.Holding;
import io.ringback.callback.Phase;
import io.ringback.callback.RetryPolicy;
import io.ringback.list.AgentList;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.list.LiveNumbers;
import io.ringback.reception.Agents;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts together what an agent sees. */
@Service
class Desks {

    private final Agents agents;
    private final Callbacks callbacks;
    private final Attempts attempts;
    private final CallbackNotes notes;
    private final CallersStories stories;
    private final Lists lists;
    private final LiveNumbers numbers;
    private final RetryPolicy retryPolicy;
    private final CaseForms forms;
    private final Clock clock;

    Desks(
            Agents agents,
            Callbacks callbacks,
            Attempts attempts,
            CallbackNotes notes,
            CallersStories stories,
            Lists lists,
            LiveNumbers numbers,
            RetryPolicy retryPolicy,
            CaseForms forms,
            Clock clock) {
        this.agents = agents;
        this.callbacks = callbacks;
        this.attempts = attempts;
        this.notes = notes;
        this.stories = stories;
        this.lists = lists;
        this.numbers = numbers;
        this.retryPolicy = retryPolicy;
        this.forms = forms;
        this.clock = clock;
    }

    Desk of(String agentId) {
        return of(agentId, numbers.ofAgent(agentId));
    }

    /** As a step of a case is answered: the numbers of the lists may be two seconds old, which a desk with a stream hears then. */
    Desk afterStep(String agentId) {
        return of(agentId, numbers.ofAgentLately(agentId));
    }

    private Desk of(String agentId, List<AgentList> lists) {
        var agent = agents.get(agentId);
        var now = clock.instant();
        return new Desk(
                agentId,
                now,
                agent.availability(),
                agent.isReceiving(),
                agent.receivingSince(),
                agent.acceptsServiceCalls(),
                agent.stoppedBecause(),
                agent.stopped(),
                agent.awayReason(),
                agent.awaySince(),
                lists,
                callbacks.heldBy(agentId).map(held -> inHand(held, now)).orElse(null));
    }

    private Desk.Case inHand(Callback callback, Instant now) {
        var list = lists.seen(callback.listId());
        var holding = callback.held();
        var made = attempts.of(callback.id());
        var story = stories.of(callback, holding.agentId());
        var afterSave = afterSave(callback, list, now);
        return new Desk.Case(
                holding.allocationId(),
                CallbackView.of(callback),
                holding.phase(),
                holding.autoStopAt(),
                holding.closesAt(),
                holding.callEndsBy(),
                holding.callAskedAt(),
                moreTime(list, holding),
                proposal(holding, made),
                suggestions(afterSave),
                afterSave,
                made,
                callbacks.leftUnsaved(callback),
                story.related(),
                story.earlier(),
                story.more(),
                notes.of(callback),
                holding.draft(),
                forms.of(list));
    }

    /** What was proposed for the last call of the allocation, when that is over. */
    private static @Nullable CallStatus proposal(Holding holding, List<Attempt> made) {
        var calls = made.stream()
                .filter(attempt -> attempt.allocationId().equals(holding.allocationId()))
                .toList();
        var last = calls.isEmpty() ? null : calls.get(calls.size() - 1);
        return holding.phase() == Phase.AFTER_CALL && last != null && last.endedAt() != null ? last.proposed() : null;
    }

    private static Desk.MoreTimeLeft moreTime(CallbackList list, Holding holding) {
        var policy = list.policy();
        return new Desk.MoreTimeLeft(Math.max(0, policy.moreTimes() - holding.moreTimes()), policy.moreTimeBy());
    }

    private Map<CallStatus, AfterSave> afterSave(Callback callback, CallbackList list, Instant now) {
        var shortest = list.policy().shortestRetry();
        var attempt = callback.inHand().attemptNumber();
        var last = list.isLastAttempt(callback.attemptCount());
        var hours = list.hoursFor(callback.request().phoneNumber());
        var after = new EnumMap<CallStatus, AfterSave>(CallStatus.class);
        for (var callStatus : CallStatus.values()) {
            after.put(
                    callStatus,
                    callStatus.resolves()
                            ? AfterSave.resolving(callback)
                            : AfterSave.of(
                                    callback,
                                    retryPolicy
                                            .decide(callback, callStatus, attempt, last)
                                            .on(list.policy(), callStatus, attempt),
                                    hours,
                                    shortest,
                                    now));
        }
        return after;
    }

    private static Map<CallStatus, @Nullable Instant> suggestions(Map<CallStatus, AfterSave> afterSave) {
        var suggestions = new EnumMap<CallStatus, @Nullable Instant>(CallStatus.class);
        afterSave.forEach((callStatus, after) -> {
            if (!callStatus.resolves()) {
                suggestions.put(callStatus, after.offeredAt());
            }
        });
        return suggestions;
    }
}
