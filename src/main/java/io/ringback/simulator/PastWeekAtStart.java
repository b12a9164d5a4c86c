package io.ringback.simulator;

import io.ringback.account.DemoAccounts;
import io.ringback.audit.AuditTrail;
import io.ringback.audit.PastEntry;
import io.ringback.platform.database.DatabaseMode;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.run.StartupStep;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives an embedded database that nobody has used yet a week of past days, so that charts and tables show something. */
@Component
@WithSimulator
@Order(DemoAccounts.ORDER + 2)
class PastWeekAtStart implements StartupStep {

    private static final Logger log = LoggerFactory.getLogger(PastWeekAtStart.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    private final DatabaseMode mode;
    private final SimulatorProperties settings;
    private final JdbcPastWeek rows;
    private final JdbcSimulated simulated;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    PastWeekAtStart(
            DatabaseMode mode,
            SimulatorProperties settings,
            JdbcPastWeek rows,
            JdbcSimulated simulated,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.mode = mode;
        this.settings = settings;
        this.rows = rows;
        this.simulated = simulated;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void run() {
        if (mode.isEmbedded() && settings.pastWeek() && rows.isUntouched()) {
            var lists = rows.lists();
            if (!lists.isEmpty()) {
                make(lists);
            }
        }
    }

    private void make(List<String> lists) {
        var now = clock.instant();
        var cases = new PastWeek(new Random(now.getEpochSecond()), ZONE, lists).until(now);
        transactions.execute(() -> {
            rows.addAgents(PastWeek.AGENTS);
            rows.addCallbacks(cases);
            rows.addAttempts(cases);
            trail.recordPast(cases.stream()
                    .flatMap(one -> one.events.stream().map(event -> event.entry(one)))
                    .sorted(Comparator.comparing(PastEntry::at))
                    .toList());
            rows.forgetNews();
            simulated.recount();
        });
        log.info("Made up {} callbacks of the past seven days, all marked as simulated", cases.size());
    }
}
