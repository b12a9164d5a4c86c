package io.ringback.callback;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.AuditTrail;
import io.ringback.platform.DeskSignal;
import io.ringback.platform.InvalidField;
import io.ringback.platform.NotFound;
import io.ringback.platform.PageEnds;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The callbacks and their changes. Whoever changes one has locked it first ({@link #lock}), and the agent who holds it
 * before that.
 */
@Service
public class Callbacks {

    private static final int RELATED_SHOWN = 50;

    private final JdbcCallbacks rows;
    private final JdbcCallbackPages pages;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final DeskSignal desks;
    private final Clock clock;

    Callbacks(
            JdbcCallbacks rows,
            JdbcCallbackPages pages,
            AuditTrail audit,
            ApplicationEventPublisher events,
            DeskSignal desks,
            Clock clock) {
        this.rows = rows;
        this.pages = pages;
        this.audit = audit;
        this.events = events;
        this.desks = desks;
        this.clock = clock;
    }

    /** Adds a new callback; false when its number has an open one on the list, or its use of the external id is known. */
    public boolean add(Callback callback) {
        if (!rows.insert(callback)) {
            return false;
        }
        var main = callback.mainCallbackId();
        record(
                null,
                callback,
                Change.of(main == null ? "REQUESTED" : "MERGED")
                        .with(main == null ? Map.of() : Map.of("mainCallbackId", main.toString())));
        return true;
    }

    public Optional<Callback> find(UUID id) {
        return rows.find(id);
    }

    /** @throws NotFound when there is no such callback */
    public Callback get(UUID id) {
        return rows.find(id).orElseThrow(() -> unknown(id));
    }

    /** @throws NotFound when there is no such callback */
    public Callback lock(UUID id) {
        return rows.lock(id).orElseThrow(() -> unknown(id));
    }

    public Optional<Callback> lockHeldBy(String agentId) {
        return rows.lockHeldBy(agentId);
    }

    public Optional<Callback> heldBy(String agentId) {
        return rows.heldBy(agentId);
    }

    /** The open callback that further requests of the number on the list are merged into, locked. */
    public Optional<Callback> lockMain(String listId, String phoneNumber) {
        return rows.lockMain(listId, phoneNumber);
    }

    /** The last one that came with this external id. */
    public Optional<Callback> lastByExternalId(Source source, String externalId) {
        return rows.lastByExternalId(source, externalId);
    }

    /** Open callbacks of a number, on one list or all of them. */
    public List<UUID> openOf(String phoneNumber, @Nullable String listId) {
        return rows.openOf(phoneNumber, listId);
    }

    /** Other callbacks of the same number on the same list, the newest 50 of them, oldest first. */
    public List<RelatedCallback> relatedTo(Callback callback) {
        return rows.relatedTo(callback, RELATED_SHOWN);
    }

    /**
     * Those that the filter lets through, beginning after one of them.
     *
     * @param after the last one of the page before; null for the first page
     * @throws InvalidField when no page with this filter can have ended with it
     */
    public List<Callback> page(CallbackFilter filter, CallbackOrder order, @Nullable UUID after, int limit) {
        if (after != null && find(after).filter(filter::mayHaveHeld).isEmpty()) {
            throw PageEnds.notOfThisList();
        }
        return pages.page(filter, order, after, limit, clock.instant());
    }

    /** Ties the callback to its process instance. */
    public Callback bind(UUID id, String processInstanceId) {
        return rows.bind(id, processInstanceId).orElseThrow(() -> unknown(id));
    }

    /** Ties it from its process instance, which cannot be ended. */
    void unbind(UUID id) {
        rows.unbind(id);
    }

    /** Writes a change and what follows from it: the audit row, the word to the desks, the wake-up of idle agents. */
    public Callback save(Callback before, Callback after, Change change) {
        if (!after.equals(before)) {
            rows.update(after, clock.instant());
        }
        record(before, after, change);
        return after;
    }

    /** Writes a draft, which is nobody's business but the agent's. */
    public void saveDraft(Callback callback) {
        rows.update(callback, clock.instant());
    }

    private void record(@Nullable Callback before, Callback after, Change change) {
        audit.record(new AuditEntry(
                change.type(),
                after.id(),
                after.listId(),
                agentOf(before, after),
                before == null ? null : before.status().name(),
                after.status().name(),
                change.reason(),
                change.details()));
        tellDesk(before);
        tellDesk(after);
        var wasWaiting = before != null && before.status() == CallbackStatus.WAITING && !before.isSetAside();
        if (after.status() == CallbackStatus.WAITING && !after.isSetAside() && !wasWaiting) {
            events.publishEvent(new CallbackBecameEligible(after.listId()));
        }
    }

    private void tellDesk(@Nullable Callback callback) {
        if (callback != null && callback.holding() != null) {
            desks.changed(callback.holding().agentId());
        }
    }

    private static @Nullable String agentOf(@Nullable Callback before, Callback after) {
        if (after.holding() != null) {
            return after.holding().agentId();
        }
        return before == null || before.holding() == null
                ? null
                : before.holding().agentId();
    }

    private static NotFound unknown(UUID id) {
        return new NotFound("There is no callback with the id \"%s\".".formatted(id));
    }
}
