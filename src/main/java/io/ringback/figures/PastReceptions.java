package io.ringback.figures;

import io.ringback.account.Accounts;
import io.ringback.platform.input.PageCursors;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The receptions of agents, also of those who are agents no more. */
@Service
public class PastReceptions {

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcPastReceptions rows;
    private final Accounts accounts;
    private final Clock clock;

    PastReceptions(JdbcPastReceptions rows, Accounts accounts, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param next what to name as {@code after} to read on; null on the last page */
    public record Page(List<PastReception> items, @Nullable String next) {}

    /** @param receiving all of them together, until now for one that goes on */
    public record Ended(long count, Duration receiving) {}

    /**
     * Those that began in this time, the latest first.
     *
     * @param from null for all before the end
     * @param to null for all until now
     * @param after the last one of the page before; null for the first page
     * @throws NotFound when there is no such account
     * @throws InvalidField when the time ends before it begins, or no page can have ended there
     */
    public Page page(String agentId, @Nullable Instant from, @Nullable Instant to, @Nullable Long after, int limit) {
        require(agentId);
        var period = Period.checked(from, to);
        var beforeAt = after == null ? END : rows.begun(agentId, after).orElseThrow(PageCursors::notOfThisList);
        var before = after == null ? Long.MAX_VALUE : after;
        var found = rows.page(agentId, period.from(), period.to(), beforeAt, before, limit + 1);
        var shown = found.stream().limit(limit).toList();
        return new Page(
                shown, found.size() > limit ? shown.get(shown.size() - 1).id() : null);
    }

    /**
     * Of those that began in the period, by the reason of their end; the empty one is of those that go on.
     *
     * @throws NotFound when there is no such account
     */
    public Map<String, Ended> ends(String agentId, Period period) {
        require(agentId);
        return rows.ends(agentId, period.from(), period.to(), clock.instant());
    }

    private void require(String agentId) {
        if (accounts.find(agentId).isEmpty()) {
            throw new NotFound("There is no agent with this id.");
        }
    }
}
