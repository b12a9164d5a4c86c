package io.ringback.load;

import io.ringback.support.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What was measured, beside what is wanted. */
final class AuditAnswers {

    private final List<String> table = new ArrayList<>();
    private final List<String> raw = new ArrayList<>(List.of("what,count,p50_ms,p95_ms,p99_ms,max_ms,target_ms"));
    private final Rules rules;

    AuditAnswers(Rules rules) {
        this.rules = rules;
        row("what", "p50", "p99", "max", "target", "");
        row("---", "---", "---", "---", "---", "---");
    }

    /**
     * Asks warm, and then again and again.
     *
     * @param targetMillis for the slowest of a hundred; 0 for none
     */
    Timings measured(String name, int rounds, int targetMillis, Supplier<Http.Answer> question) {
        for (int round = 0; round < Math.max(3, rounds / 5); round++) {
            new Timings(name).time(question::get);
        }
        var timings = new Timings(name);
        for (int round = 0; round < rounds; round++) {
            var answer = timings.time(question::get);
            if (!isWhole(answer)) {
                rules.broken("%s answered %d, which broke off or is no success: %.300s"
                        .formatted(name, answer.status(), answer.body()));
                break;
            }
        }
        tell(timings, targetMillis);
        return timings;
    }

    /** What is sent in pieces can break off, whatever its status says. */
    private static boolean isWhole(Http.Answer answer) {
        var type = answer.header("Content-Type");
        return answer.status() / 100 == 2
                && (type == null
                        || !type.startsWith("text/html")
                        || answer.body().stripTrailing().endsWith("</html>"));
    }

    void tell(Timings timings, int targetMillis) {
        raw.add(String.format(
                Locale.ROOT,
                "\"%s\",%d,%.1f,%.1f,%.1f,%.1f,%d",
                timings.name(),
                timings.count(),
                timings.millis(50),
                timings.millis(95),
                timings.millis(99),
                timings.millis(100),
                targetMillis));
        row(
                timings.name(),
                millis(timings.millis(50)),
                millis(timings.millis(99)),
                millis(timings.millis(100)),
                targetMillis == 0 ? "" : "p99 < %d ms".formatted(targetMillis),
                targetMillis == 0 ? "" : met(timings.millis(99) < targetMillis));
    }

    /** Something that is so many a second. */
    void rate(String name, long count, double seconds, double target) {
        var rate = count / seconds;
        raw.add(String.format(Locale.ROOT, "\"%s, of %d in %.1f s\",,,,,,", name, count, seconds));
        row(
                name,
                String.format(Locale.ROOT, "%,.0f /s", rate),
                "",
                String.format(Locale.ROOT, "%,d in %.1f s", count, seconds),
                target == 0 ? "" : String.format(Locale.ROOT, "≥ %,.0f /s", target),
                target == 0 ? "" : met(rate >= target));
    }

    void missing(String name, int status) {
        row(name, "", "", "", "", "answered " + status);
    }

    /** Below {@code target}, where the machine can read them again. */
    void write(Path folder, String heading) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("audit-size.csv"), String.join("\n", raw) + "\n");
            Files.writeString(folder.resolve("audit-size.md"), heading + "\n\n" + String.join("\n", table) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(String... cells) {
        var row = "| " + String.join(" | ", cells) + " |";
        table.add(row);
        System.out.println(row);
    }

    private static String met(boolean met) {
        return met ? "MET" : "**MISSED**";
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }
}
