package io.ringback.audit;

import io.ringback.platform.input.PageCursors;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The append-only record of every change: who, what, when, why. A row is written in the transaction of the change it
 * tells about, so that the two cannot disagree. It carries ids and states, never a phone number or a name.
 */
@Component
public class AuditTrail {

    private final JdbcAuditEvents events;
    private final Clock clock;

    AuditTrail(JdbcAuditEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Records a change by {@link Actor#current()}. */
    public void record(AuditEntry entry) {
        events.add(new PastEntry(clock.instant(), Actor.current(), entry));
    }

    /** Records changes by {@link Actor#current()} in this order, however many. */
    public void record(List<AuditEntry> entries) {
        var now = clock.instant();
        var actor = Actor.current();
        recordPast(
                entries.stream().map(entry -> new PastEntry(now, actor, entry)).toList());
    }

    /** Records in this order what others did before. */
    public void recordPast(List<PastEntry> entries) {
        if (!entries.isEmpty()) {
            events.add(entries);
        }
    }

    /** Everything recorded about a callback, oldest first. */
    public List<AuditEvent> ofCallback(UUID callbackId) {
        return events.ofCallback(callbackId);
    }

    /**
     * What was recorded about a list itself, its callbacks left aside: settings, access, who joined. Newest first.
     *
     * @param joining whether agents who joined and unjoined are told of, too
     * @param after where the page before has ended; null for the first one
     * @throws InvalidField when no page of this list's can have ended there
     */
    public AuditPage ofList(String listId, boolean joining, @Nullable Long after, int limit) {
        if (after != null && !events.isOfList(listId, after)) {
            throw PageCursors.notOfThisList();
        }
        var found = events.ofList(listId, joining, after == null ? Long.MAX_VALUE : after, limit + 1);
        var shown = found.stream().limit(limit).toList();
        var next = found.size() > limit ? shown.get(limit - 1).id() : null;
        return new AuditPage(shown.stream().map(JdbcAuditEvents.Numbered::event).toList(), next);
    }
}
