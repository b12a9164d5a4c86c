package io.ringback.load;

import com.sun.management.OperatingSystemMXBean;
import io.ringback.support.StatementLog;
import io.ringback.support.WebSession;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens each page again and again, first to warm it up. */
final class OfficePhase {

    /** Of server and reader together, without the database; says more than the time while others use the machine. */
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final WebSession browser;
    private final StatementLog statements;
    private final int rounds;
    private final int targetMillis;
    private final Rules rules;

    OfficePhase(WebSession browser, StatementLog statements, int rounds, int targetMillis, Rules rules) {
        this.browser = browser;
        this.statements = statements;
        this.rounds = rounds;
        this.targetMillis = targetMillis;
        this.rules = rules;
    }

    void run(List<String> pages) {
        for (var page : pages) {
            var first = new Timings(page + " first");
            first.time(() -> browser.page(page));
            for (int round = 0; round < rounds / 2; round++) {
                browser.page(page);
            }
            measure(page, first);
        }
    }

    private void measure(String page, Timings first) {
        var size = new AtomicInteger();
        var sent = statements.during(() -> size.set(opened(page)));
        var timings = new Timings(page);
        var before = PROCESS.getProcessCpuTime();
        for (int round = 0; round < rounds; round++) {
            timings.time(() -> opened(page));
        }
        var processorMillis = (PROCESS.getProcessCpuTime() - before) / 1e6 / rounds;
        System.out.printf(
                Locale.ROOT,
                "%s   first %.0f ms   processor %.0f ms   %.0f KB   %d statements%n",
                timings.summary(),
                first.medianMillis(),
                processorMillis,
                size.get() / 1_000.0,
                sent.size());
        if (Boolean.getBoolean("statements")) {
            sent.forEach(statement -> System.out.println("      " + statement));
        }
        if (timings.medianMillis() > targetMillis) {
            rules.broken("%s took %.0f ms, expected %d at most".formatted(page, timings.medianMillis(), targetMillis));
        }
    }

    private int opened(String page) {
        var answer = browser.page(page);
        if (answer.status() != 200) {
            rules.broken("%s answered %d".formatted(page, answer.status()));
        }
        return answer.body().length();
    }
}
