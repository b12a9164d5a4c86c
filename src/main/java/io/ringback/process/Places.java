package io.ringback.process;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoryEvent;
import org.operaton.bpm.engine.impl.history.event.HistoryEventTypes;
import org.operaton.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.operaton.bpm.engine.impl.interceptor.CommandContext;

/**
 * Follows where in its model each call of the engine is, so that a failure can name the element; and ends a call that goes
 * round and round without ever coming to a wait, which would else last for ever.
 */
final class Places implements HistoryEventHandler {

    /** A Save and next takes some forty. */
    static final int MOST_STEPS = 1_000;

    /** One place for each call of the engine that is under way on this thread, the innermost last. */
    private static final ThreadLocal<Deque<Place>> UNDER_WAY = ThreadLocal.withInitial(ArrayDeque::new);

    private static final ThreadLocal<Steps> STEPS = ThreadLocal.withInitial(Steps::new);

    /** Where a call is. */
    static final class Place {

        private @Nullable String definitionId;
        private @Nullable String element;
        private @Nullable Function<Throwable, RuntimeException> within;

        /** Lays a failure on the last call within this one; null without one. */
        @Nullable
        Function<Throwable, RuntimeException> within() {
            return within;
        }

        @Nullable
        String definitionId() {
            return definitionId;
        }

        @Nullable
        String element() {
            return element;
        }
    }

    private static final class Steps {

        private WeakReference<@Nullable CommandContext> command = new WeakReference<>(null);
        private int taken;
    }

    static Place enter() {
        var place = new Place();
        UNDER_WAY.get().addLast(place);
        return place;
    }

    /** Notes for the call around this one whom it was about. */
    static void wentWell(Place place, NotAnswering notAnswering) {
        var around = UNDER_WAY.get().stream().filter(other -> other != place).reduce((outer, inner) -> inner);
        around.ifPresent(
                call -> call.within = failure -> notAnswering.because(failure, Faults.of(failure, place, null)));
    }

    static void leave() {
        var calls = UNDER_WAY.get();
        calls.removeLast();
        if (calls.isEmpty()) {
            UNDER_WAY.remove();
        }
    }

    /** An element evaluates an expression. */
    static void at(@Nullable String definitionId, @Nullable String element) {
        var place = UNDER_WAY.get().peekLast();
        if (place != null && definitionId != null && element != null) {
            place.definitionId = definitionId;
            place.element = element;
        }
    }

    /** Whether the server itself has called the engine on this thread, rather than the clock. */
    static boolean isUnderWay() {
        return !UNDER_WAY.get().isEmpty();
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!(event instanceof HistoricActivityInstanceEventEntity step)) {
            return;
        }
        var began = HistoryEventTypes.ACTIVITY_INSTANCE_START.getEventName().equals(step.getEventType());
        var place = UNDER_WAY.get().peekLast();
        if (place != null && (began || place.element == null)) {
            place.definitionId = step.getProcessDefinitionId();
            place.element = step.getActivityId();
        }
        if (began) {
            count(step.getActivityId());
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static void count(String element) {
        var steps = STEPS.get();
        var command = Context.getCommandContext();
        if (steps.command.get() != command) {
            steps.command = new WeakReference<>(command);
            steps.taken = 0;
        }
        if (++steps.taken > MOST_STEPS) {
            throw new ProcessEngineException("more than %s steps without a wait: the process goes in a circle at %s"
                    .formatted(MOST_STEPS, element));
        }
    }
}
