package io.ringback.desk;

import io.ringback.callback.Attempts;
import io.ringback.callback.CallStatus;
import io.ringback.callback.Callback;
import io.ringback.callback.CallbackNotes;
import io.ringback.callback.CallbackView;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseForms;
import io.ringback.callback.RetryPolicy;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.list.LiveNumbers;
import io.ringback.reception.Agents;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
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
            Lists lists,
            LiveNumbers numbers,
            RetryPolicy retryPolicy,
            CaseForms forms,
            Clock clock) {
        this.agents = agents;
        this.callbacks = callbacks;
        this.attempts = attempts;
        this.notes = notes;
        this.lists = lists;
        this.numbers = numbers;
        this.retryPolicy = retryPolicy;
        this.forms = forms;
        this.clock = clock;
    }

    Desk of(String agentId) {
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
                numbers.ofAgent(agentId),
                callbacks.heldBy(agentId).map(held -> inHand(held, now)).orElse(null));
    }

    private Desk.Case inHand(Callback callback, Instant now) {
        var list = lists.get(callback.listId());
        var holding = callback.held();
        var made = attempts.of(callback.id());
        return new Desk.Case(
                holding.allocationId(),
                CallbackView.of(callback),
                holding.phase(),
                holding.autoStopAt(),
                holding.closesAt(),
                holding.callEndsBy(),
                holding.callAskedAt(),
                suggestions(callback, list, now),
                made,
                callbacks.relatedTo(callback),
                notes.of(callback.id()),
                holding.draft(),
                forms.of(list));
    }

    private Map<CallStatus, @Nullable Instant> suggestions(Callback callback, CallbackList list, Instant now) {
        var shortest = list.policy().shortestRetry();
        var last = list.isLastAttempt(callback.attemptCount());
        var hours = list.hoursFor(callback.request().phoneNumber());
        var suggestions = new EnumMap<CallStatus, @Nullable Instant>(CallStatus.class);
        for (var callStatus : CallStatus.values()) {
            if (!callStatus.resolves()) {
                var attempt = callback.inHand().attemptNumber();
                var decision = retryPolicy.decide(callStatus, attempt, last).on(list.policy(), callStatus, attempt);
                suggestions.put(
                        callStatus,
                        decision.giveUp()
                                ? null
                                : decision.offeredAgainAt(callback, hours, shortest, now)
                                        .orElse(null));
            }
        }
        return suggestions;
    }
}
