package io.ringback.reception;

import com.fasterxml.uuid.Generators;
import io.ringback.callback.Attempts;
import io.ringback.callback.Callback;
import io.ringback.callback.CallbackEvent.Released.Limit;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.Change;
import io.ringback.list.Lists;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import io.ringback.presence.AwayReasons;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Switching receiving on and off. Every method joins the transaction of its caller. */
@Service
public class Receptions {

    private static final Logger log = LoggerFactory.getLogger(Receptions.class);

    private final Agents agents;
    private final Callbacks callbacks;
    private final Attempts attempts;
    private final ReceptionProcess process;
    private final CaseProcess cases;
    private final Lists lists;
    private final AwayReasons reasons;
    private final Clock clock;

    Receptions(
            Agents agents,
            Callbacks callbacks,
            Attempts attempts,
            ReceptionProcess process,
            CaseProcess cases,
            Lists lists,
            AwayReasons reasons,
            Clock clock) {
        this.agents = agents;
        this.callbacks = callbacks;
        this.attempts = attempts;
        this.process = process;
        this.cases = cases;
        this.lists = lists;
        this.reasons = reasons;
        this.clock = clock;
    }

    /**
     * Do not disturb and Off work end receiving.
     *
     * @param reason what for the agent is away, of the centre's own reasons, by id or name; null without one
     * @throws InvalidField when there is no such reason, or the availability is not one of being away
     */
    public void setAvailability(String agentId, Availability availability, @Nullable String reason) {
        if (reason != null && availability.canReceive()) {
            throw new InvalidField("reason", "goes with DO_NOT_DISTURB or OFFWORK only; leave it out");
        }
        var chosen = reason == null ? null : reasons.chosen(reason);
        var agent = agents.lock(agentId);
        if (agent.availability() == availability && Objects.equals(agent.awayReason(), chosen)) {
            return;
        }
        if (agent.isReceiving() && !availability.canReceive()) {
            var away = availability == Availability.OFFWORK ? StopReason.OFFWORK : StopReason.DO_NOT_DISTURB;
            stop(agent, StopFacts.of(away), null, false);
        }
        agents.setAvailability(agent, availability, chosen);
    }

    /**
     * Begins to receive, with a case at once if one is eligible. Also possible during a call.
     *
     * @throws Conflict unless the agent is available or busy
     * @throws Forbidden when the account has been disabled, or is no agent's any more, since the caller signed in
     */
    public void switchOn(String agentId) {
        var agent = agents.lock(agentId);
        agents.requireWorking(agentId);
        if (agent.isReceiving()) {
            return;
        }
        if (!agent.availability().canReceive()) {
            throw new Conflict("To receive callbacks, expected availability AVAILABLE or BUSY, but it is %s."
                    .formatted(agent.availability()));
        }
        release(agentId, Map::of);
        agents.switchOn(agent, Generators.timeBasedEpochGenerator().generate());
        agents.bind(
                agent,
                process.start(agents.lock(agentId))
                        .orElseThrow(() ->
                                new Conflict("Expected a version of the process of receiving that starts, but there"
                                        + " is none. Administrators see under Operations what is wrong with it.")));
    }

    /** Ends receiving; a case in hand goes to the next available agent. */
    public void stop(String agentId, StopReason reason, @Nullable String why) {
        var agent = agents.lock(agentId);
        if (agent.isReceiving()) {
            stop(agent, StopFacts.of(reason), why, false);
        } else {
            release(agentId, Map::of);
        }
    }

    /**
     * Ends the reception of whoever holds the callback by this allocation, because of a time limit. The callback is handed
     * back, unless its outcome is saved: then it stays as it is until that is carried out.
     *
     * @return the callback, free for the next agent unless its outcome is saved
     * @throws Conflict when the allocation is over already
     */
    public Callback stopHolder(UUID callbackId, String agentId, UUID allocationId, StopReason reason) {
        var agent = agents.lock(agentId);
        var callback = callbacks.lock(callbackId);
        if (!callback.isHeldBy(agentId, allocationId)) {
            throw new Conflict(
                    "Callback %s: expected allocation %s, but it is over.".formatted(callbackId, allocationId));
        }
        var outcomeSaved = attempts.isConcluded(allocationId);
        var why = StopFacts.of(reason).of(callback, limit(callback, reason));
        var left = outcomeSaved ? callback : giveBack(callback, limitReached(reason), why.facts());
        if (agent.isReceiving()) {
            stop(agent, why, null, outcomeSaved);
        }
        return left;
    }

    /**
     * What the reception's process does when it ends: the callback in hand goes back to wait for the next agent.
     */
    public void releaseHeld(String agentId) {
        release(agentId, () -> {
            var reason = agents.get(agentId).stoppedBecause();
            return reason == null ? Map.of() : StopFacts.of(reason).facts();
        });
    }

    /** Also of an agent who still holds one from a reception that was lost. */
    private void release(String agentId, Supplier<Map<String, Object>> facts) {
        callbacks.lockHeldBy(agentId).ifPresent(held -> {
            var free = giveBack(held, null, facts.get());
            if (!free.isSetAside()) {
                cases.released(free, free.callable(clock.instant()));
            }
        });
    }

    /** The callback of this allocation is closed or handed on: its agent, if still receiving, gets the next one. */
    public void callbackClosed(UUID allocationId) {
        agents.lockByAllocation(allocationId).ifPresent(process::callbackClosed);
    }

    /** One that is to be cancelled and has no process to do it is closed at once. */
    private Callback giveBack(Callback held, @Nullable Limit limit, Map<String, Object> facts) {
        var free = callbacks.save(released(held, limit).decidedFrom(facts));
        if (!free.isSetAside() || !free.isToBeCancelled()) {
            return free;
        }
        var closed = callbacks.save(free.ending().cancelled(null, clock.instant()));
        cases.discard(closed);
        return closed;
    }

    private Change released(Callback held, @Nullable Limit limit) {
        return held.inHand()
                .released(
                        limit,
                        () -> lists.get(held.listId()).hoursFor(held.request().phoneNumber()),
                        clock.instant());
    }

    private static @Nullable Limit limitReached(StopReason reason) {
        return switch (reason) {
            case NO_CALL_MADE -> Limit.NO_CALL_MADE;
            case WINDOW_LEFT_OPEN -> Limit.WINDOW_LEFT_OPEN;
            default -> null;
        };
    }

    /** The limit of the callback's list that this reason speaks of. */
    private @Nullable Duration limit(Callback callback, StopReason reason) {
        var list = lists.get(callback.listId());
        return switch (reason) {
            case NO_CALL_MADE -> list.autoStopAfter();
            case WINDOW_LEFT_OPEN -> list.closeAfterCall();
            default -> null;
        };
    }

    private void stop(Agent agent, StopFacts why, @Nullable String note, boolean outcomeSaved) {
        agents.switchOff(agent, why, note);
        if (process.isRunning(agent)) {
            process.stop(agent, outcomeSaved);
        } else {
            log.error("The reception of agent {} had lost its process and is ended without it", agent.id());
            if (!outcomeSaved) {
                release(agent.id(), why::facts);
            }
        }
    }
}
