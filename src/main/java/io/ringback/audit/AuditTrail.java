package io.ringback.audit;

import io.ringback.platform.InvalidField;
import io.ringback.platform.PageEnds;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The append-only record of every change: who, what, when, why. A row is written in the transaction of the change it
 * tells about, so that the two cannot disagree. It carries ids and states, never a phone number or a name.
 */
@Component
public class AuditTrail {

    private final JdbcAuditEvents events;
    private final ApplicationEventPublisher listeners;

    AuditTrail(JdbcAuditEvents events, ApplicationEventPublisher listeners) {
        this.events = events;
        this.listeners = listeners;
    }

    /** Records a change by {@link Actor#current()}, and tells those on this node who count changes. */
    public void record(AuditEntry entry) {
        events.add(Actor.current(), entry);
        listeners.publishEvent(entry);
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
            throw PageEnds.notOfThisList();
        }
        var found = events.ofList(listId, joining, after == null ? Long.MAX_VALUE : after, limit + 1);
        var shown = found.stream().limit(limit).toList();
        var next = found.size() > limit ? shown.get(limit - 1).id() : null;
        return new AuditPage(shown.stream().map(JdbcAuditEvents.Numbered::event).toList(), next);
    }
}
