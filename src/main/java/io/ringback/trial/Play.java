package io.ringback.trial;

import io.ringback.callback.CallStatus;
import io.ringback.callback.Callback;
import io.ringback.callback.CallbackStatus;
import io.ringback.callback.Eligibility;
import io.ringback.callback.Holding;
import io.ringback.callback.Phase;
import io.ringback.callback.Source;
import io.ringback.intake.CallbackRequest;
import io.ringback.platform.run.Rehearsal;
import io.ringback.reception.Agent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case that is played: what happens to it, one thing after the other. The clock stands still but for timers, and for a
 * callback that has to wait for its time before an agent gets it.
 */
final class Play {

    private final TrialActors actors;
    private final TrialEngine engine;
    private final JdbcTrialCast cast;
    private final PlayedTime time;
    private final String listId;
    private final String number;
    private @Nullable UUID id;
    private @Nullable String agentId;

    Play(
            TrialActors actors,
            TrialEngine engine,
            JdbcTrialCast cast,
            Rehearsal rehearsal,
            String listId,
            String number) {
        this.actors = actors;
        this.engine = engine;
        this.cast = cast;
        this.time = new PlayedTime(engine, rehearsal);
        this.listId = listId;
        this.number = number;
    }

    /** What is known of the case so far, from where it may go on in several ways. */
    Sofar sofar() {
        return new Sofar(id, agentId, time.sofar());
    }

    void back(Sofar before) {
        id = before.id;
        agentId = before.agentId;
        time.back(before.time);
    }

    record Sofar(@Nullable UUID id, @Nullable String agentId, PlayedTime.Sofar time) {}

    /** The request comes in. */
    void begin(TrialExample example) {
        id = ask(example.source(), example).id();
    }

    /**
     * Something happens.
     *
     * @throws Impossible when it cannot, as the case is
     */
    void next(TrialExample example, TrialExample.Event event) {
        switch (event.event()) {
            case ALLOCATED -> inHand();
            case CALL_STARTED -> call();
            case CALL_ENDED -> hangUp();
            case OUTCOME -> save(event);
            case TIMER -> timer(event.timer());
            case RELATED -> askAgain(example);
            case CANCEL -> cancel();
            case STOP -> stop();
        }
    }

    /** The callback as it is; null before it was taken in. */
    @Nullable
    Callback callback() {
        return id == null ? null : actors.callback(id);
    }

    /** The agent who has had it last; null without one. */
    @Nullable
    Agent agent() {
        return agentId == null ? null : actors.agent(agentId);
    }

    /** What can happen to the case next. */
    List<TrialEvent> possible() {
        var callback = callback();
        var possible = new ArrayList<TrialEvent>();
        if (callback == null || callback.isClosed()) {
            return callback != null && !timers(callback).isEmpty() ? List.of(TrialEvent.TIMER) : possible;
        }
        var phase = callback.holding() == null ? null : callback.held().phase();
        if (phase == null) {
            possible.add(TrialEvent.ALLOCATED);
        }
        possible.add(phase == Phase.IN_CALL ? TrialEvent.CALL_ENDED : TrialEvent.CALL_STARTED);
        possible.add(TrialEvent.OUTCOME);
        if (!timers(callback).isEmpty()) {
            possible.add(TrialEvent.TIMER);
        }
        possible.addAll(List.of(TrialEvent.RELATED, TrialEvent.CANCEL, TrialEvent.STOP));
        return possible;
    }

    /** The timers that come within the time that is played. */
    List<TrialTimer> timers(Callback callback) {
        return time.timers(callback);
    }

    /**
     * Lets time alone pass until the callback is closed: whoever has it stops.
     *
     * @throws TrialStopped when it never is
     */
    void runOut() {
        for (var callback = known(); !callback.isClosed(); callback = known()) {
            if (callback.holding() != null) {
                stop();
            } else {
                time.fire(callback, time.next(callback));
            }
        }
    }

    /** Lets the time pass that the agent has at this point. */
    void letLimitPass() {
        var held = inHand();
        for (var callback = open(); held.equals(callback.holding()); callback = known()) {
            var next = timers(callback).stream()
                    .findFirst()
                    .orElseThrow(() -> new TrialStopped(null, "no timer limits how long the agent may take"));
            time.fire(callback, next);
        }
    }

    /** Lets so much time pass. */
    void pass(Duration span) {
        time.waitUntil(time.now().plus(span), this::known);
    }

    /** The agent enters a call status and does not save it. */
    void draft(CallStatus status) {
        var held = inHand();
        actors.draft(held.agentId(), held.allocationId(), status);
    }

    /**
     * Another caller waits while the agent saves, and is to be the next case.
     *
     * @throws TrialStopped when it is not
     */
    void saveAndNext(CallStatus status) {
        var held = inHand();
        var other = actors.ask(request(number.substring(0, number.length() - 1) + "7", Source.MANUAL, null));
        actors.save(held.agentId(), held.allocationId(), status, null);
        if (!held.agentId().equals(actors.callback(other.id()).holder())) {
            throw new TrialStopped(
                    null,
                    "Save is answered without the next case, although another caller waits: the agent waits, too");
        }
        agentId = null;
    }

    private Callback ask(@Nullable Source source, TrialExample example) {
        return actors.ask(request(number, source == null ? Source.MANUAL : source, example.attributes()));
    }

    private CallbackRequest request(String from, Source source, @Nullable Map<String, String> attributes) {
        return new CallbackRequest(listId, from, source, null, null, null, null, null, attributes);
    }

    private Callback known() {
        var callback = callback();
        if (callback == null) {
            throw new Impossible("The request was not taken in.");
        }
        return callback;
    }

    private Callback open() {
        var callback = known();
        if (callback.isClosed()) {
            throw new Impossible("The callback is closed already, as %s.".formatted(callback.status()));
        }
        return callback;
    }

    private void askAgain(TrialExample example) {
        open();
        ask(example.source(), example);
    }

    private void cancel() {
        actors.cancel(open().id());
    }

    private void stop() {
        var held = inHand();
        actors.stopReceiving(held.agentId());
    }

    private void call() {
        var held = inHand();
        actors.call(held.agentId(), held.allocationId());
    }

    private void hangUp() {
        var callback = open();
        if (callback.holding() == null || callback.held().phase() != Phase.IN_CALL) {
            throw new Impossible("No call goes on.");
        }
        var held = callback.held();
        actors.hangUp(held.agentId(), actors.callId(held.agentId(), held.allocationId()));
    }

    private void save(TrialExample.Event event) {
        var status = event.callStatus();
        if (status == null) {
            throw new Impossible("OUTCOME needs a callStatus.");
        }
        var held = inHand();
        actors.save(held.agentId(), held.allocationId(), status, event.retryAt());
    }

    /** An agent is given the callback, unless one has it; before its time that is waited for. */
    private Holding inHand() {
        var callback = open();
        if (callback.holding() != null) {
            return callback.held();
        }
        if (callback.callable(time.now()) == Eligibility.LATER) {
            time.waitUntil(callback.deadlines().eligibleAt(), this::known);
            callback = open();
        }
        while (callback.isHeldBack()) {
            time.fire(callback, time.next(callback));
            callback = open();
        }
        allocate();
        callback = open();
        if (callback.holding() == null) {
            throw new Impossible("No agent gets the callback: it is %s and waits at %s."
                    .formatted(callback.status(), String.join(", ", engine.waitingAt(callback))));
        }
        return callback.held();
    }

    private void allocate() {
        var agent = agent();
        if (agent != null && agent.isIdle()) {
            actors.offer(agent.id());
        } else {
            agentId = "example-" + UUID.randomUUID();
            cast.agent(agentId, listId, time.now());
            actors.beginReceiving(agentId);
        }
    }

    /** Those that come before the one that is named fire, too, as they would. */
    private void timer(@Nullable String element) {
        var callback = known();
        if (element == null) {
            var next = timers(callback).stream()
                    .findFirst()
                    .orElseThrow(() -> new Impossible("No timer runs that comes within a year."));
            time.fire(callback, next);
            return;
        }
        if (!time.runs(element, callback) && callback.status() == CallbackStatus.WAITING) {
            inHand();
        }
        if (!time.runs(element, known())) {
            throw new Impossible("The timer %s does not run; those that do: %s."
                    .formatted(
                            element,
                            timers(known()).stream().map(TrialTimer::elementId).toList()));
        }
        time.fireUntil(element, this::known);
    }
}
