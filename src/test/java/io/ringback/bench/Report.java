package io.ringback.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells what a run has found: raw in files, and in words and tables for people. */
final class Report {

    private final List<Result> results;
    private final List<Summary.Line> lines;
    private final Setting setting;

    Report(List<Result> results, Setting setting) {
        this.results = results;
        this.lines = new Summary(results).lines(setting.threads());
        this.setting = setting;
    }

    /** Every time that was taken, and every reading of the processor time. */
    void writeRaw(Path folder) throws IOException {
        List<String> times = new ArrayList<>(List.of("contender,open,round,step,nanos"));
        List<String> cpu = new ArrayList<>(
                List.of("contender,open,round,step,cases,server_ms,compiling_ms,postgres_ms,driver_ms"));
        for (var result : results) {
            var key = "%s,%d,%d,%s".formatted(result.contender(), result.size(), result.round(), result.step());
            for (var nanos : result.nanos()) {
                times.add(key + "," + nanos);
            }
            var spent = result.cpu();
            cpu.add(text(
                    "%s,%d,%.0f,%.0f,%.0f,%.0f",
                    key, result.nanos().length, spent.server(), spent.compiling(), spent.postgres(), spent.driver()));
        }
        Files.write(folder.resolve("times.csv"), times);
        Files.write(folder.resolve("cpu.csv"), cpu);
        Files.write(folder.resolve("setting.json"), setting.json());
        Files.writeString(folder.resolve("benchmark.md"), markdown());
    }

    String markdown() {
        var text = new StringBuilder(setting.sentence()).append("\n\n");
        ratios(text, BareEngine.NAME);
        ratios(text, BareEngine.LEAN);
        flatness()
                .ifPresent(flat -> text.append(text(
                        "From %,d to %,d open callbacks a full case takes %.2f times as much (target %s).\n\n",
                        sizes().get(0), sizes().get(sizes().size() - 1), flat, Target.met(flat, Target.FLAT))));
        figures(text);
        return text.toString();
    }

    private void ratios(StringBuilder text, String other) {
        if (lines.stream().noneMatch(line -> line.contender().equals(other))) {
            return;
        }
        text.append("| processor time of Ringback over HTTP, by that of the ")
                .append(other)
                .append(" |")
                .append(join(sizes(), " %,d open |"))
                .append(" target |\n|---|")
                .append("---|".repeat(sizes().size() + 1))
                .append('\n');
        List<String> steps = new ArrayList<>(List.of(Summary.FULL_CASE));
        steps.addAll(Steps.OF_A_CALLBACK);
        for (var step : steps) {
            var each = new StringBuilder();
            Optional<Double> last = Optional.empty();
            for (var size : sizes()) {
                last = ratio(step, size, other);
                each.append(last.map(ratio -> text(" %.2f |", ratio)).orElse(" |"));
            }
            text.append("| ").append(step).append(" |").append(each).append(' ');
            text.append(
                            other.equals(BareEngine.NAME)
                                    ? last.map(ratio -> Target.of(step, ratio)).orElse("")
                                    : "")
                    .append(" |\n");
        }
        text.append('\n');
    }

    private void figures(StringBuilder text) {
        text.append("| | open | step | server | PostgreSQL | **together** | compiling | driver | p50 | p99 | /s |\n")
                .append("|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (var line : lines) {
            var cpu = line.cpu();
            var times = line.step().equals(Summary.FULL_CASE)
                    ? "| |"
                    : text(
                            "%.1f ms | %.1f ms |",
                            line.times().millis(50), line.times().millis(99));
            text.append(text(
                    "| %s | %,d | %s | %.1f | %.1f | **%.1f** | %.1f | %.1f | %s %.0f |\n",
                    line.contender(),
                    line.size(),
                    line.step(),
                    cpu.server(),
                    cpu.postgres(),
                    cpu.sum(),
                    cpu.compiling(),
                    cpu.driver(),
                    times,
                    line.rate()));
        }
        text.append("\nCPU-ms a case. Rates are of ")
                .append(setting.threads())
                .append(" threads one after the other.\n");
    }

    private Optional<Double> ratio(String step, int size, String other) {
        return ours(step, size)
                .flatMap(ours -> one(line ->
                                line.contender().equals(other) && line.step().equals(step) && line.size() == size)
                        .map(bare -> Summary.ratio(ours, bare)));
    }

    private Optional<Double> flatness() {
        var first = sizes().get(0);
        var last = sizes().get(sizes().size() - 1);
        return first.equals(last)
                ? Optional.empty()
                : ours(Summary.FULL_CASE, last)
                        .flatMap(large -> ours(Summary.FULL_CASE, first).map(small -> Summary.ratio(large, small)));
    }

    private Optional<Summary.Line> ours(String step, int size) {
        return one(line -> line.contender().equals(Ringback.NAME) && line.step().equals(step) && line.size() == size);
    }

    private Optional<Summary.Line> one(Predicate<Summary.Line> wanted) {
        return lines.stream().filter(wanted).findFirst();
    }

    private List<Integer> sizes() {
        return lines.stream().map(Summary.Line::size).distinct().sorted().toList();
    }

    private static String join(List<Integer> values, String format) {
        var all = new StringBuilder();
        values.forEach(value -> all.append(text(format, value)));
        return all.toString();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
