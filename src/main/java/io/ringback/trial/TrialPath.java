package io.ringback.trial;

import io.ringback.platform.problem.Busy;
import io.ringback.platform.run.Rehearsal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way that a case takes while it is played, told by the engine step by step. */
public final class TrialPath {

    /** Room for a reminder every ten minutes until a callback expires after a day. */
    static final int MOST_STEPS = 1_500;

    static final String IN_A_CIRCLE = "it goes in a circle";

    private final Rehearsal rehearsal;
    private final Deadline deadline;
    private final List<TrialStep> steps = new ArrayList<>();
    private final Map<String, String> taken = new HashMap<>();
    private @Nullable String main;
    private @Nullable Integer event;
    private @Nullable String ended;
    private int passed;

    TrialPath(Rehearsal rehearsal, Deadline deadline) {
        this.rehearsal = rehearsal;
        this.deadline = deadline;
    }

    /** Forgets everything before another example is played. */
    void clear() {
        steps.clear();
        taken.clear();
        main = null;
        event = null;
        ended = null;
        passed = 0;
    }

    /** How far a way has come, from where others may go on. */
    Sofar sofar() {
        return new Sofar(List.copyOf(steps), Map.copyOf(taken), main, event, ended, passed);
    }

    void back(Sofar before) {
        clear();
        steps.addAll(before.steps);
        taken.putAll(before.taken);
        main = before.main;
        event = before.event;
        ended = before.ended;
        passed = before.passed;
    }

    record Sofar(
            List<TrialStep> steps,
            Map<String, String> taken,
            @Nullable String main,
            @Nullable Integer event,
            @Nullable String ended,
            int passed) {}

    void during(@Nullable Integer playedEvent) {
        event = playedEvent;
    }

    /**
     * The engine takes a sequence flow.
     *
     * @param instance the outermost one
     */
    public void took(String instance, String flow, String target) {
        if (isMain(instance)) {
            taken.put(target, flow);
        }
    }

    /**
     * The engine comes to an element.
     *
     * @param instance the outermost one; the first that is told of is that of the case
     * @throws TrialStopped when the case takes too many steps, or too much work
     * @throws Busy when it takes too long only because the machine has no time for it
     */
    public void entered(
            String instance,
            String element,
            @Nullable String name,
            String type,
            boolean isEnd,
            Map<String, @Nullable Object> variables) {
        deadline.check();
        if (++passed > MOST_STEPS) {
            throw new TrialStopped(element, "more than %s steps: %s".formatted(MOST_STEPS, IN_A_CIRCLE));
        }
        if (isMain(instance)) {
            steps.add(
                    new TrialStep(rehearsal.now(), element, name, type, variables, null, taken.remove(element), event));
            if (isEnd) {
                ended = element;
            }
        }
    }

    /** The engine leaves an element; one that it has waited at keeps the variables that it found. */
    public void left(String instance, String element, Map<String, @Nullable Object> variables) {
        if (!isMain(instance)) {
            return;
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            var step = steps.get(i);
            if (step.elementId().equals(element)) {
                if (Objects.equals(step.event(), event)) {
                    steps.set(i, step.left(variables));
                }
                return;
            }
        }
    }

    /** A decision was made; only one that the step before has asked for counts. */
    public void decided(TrialDecision decision) {
        var last = steps.size() - 1;
        if (last >= 0 && steps.get(last).type().equals("businessRuleTask")) {
            steps.set(last, steps.get(last).decided(decision));
        }
    }

    List<TrialStep> steps() {
        return List.copyOf(steps);
    }

    /** The end of the process that was reached last; null without one. */
    @Nullable
    String end() {
        return ended;
    }

    /** The element that was reached last; null before any. */
    @Nullable
    String last() {
        return steps.isEmpty() ? null : steps.get(steps.size() - 1).elementId();
    }

    private boolean isMain(String instance) {
        if (main == null) {
            main = instance;
        }
        return main.equals(instance);
    }
}
