package io.ringback.office.auditor;

import io.ringback.figures.ProcessFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of a version, in the order in which they are looked at. */
final class FiguresTables {

    private static final int SLOWEST = 10;
    private static final double SHORTEST = 1;

    private FiguresTables() {}

    /** The ways out of an element. */
    record Gateway(String elementId, @Nullable String name, long passes, List<ProcessFigures.Flow> ways) {}

    /** The ten in which time goes by, the longest half first; what is over within a second is not slow. */
    static List<ProcessFigures.Element> slowest(ProcessFigures figures) {
        return figures.elements().stream()
                .filter(element -> p95(element) >= SHORTEST)
                .sorted(Comparator.comparingDouble(FiguresTables::p95).reversed())
                .limit(SLOWEST)
                .toList();
    }

    /** Those that somebody passed and that have several ways out. */
    static List<Gateway> gateways(ProcessFigures figures) {
        var ways = new LinkedHashMap<String, List<ProcessFigures.Flow>>();
        figures.flows().stream()
                .filter(flow -> flow.share() != null)
                .forEach(flow -> ways.computeIfAbsent(flow.from(), from -> new ArrayList<>())
                        .add(flow));
        return figures.elements().stream()
                .filter(element -> ways.containsKey(element.elementId()))
                .map(element -> new Gateway(
                        element.elementId(),
                        element.name(),
                        element.passes(),
                        Objects.requireNonNull(ways.get(element.elementId()))))
                .toList();
    }

    /** What elements are called, by their ids; those without a name are left out. */
    static Map<String, String> names(ProcessFigures figures) {
        return figures.elements().stream()
                .filter(element -> element.name() != null)
                .collect(Collectors.toMap(
                        ProcessFigures.Element::elementId, element -> Objects.requireNonNull(element.name())));
    }

    private static double p95(ProcessFigures.Element element) {
        return Objects.requireNonNullElse(element.p95Seconds(), 0.0);
    }
}
