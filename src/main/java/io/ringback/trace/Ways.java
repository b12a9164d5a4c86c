package io.ringback.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the flows that were passed from one step to the next. The engine does not note them; but a step has come from a step
 * that had ended before it, by a flow that leads from the one element to the other. Of several it is the one that ended last.
 * Where several flows lead from the one element to the other, each may have been taken, and none is certain.
 *
 * <p>Nor does it note gateways that only join ({@link Drawing#isJoin}): whoever has come by one has passed it in that moment.
 */
final class Ways {

    private static final String EVENT_BASED = "eventBasedGateway";

    /** What is left by one flow only. */
    private static final Set<String> ONE_WAY_OUT = Set.of("exclusiveGateway", EVENT_BASED);

    private final Drawings drawings;
    private final List<Passing> passings = new ArrayList<>();
    private final List<PassedFlow> flows = new ArrayList<>();
    private final Set<Integer> left = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    /** @param noted in the order in which the elements were entered */
    Ways(List<Passing> noted, Drawings drawings) {
        this.drawings = drawings;
        noted.forEach(this::add);
    }

    /** What was noted, and the joins between. */
    List<Passing> passings() {
        return passings;
    }

    /** By the numbers of the steps that {@link #passings} become, of which the first is 1. */
    List<PassedFlow> flows() {
        return flows;
    }

    private void add(Passing passing) {
        var drawing = drawings.of(passing.on());
        joinBefore(passing, drawing).ifPresent(join -> add(passed(join, passing)));
        var into = drawing.into(passing.elementId());
        var source = source(passing, into);
        passings.add(passing);
        source.ifPresent(from -> follow(from, passing, into));
    }

    private static Passing passed(String join, Passing onTheWayTo) {
        var then = onTheWayTo.startedAt();
        return new Passing(onTheWayTo.instance(), onTheWayTo.called(), onTheWayTo.on(), join, then, then, null, false);
    }

    /** The join by which the element was come to; empty if it was straight from what ended last. */
    private Optional<String> joinBefore(Passing passing, Drawing drawing) {
        var straight = source(passing, drawing.into(passing.elementId())).orElse(-1);
        return joinsInto(passing.elementId(), drawing).stream()
                .filter(join -> sourceBy(join, passing, drawing) > straight)
                .max(Comparator.comparingInt(join -> sourceBy(join, passing, drawing)));
    }

    private static List<String> joinsInto(String element, Drawing drawing) {
        return drawing.into(element).stream()
                .map(Drawing.Flow::from)
                .distinct()
                .filter(drawing::isJoin)
                .toList();
    }

    /** What ended last of that which leads to the join, maybe by further joins; -1 for nothing. */
    private int sourceBy(String join, Passing passing, Drawing drawing) {
        return Math.max(
                source(passing, drawing.into(join)).orElse(-1),
                joinsInto(join, drawing).stream()
                        .mapToInt(before -> sourceBy(before, passing, drawing))
                        .max()
                        .orElse(-1));
    }

    private OptionalInt source(Passing here, List<Drawing.Flow> into) {
        return IntStream.range(0, passings.size())
                .filter(index -> passings.get(index).instance() == here.instance())
                .filter(index -> into.stream().anyMatch(flow -> isFree(index, flow)))
                .filter(index -> hasEnded(passings.get(index), here))
                .max();
    }

    private boolean isFree(int index, Drawing.Flow flow) {
        return flow.from().equals(passings.get(index).elementId())
                && !left.contains(index)
                && !used.contains(index + " " + flow.id());
    }

    private boolean hasEnded(Passing passing, Passing before) {
        return (!passing.interrupted() || type(passing).equals(EVENT_BASED))
                && passing.endedAt() != null
                && !passing.endedAt().isAfter(before.startedAt());
    }

    private String type(Passing passing) {
        return drawings.of(passing.on()).type(passing.elementId());
    }

    private void follow(int source, Passing passing, List<Drawing.Flow> into) {
        var taken = into.stream().filter(flow -> isFree(source, flow)).toList();
        taken.forEach(flow -> used.add(source + " " + flow.id()));
        if (ONE_WAY_OUT.contains(type(passings.get(source)))) {
            left.add(source);
        }
        taken.stream()
                .map(flow -> new PassedFlow(passing.on(), flow.id(), source + 1, passings.size(), taken.size() == 1))
                .forEach(flows::add);
    }
}
