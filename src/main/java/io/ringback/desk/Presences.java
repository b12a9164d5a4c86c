package io.ringback.desk;

import io.ringback.platform.database.DeskNews;
import io.ringback.platform.database.DeskSignal;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.presence.SignsOfLife;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Which open page is an agent's desk, and when it was last heard of. The row decides, on whichever node it is asked: the
 * desk opened last is the agent's, and a late answer of an earlier one changes nothing.
 */
@Service
class Presences {

    private final JdbcPresences rows;
    private final SignsOfLife signs;
    private final DeskSignal signal;
    private final Transactions transactions;
    private final Clock clock;

    Presences(JdbcPresences rows, SignsOfLife signs, DeskSignal signal, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.signs = signs;
        this.signal = signal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** This page becomes the agent's desk, and takes over from any other; every node is told. */
    void takeOver(String agentId, UUID deskId) {
        transactions.execute(() -> {
            rows.takeOver(agentId, deskId, clock.instant());
            signal.changed(agentId);
        });
    }

    /** A page has opened its stream, which is a sign of life unless another page is the agent's desk. */
    void pageOpened(String agentId, UUID deskId) {
        rows.noteUnlessAnothers(agentId, deskId, clock.instant());
    }

    /** A program of the agent has opened a stream, which takes over from nobody. */
    void programOpened(String agentId) {
        rows.addProgram(agentId, clock.instant());
    }

    /**
     * The desk has answered a heartbeat; it becomes the agent's when no page is.
     *
     * @throws Conflict when another desk has taken over
     */
    void answered(String agentId, UUID deskId) {
        var answer = transactions.run(() -> {
            var taken = rows.takeIfFree(agentId, deskId, clock.instant());
            taken.filter(anew -> anew).ifPresent(anew -> signal.changed(agentId));
            return taken;
        });
        if (answer.isEmpty()) {
            throw new Conflict("Expected this desk to be the agent's, but it has been opened elsewhere since.");
        }
    }

    /** The programs of these agents take what they are sent. */
    void seen(Collection<String> agentIds) {
        if (!agentIds.isEmpty()) {
            rows.seen(agentIds, clock.instant());
        }
    }

    /** The agent has signed out: no page is the agent's desk until one opens its stream again; every node is told. */
    void signedOut(String agentId) {
        transactions.execute(() -> {
            rows.free(agentId);
            signs.left(agentId);
            signal.tell(DeskNews.Kind.SIGNED_OUT, agentId);
            signal.changed(agentId);
        });
    }

    /** The page that is the agent's desk. */
    Optional<UUID> deskOf(String agentId) {
        return rows.deskOf(agentId);
    }
}
