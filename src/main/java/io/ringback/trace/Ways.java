package io.ringback.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the flows that were passed from one step to the next. The engine does not note them; but a step has come from a step
 * that had ended before it, by a flow that leads from the one element to the other. Of several it is the one that ended last.
 * Where several flows lead from the one element to the other, each may have been taken, and none is certain.
 */
final class Ways {

    /** What is left by one flow only. */
    private static final Set<String> ONE_WAY_OUT = Set.of("exclusiveGateway", "eventBasedGateway");

    private final List<Step> steps;
    private final List<Passing> passings;
    private final Set<Integer> left = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    /** @param passings those that the steps are made of, one of each */
    Ways(List<Step> steps, List<Passing> passings) {
        this.steps = steps;
        this.passings = passings;
    }

    List<PassedFlow> all(Drawings drawings) {
        var all = new ArrayList<PassedFlow>();
        for (int i = 0; i < steps.size(); i++) {
            all.addAll(to(i, drawings.of(steps.get(i).on())));
        }
        return all;
    }

    private List<PassedFlow> to(int index, Drawing drawing) {
        var step = steps.get(index);
        var into = drawing.flows().stream()
                .filter(flow -> flow.to().equals(step.elementId()))
                .toList();
        var from = source(index, into);
        return from.map(source -> passed(source, step, into)).orElse(List.of());
    }

    private Optional<Step> source(int index, List<Drawing.Flow> into) {
        var here = passings.get(index);
        return steps.subList(0, index).stream()
                .filter(step -> passings.get(step.number() - 1).instance() == here.instance())
                .filter(step -> step.on().equals(here.on()) || step.endedAt() != null)
                .filter(step -> into.stream().anyMatch(flow -> isFree(step, flow)))
                .filter(step -> hasEnded(step, here))
                .max(Comparator.comparingInt(Step::number));
    }

    private boolean isFree(Step step, Drawing.Flow flow) {
        return flow.from().equals(step.elementId())
                && !left.contains(step.number())
                && !used.contains(step.number() + " " + flow.id());
    }

    private static boolean hasEnded(Step step, Passing before) {
        return (!step.interrupted() || step.type().equals("eventBasedGateway"))
                && step.endedAt() != null
                && !step.endedAt().isAfter(before.startedAt());
    }

    private List<PassedFlow> passed(Step source, Step step, List<Drawing.Flow> into) {
        var taken = into.stream().filter(flow -> isFree(source, flow)).toList();
        taken.forEach(flow -> used.add(source.number() + " " + flow.id()));
        if (ONE_WAY_OUT.contains(source.type())) {
            left.add(source.number());
        }
        return taken.stream()
                .map(flow -> new PassedFlow(step.on(), flow.id(), source.number(), step.number(), taken.size() == 1))
                .toList();
    }
}
