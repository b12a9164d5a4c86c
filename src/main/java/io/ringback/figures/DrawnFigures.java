package io.ringback.figures;

import io.ringback.design.DeployedVersions;
import io.ringback.design.TableRule;
import io.ringback.trace.Drawing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was counted of a version of a process, along its drawing. */
record DrawnFigures(Drawing drawing, List<JdbcCounts.Row> rows) {

    private static final double DIGITS = 10_000;

    /** What a case passes; not what is only drawn beside it. */
    private static final Pattern PASSED =
            Pattern.compile("\\w*[tT]ask|\\w+Event|\\w+Gateway|callActivity|\\w*[sS]ubProcess|transaction");

    List<ProcessFigures.Element> elements() {
        var counted = ofKind(Kind.PASS);
        return nodes().map(node -> {
                    var passes = counted.getOrDefault(node.id(), Counted.NONE);
                    return new ProcessFigures.Element(
                            node.id(),
                            node.name(),
                            node.type(),
                            passes.count(),
                            passes.medianSeconds(),
                            passes.p95Seconds());
                })
                .toList();
    }

    List<ProcessFigures.Flow> flows() {
        var counted = ofKind(Kind.FLOW);
        var ways = drawing.flows().stream().collect(Collectors.groupingBy(Drawing.Flow::from));
        return drawing.flows().stream()
                .map(flow -> {
                    var out = Objects.requireNonNull(ways.get(flow.from())); // this one is among them
                    var all = out.stream().mapToLong(way -> count(counted, way)).sum();
                    var passes = count(counted, flow);
                    return new ProcessFigures.Flow(
                            flow.id(),
                            flow.name(),
                            flow.from(),
                            flow.to(),
                            passes,
                            out.size() < 2 || all == 0 ? null : share(passes, all));
                })
                .toList();
    }

    /** The most frequent first. */
    List<ProcessFigures.End> ends() {
        return mostFirst(Kind.END)
                .map(row -> {
                    var drawn = drawing.elements().get(row.name());
                    return new ProcessFigures.End(
                            row.name().isEmpty() ? null : row.name(),
                            drawn == null ? null : drawn.name(),
                            row.counted().count());
                })
                .toList();
    }

    /** The most frequent first. */
    List<ProcessFigures.Rule> rules(DeployedVersions versions) {
        return mostFirst(Kind.RULE)
                .map(row -> {
                    var fired = FiredRule.read(row.name());
                    var table = fired.version() == null
                            ? Stream.<TableRule>empty()
                            : versions.rules(fired.decision(), fired.version()).stream();
                    var rule = table.filter(one -> one.id().equals(fired.ruleId()))
                            .findFirst()
                            .orElse(null);
                    return new ProcessFigures.Rule(
                            fired.decision(),
                            fired.version(),
                            fired.ruleId(),
                            rule == null ? null : rule.number(),
                            rule == null ? null : words(rule),
                            row.counted().count());
                })
                .toList();
    }

    private Stream<Drawing.Element> nodes() {
        return drawing.elements().values().stream()
                .filter(element -> PASSED.matcher(element.type()).matches());
    }

    private static String words(TableRule rule) {
        var description = rule.description();
        return description != null
                ? description
                : "%s → %s".formatted(String.join(", ", rule.inputs()), String.join(", ", rule.outputs()));
    }

    private Stream<JdbcCounts.Row> mostFirst(Kind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .sorted((one, other) ->
                        Long.compare(other.counted().count(), one.counted().count()));
    }

    private Map<String, Counted> ofKind(Kind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .collect(Collectors.toMap(JdbcCounts.Row::name, JdbcCounts.Row::counted));
    }

    private static long count(Map<String, Counted> counted, Drawing.Flow flow) {
        return counted.getOrDefault(flow.id(), Counted.NONE).count();
    }

    /** To four digits after the point. */
    static double share(long part, long all) {
        return Math.round(part * DIGITS / all) / DIGITS;
    }
}
