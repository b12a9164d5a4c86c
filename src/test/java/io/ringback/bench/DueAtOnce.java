package io.ringback.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Many timers of the engine that are due in one second: of callbacks whose time comes, then of the same when they are
 * overdue, then when they expire. Meanwhile idle agents are offered what is registered for them.
 */
final class DueAtOnce implements Phase {

    /** Where copies are, of which all are on one list. */
    private static final String LIST = "bench-0";

    private static final Duration TO_MAKE_THEM = Duration.ofMinutes(3);
    private static final Duration BEFORE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_WAVES = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final double MOST_SECONDS = 60;
    private static final double MOST_SECONDS_TO_OFFER = 1;

    private final BenchmarkOptions options;
    private final Bench bench;
    private final List<String> raw = new ArrayList<>(List.of("wave,reading,value"));

    DueAtOnce(BenchmarkOptions options, Bench bench) {
        this.options = options;
        this.bench = bench;
    }

    /** @param drained how long after the first was due none was left; never if negative */
    private record Wave(String name, double drained, Times offers, Watch.Spent spent) {}

    @Override
    public Found run() {
        try (var shift = new Shift("warm", List.of(bench.office()), options.agents())) {
            shift.work(options.warmUp());
        }
        var first = made();
        try (var offers = new Offers(bench.office())) {
            Pace.rest(Duration.between(Instant.now(), first.minus(BEFORE)));
            var before = offers.during(() -> Pace.rest(Duration.between(Instant.now(), first.minusSeconds(1))));
            List<Wave> waves = new ArrayList<>();
            waves.add(drained("their time came", first, offers));
            waves.add(drained("they became overdue", first.plus(BETWEEN_WAVES), offers));
            waves.add(drained("they expired", first.plus(BETWEEN_WAVES.multipliedBy(2)), offers));
            note("before", before);
            return new Found(markdown(before, waves), raw);
        }
    }

    /** Makes all of them, and answers when the first timers are due. */
    private Instant made() {
        var office = bench.office();
        office.list(LIST, "PT10H");
        office.list(CopiedRow.LIST, "PT10H");
        var first = Instant.now().plus(TO_MAKE_THEM).truncatedTo(ChronoUnit.SECONDS);
        var original = office.register(
                CopiedRow.LIST,
                Map.of(
                        "phoneNumber", "+" + CopiedRow.NUMBER,
                        "notBefore", first.toString(),
                        "dueAt", first.plus(BETWEEN_WAVES).toString(),
                        "expiresAt", first.plus(BETWEEN_WAVES.multipliedBy(2)).toString()));
        try (var copies = bench.copies(1)) {
            copies.keepTimes();
            copies.learnCallback(original.get("id").asText());
            copies.make(options.phases().timers() - 1);
        }
        if (Instant.now().isAfter(first.minus(BEFORE))) {
            throw new IllegalStateException("the copies were not made within " + TO_MAKE_THEM);
        }
        Said.line(
                "%,d callbacks are there, their timers are due from %s on",
                options.phases().timers(), first);
        return first;
    }

    private Wave drained(String name, Instant due, Offers offers) {
        Pace.rest(Duration.between(Instant.now(), due.minusMillis(500)));
        var waiting = left(due);
        if (waiting != options.phases().timers()) {
            throw new IllegalStateException("%d timers were to be due, there are %d"
                    .formatted(options.phases().timers(), waiting));
        }
        var watch = bench.watch();
        var drained = new double[] {-1};
        var times = offers.during(() -> drained[0] = awaitNoneLeft(name, due));
        var wave = new Wave(name, drained[0], times, watch.look());
        note(name, times);
        Said.line(
                "%s: drained after %.1f s; %s",
                name, wave.drained(), wave.spent().sentence());
        return wave;
    }

    private double awaitNoneLeft(String name, Instant due) {
        var giveUp = due.plus(BETWEEN_WAVES).minusSeconds(2);
        while (Instant.now().isBefore(giveUp)) {
            var left = left(due);
            var after = Duration.between(due, Instant.now()).toMillis() / 1e3;
            raw.add("%s,left after %s s,%d".formatted(name, after, left));
            if (left == 0) {
                return after;
            }
            Pace.rest(BETWEEN_LOOKS);
        }
        return -1;
    }

    /** Of the timers that are due in this second. The engine's times are UTC without a zone. */
    private int left(Instant due) {
        return bench.jdbc()
                .sql("""
                        SELECT count(*) FROM public.act_ru_job
                        WHERE duedate_ >= ?::timestamptz AT TIME ZONE 'UTC'
                          AND duedate_ < ?::timestamptz AT TIME ZONE 'UTC' + interval '1 second'""")
                .param(due.toString())
                .param(due.toString())
                .query(Integer.class)
                .single();
    }

    private void note(String wave, Times times) {
        times.raw().forEach(line -> raw.add(wave + "," + line));
    }

    private String markdown(Times before, List<Wave> waves) {
        var timers = options.phases().timers();
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d callbacks of a list without agents, copies of one, each with three timers; all of a kind are due at the same moment. "
                        + "Beside them %d idle agents, for each of whom a callback is registered %s ms after the last was done. %s%n%n"
                        + "| %1$,d timers due in one second | drained after | target | CPU-ms each | registered → offered | p50 | p99 | max | times | max, target |%n"
                        + "|---|---|---|---|---|---|---|---|---|---|%n",
                timers,
                Offers.AGENTS,
                Offers.BETWEEN.toMillis(),
                ended()));
        text.append("| none | | | | | %s |%n".formatted(before.cells(Offers.OFFERED)));
        for (var wave : waves) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %.1f | | %s %s |%n",
                    wave.name(),
                    wave.drained() < 0 ? "never" : String.format(Locale.ROOT, "**%.1f s**", wave.drained()),
                    Target.met(wave.drained() < 0 ? Double.MAX_VALUE : wave.drained(), MOST_SECONDS),
                    wave.spent().cpu().sum() / timers,
                    wave.offers().cells(Offers.OFFERED),
                    offered(wave.offers())));
        }
        return text.toString();
    }

    private static String offered(Times offers) {
        return offers.count(Offers.OFFERED) == 0
                ? "**missed**"
                : Target.met(offers.of(Offers.OFFERED).millis(100) / 1e3, MOST_SECONDS_TO_OFFER);
    }

    private String ended() {
        var expired = bench.jdbc()
                .sql("SELECT count(*) FROM ringback.callback WHERE list_id = ANY (ARRAY[?, ?]) AND status = 'EXPIRED'")
                .param(LIST)
                .param(CopiedRow.LIST)
                .query(Integer.class)
                .single();
        return "In the end %,d of them had expired.".formatted(expired);
    }
}
