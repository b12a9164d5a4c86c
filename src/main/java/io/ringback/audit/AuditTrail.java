package io.ringback.audit;

import io.ringback.platform.input.PageCursors;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The append-only record of every change: who, what, when, why. A row is written in the transaction of the change it
 * tells about, so that the two cannot disagree. It carries ids and states, never a phone number or a name.
 */
@Component
public class AuditTrail {

    /** What was decided about a callback without anything else being changed. */
    public static final String DECIDED = "DECIDED";

    private final JdbcAuditEvents events;
    private final Clock clock;

    AuditTrail(JdbcAuditEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Records a change by {@link Actor#current()}. */
    public void record(AuditEntry entry) {
        events.add(new PastEntry(clock.instant(), Actor.current(), PendingFacts.with(entry)));
    }

    /** Records changes by {@link Actor#current()} in this order, however many. */
    public void record(List<AuditEntry> entries) {
        var now = clock.instant();
        var actor = Actor.current();
        recordPast(entries.stream()
                .map(entry -> new PastEntry(now, actor, PendingFacts.with(entry)))
                .toList());
    }

    /**
     * Keeps what the next change of a callback is decided from, until that is recorded: so it costs no statement of its own.
     * If nothing of the callback is recorded before the transaction ends, an entry of its own says that there was a decision.
     *
     * @param name of what it is about; several values under one name make a list
     */
    public void decided(UUID callbackId, String name, Object value) {
        PendingFacts.keep(callbackId, name, value, DECIDED, this::record);
    }

    /** Records in this order what others did before. */
    public void recordPast(List<PastEntry> entries) {
        if (!entries.isEmpty()) {
            events.add(entries);
        }
    }

    /** Everything recorded about a callback but who looked at it, oldest first. */
    public List<AuditEvent> ofCallback(UUID callbackId) {
        return events.ofCallback(callbackId);
    }

    /** Who has looked at a callback, newest first. */
    public List<AuditEvent> looksAt(UUID callbackId, int limit) {
        return events.looksAt(callbackId, limit);
    }

    /** {@link #ofCallback} of several; nothing of those about which nothing is recorded. */
    public Map<UUID, List<AuditEvent>> ofCallbacks(Collection<UUID> callbackIds) {
        return events.ofCallbacks(callbackIds);
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
