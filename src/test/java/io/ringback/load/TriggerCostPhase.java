package io.ringback.load;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What noting the changes costs whoever opens callbacks: with and without it in turn, in bulk and one by one. */
final class TriggerCostPhase {

    private static final int FIRST = 200_000_000;
    private static final int IN_BULK = 5_000;
    private static final int ONE_BY_ONE = 200;
    private static final int TURNS = 10;

    private final JdbcClient jdbc;
    private final JdbcClient owner;
    private final int lists;
    private final Rules rules;
    private int next = FIRST;

    TriggerCostPhase(JdbcClient jdbc, JdbcClient owner, int lists, Rules rules) {
        this.jdbc = jdbc;
        this.owner = owner;
        this.lists = lists;
        this.rules = rules;
    }

    void run() {
        System.out.println("what noting the changes costs");
        var bulk = List.of(new Timings("5,000 opened at once, noted"), new Timings("5,000 opened at once, not noted"));
        var single = List.of(new Timings("one opened, noted"), new Timings("one opened, not noted"));
        for (int turn = 0; turn < 2 * TURNS; turn++) {
            var which = turn % 2;
            owner.sql("ALTER TABLE ringback.callback %s TRIGGER callback_opened"
                            .formatted(which == 0 ? "ENABLE" : "DISABLE"))
                    .update();
            bulk.get(which).time(() -> open(IN_BULK));
            for (int one = 0; one < ONE_BY_ONE; one++) {
                single.get(which).time(() -> open(1));
            }
        }
        List.of(bulk, single).forEach(TriggerCostPhase::print);
        mend();
    }

    private int open(int count) {
        var opened = NumbersGiven.open(jdbc, lists, next, count);
        next += count;
        return opened;
    }

    private static void print(List<Timings> timings) {
        timings.forEach(one -> System.out.println(one.summary()));
        System.out.printf(
                "  ratio of the medians: %.2f%n",
                timings.get(0).medianMillis() / timings.get(1).medianMillis());
    }

    private void mend() {
        owner.sql("ALTER TABLE ringback.callback ENABLE TRIGGER callback_opened")
                .update();
        var rebuild = new Timings("rebuild of all tallies");
        rebuild.time(() -> {
            jdbc.sql("SELECT ringback.rebuild_list_tally()").query(row -> {});
            return true;
        });
        System.out.println(rebuild.summary());
        long wrong = jdbc.sql("SELECT count(*) FROM ringback.list_tally_error")
                .query(Long.class)
                .single();
        if (wrong > 0) {
            rules.broken("%d lists are wrong after the rebuild".formatted(wrong));
        }
    }
}
