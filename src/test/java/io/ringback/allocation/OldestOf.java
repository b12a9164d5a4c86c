package io.ringback.allocation;

import io.ringback.platform.database.Transactions;
import io.ringback.reception.Agents;
import java.time.Clock;
import org.springframework.context.ApplicationContext;

/** Asks for what an agent is given next, as allocation does, and gives nothing: to measure how long that takes. */
public final class OldestOf {

    private OldestOf() {}

    public static Runnable agent(String agentId, ApplicationContext server) {
        var candidates = server.getBean(JdbcCandidates.class);
        var agents = server.getBean(Agents.class);
        var clock = server.getBean(Clock.class);
        var transactions = server.getBean(Transactions.class);
        return () -> transactions.execute(() -> {
            agents.lock(agentId);
            candidates.oldest(agentId, clock.instant(), 1);
        });
    }
}
