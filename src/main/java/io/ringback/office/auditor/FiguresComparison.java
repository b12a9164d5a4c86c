package io.ringback.office.auditor;

import io.ringback.figures.ProcessFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two versions, or one in two periods: what is another, of so many cases each. */
record FiguresComparison(ProcessFigures first, ProcessFigures second, FiguresDifferences words) {

    private static final int FEW = 30;
    private static final double HUNDRED = 100;

    /** An element of either; null where it is not drawn. */
    record Row(
            String elementId,
            String name,
            @Nullable Side first,
            @Nullable Side second) {}

    /** @param per100 passes of 100 cases; one that is passed in rounds is passed more often than there are cases */
    record Side(
            double per100,
            @Nullable Double medianSeconds,
            @Nullable Double p95Seconds) {}

    /** Whether there are so few cases that chance alone makes differences like these. */
    public boolean isOfFew() {
        return first.cases() < FEW || second.cases() < FEW;
    }

    /** In the order of the second one; what only the first one has comes behind. */
    public List<Row> rows() {
        var before = byId(first);
        var after = byId(second);
        return Stream.concat(
                        second.elements().stream(),
                        first.elements().stream().filter(element -> !after.containsKey(element.elementId())))
                .map(element -> new Row(
                        element.elementId(),
                        words.name(element),
                        side(before.get(element.elementId()), first),
                        side(after.get(element.elementId()), second)))
                .filter(row -> isPassed(row.first) || isPassed(row.second))
                .toList();
    }

    /** The differences that are worth a sentence: of cases as a whole, of their ends, of steps. */
    public List<String> sentences() {
        var found = new ArrayList<String>();
        words.ofDurations(null, first.medianSeconds(), second.medianSeconds()).ifPresent(found::add);
        var before = ends(first);
        var after = ends(second);
        var ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (var id : ids) {
            var name = Stream.of(after.get(id), before.get(id))
                    .filter(Objects::nonNull)
                    .map(ProcessFigures.End::name)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(id);
            words.ofEnds(name, share(before.get(id), first), share(after.get(id), second))
                    .ifPresent(found::add);
        }
        for (var row : rows()) {
            var one = row.first;
            var other = row.second;
            if (one != null && other != null) {
                words.ofDurations(row.name, one.medianSeconds, other.medianSeconds)
                        .ifPresent(found::add);
                words.ofPasses(row.name, one.per100, other.per100).ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean isPassed(@Nullable Side side) {
        return side != null && side.per100 > 0;
    }

    private static @Nullable Side side(ProcessFigures.@Nullable Element element, ProcessFigures of) {
        return element == null
                ? null
                : new Side(
                        of.cases() == 0 ? 0 : element.passes() * HUNDRED / of.cases(),
                        element.medianSeconds(),
                        element.p95Seconds());
    }

    private static double share(ProcessFigures.@Nullable End end, ProcessFigures of) {
        return end == null || of.cases() == 0 ? 0 : (double) end.count() / of.cases();
    }

    private static Map<String, ProcessFigures.Element> byId(ProcessFigures figures) {
        return figures.elements().stream()
                .collect(Collectors.toMap(ProcessFigures.Element::elementId, Function.identity()));
    }

    private static Map<String, ProcessFigures.End> ends(ProcessFigures figures) {
        return figures.ends().stream()
                .collect(Collectors.toMap(end -> Objects.requireNonNullElse(end.elementId(), ""), Function.identity()));
    }
}
