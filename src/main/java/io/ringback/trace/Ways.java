package io.ringback.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds the flows that were passed from one step to the next. The engine does not note them; but a step has come from a step
 * that had ended before it, by a flow that leads from the one element to the other. Of several it is the one that was entered last.
 * Where several flows lead from the one element to the other, each may have been taken, and none is certain.
 *
 * <p>Nor does it note gateways that only join ({@link Drawing#isJoin}): whoever has come by one has passed it in that moment.
 */
final class Ways {

    private static final int NOWHERE = -1;
    private static final String EVENT_BASED = "eventBasedGateway";

    /** What is left by one flow only. */
    private static final Set<String> ONE_WAY_OUT = Set.of("exclusiveGateway", EVENT_BASED);

    private final Drawings drawings;
    private final List<Passing> passings = new ArrayList<>();
    private final Map<String, List<Integer>> indexes = new HashMap<>();
    private final Map<Integer, Set<ProcessVersion>> versionsOf = new HashMap<>();
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
        joinBefore(passing).ifPresent(join -> add(join.passedOnTheWayTo(passing)));
        var into = drawings.of(passing.on()).into(passing.elementId());
        var source = source(passing, into);
        passings.add(passing);
        indexes.computeIfAbsent(passing.elementId(), element -> new ArrayList<>())
                .add(passings.size() - 1);
        source.ifPresent(from -> follow(from, passing, into));
    }

    /**
     * A join by which an element may have been come to.
     *
     * @param source the index of what was passed last before it
     */
    private record Join(String element, ProcessVersion on, int source) {

        private Passing passedOnTheWayTo(Passing next) {
            var then = next.startedAt();
            return new Passing(next.instance(), next.called(), on, element, then, then, null, false);
        }
    }

    /**
     * The join by which the element was come to; empty if it was straight from what was entered last. What a case waits at when it
     * is moved to another version is noted on that one, though it was come to on the version of what is before it.
     */
    private Optional<Join> joinBefore(Passing passing) {
        var versions = versionsOf.computeIfAbsent(passing.instance(), first -> new LinkedHashSet<>());
        versions.add(passing.on());
        var straight = versions.stream()
                .mapToInt(on -> source(passing, drawings.of(on).into(passing.elementId()))
                        .orElse(NOWHERE))
                .max()
                .orElse(NOWHERE);
        return versions.stream()
                .flatMap(on -> joinsInto(passing.elementId(), drawings.of(on)).stream()
                        .map(join -> new Join(join, on, sourceBy(join, passing, on))))
                .filter(join -> join.source() > straight)
                .max(Comparator.comparingInt(Join::source));
    }

    private static List<String> joinsInto(String element, Drawing drawing) {
        return drawing.into(element).stream()
                .map(Drawing.Flow::from)
                .distinct()
                .filter(drawing::isJoin)
                .toList();
    }

    /** What was entered last, on this version, of that which leads to the join, maybe by further joins. */
    private int sourceBy(String join, Passing passing, ProcessVersion on) {
        var drawing = drawings.of(on);
        var straight = source(passing, drawing.into(join));
        return Math.max(
                straight.isPresent() && passings.get(straight.getAsInt()).on().equals(on)
                        ? straight.getAsInt()
                        : NOWHERE,
                joinsInto(join, drawing).stream()
                        .mapToInt(before -> sourceBy(before, passing, on))
                        .max()
                        .orElse(NOWHERE));
    }

    private OptionalInt source(Passing here, List<Drawing.Flow> into) {
        return into.stream()
                .mapToInt(flow -> lastFree(here, flow))
                .filter(index -> index != NOWHERE)
                .max();
    }

    private int lastFree(Passing here, Drawing.Flow flow) {
        var from = indexes.getOrDefault(flow.from(), List.of());
        for (var nth = from.size() - 1; nth >= 0; nth--) {
            var index = from.get(nth);
            var passing = passings.get(index);
            if (passing.instance() == here.instance() && isFree(index, flow) && hasEnded(passing, here)) {
                return index;
            }
        }
        return NOWHERE;
    }

    private boolean isFree(int index, Drawing.Flow flow) {
        return !left.contains(index) && !used.contains(index + " " + flow.id());
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
        var element = passings.get(source).elementId();
        var taken = into.stream()
                .filter(flow -> flow.from().equals(element) && isFree(source, flow))
                .toList();
        taken.forEach(flow -> used.add(source + " " + flow.id()));
        if (ONE_WAY_OUT.contains(type(passings.get(source)))) {
            left.add(source);
        }
        taken.stream()
                .map(flow -> new PassedFlow(passing.on(), flow.id(), source + 1, passings.size(), taken.size() == 1))
                .forEach(flows::add);
    }
}
