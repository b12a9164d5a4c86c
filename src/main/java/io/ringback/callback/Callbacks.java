package io.ringback.callback;

import io.ringback.audit.AuditTrail;
import io.ringback.list.OpenCallbacks;
import io.ringback.platform.database.DeskSignal;
import io.ringback.platform.input.PageCursors;
import io.ringback.platform.problem.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The callbacks and their changes: the one door by which a row of theirs is changed. What
 * an agent has entered for one and not saved is kept as it leaves their hands, however it does. Whoever changes one has locked it first ({@link #lock}), and the agent who holds it
 * before that.
 */
@Service
public class Callbacks implements OpenCallbacks {

    static final int RELATED_SHOWN = 50;

    private final JdbcCallbacks rows;
    private final JdbcCallbackPages pages;
    private final JdbcRelatedCallbacks related;
    private final JdbcLeftDrafts drafts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final DeskSignal desks;
    private final Clock clock;

    Callbacks(
            JdbcCallbacks rows,
            JdbcCallbackPages pages,
            JdbcRelatedCallbacks related,
            JdbcLeftDrafts drafts,
            AuditTrail audit,
            ApplicationEventPublisher events,
            DeskSignal desks,
            Clock clock) {
        this.rows = rows;
        this.pages = pages;
        this.related = related;
        this.drafts = drafts;
        this.audit = audit;
        this.events = events;
        this.desks = desks;
        this.clock = clock;
    }

    /** Adds a new callback; false when its number has an open one on the list, or its use of the external id is known. */
    public boolean add(Change change) {
        var added = rows.insert(change.after());
        if (added) {
            follow(change);
        }
        return added;
    }

    public Optional<Callback> find(UUID id) {
        return rows.find(id);
    }

    /** These, in this order; those that there are not are left out. */
    public List<Callback> all(List<UUID> ids) {
        return pages.all(ids);
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

    /** The callback of this very allocation, locked; empty when the agent does not have it in hand any more. */
    public Optional<Callback> lockHeldBy(String agentId, UUID allocationId) {
        return rows.lockHeldBy(agentId).filter(held -> held.isHeldBy(agentId, allocationId));
    }

    public Optional<Callback> heldBy(String agentId) {
        return rows.heldBy(agentId);
    }

    /** The open callback that further requests of the number on the list are merged into, locked. */
    public Optional<Callback> lockMain(String listId, String phoneNumber) {
        return rows.lockMain(listId, phoneNumber);
    }

    /**
     * Locks a callback that is to go to another list, and the open one of its number there, in the order of their ids, as
     * everybody does who needs several.
     *
     * @throws NotFound when there is no such callback
     * @throws PessimisticLockingFailureException when another one has become the open one meanwhile
     */
    public MovingCallback lockForMove(UUID id, String listId) {
        var number = get(id).request().numberToCall();
        var main = rows.main(listId, number).filter(other -> !other.equals(id));
        if (main.isPresent() && JdbcCallbacks.ORDER.compare(main.get(), id) < 0) {
            lock(main.get());
        }
        var moved = lock(id);
        var into = rows.lockMain(listId, number).filter(other -> !other.id().equals(id));
        if (!into.map(Callback::id).equals(main)) {
            throw new CannotAcquireLockException("the open callback of the number changed meanwhile");
        }
        return new MovingCallback(moved, into);
    }

    /**
     * @param moved the one that is to go to another list, locked
     * @param main the open one of its number there, locked
     */
    public record MovingCallback(Callback moved, Optional<Callback> main) {}

    /** Whether it was asked for on this list, wherever it is by now. */
    public boolean wasAskedForOn(Callback callback, String listId) {
        return callback.listId().equals(listId) || rows.wasAskedForOn(callback.id(), listId);
    }

    /** The last one that came with this external id. */
    public Optional<Callback> lastByExternalId(Source source, String externalId) {
        return rows.lastByExternalId(source, externalId);
    }

    /** Open callbacks of a number, on one list or all of them. */
    public List<UUID> openOf(String phoneNumber, @Nullable String listId) {
        return rows.openOf(phoneNumber, listId);
    }

    /** What agents had entered for it and not saved when it left their hands, oldest first. */
    public List<LeftDraft> leftUnsaved(Callback callback) {
        return callback.remarked() ? drafts.of(callback.id()) : List.of();
    }

    /** Other callbacks of the same number on the same list, the newest 50 of them, oldest first. */
    public List<RelatedCallback> relatedTo(Callback callback) {
        if (callback.isForgotten()) {
            var main = callback.mainCallbackId();
            return related.mergedWith(main == null ? callback.id() : main, callback.id(), RELATED_SHOWN);
        }
        return related.relatedTo(callback, RELATED_SHOWN);
    }

    /**
     * Forgets who the callers of closed callbacks were, as far as the callbacks themselves say it. Joins the caller's
     * transaction, which forgets the rest.
     *
     * @return those that this was done with; not those that are open, or were forgotten before
     */
    public List<UUID> forget(List<UUID> ids, CallbackEvent.Forgotten why) {
        var forgotten = rows.forget(ids, clock.instant());
        var changes =
                forgotten.stream().map(callback -> callback.to(callback, why)).toList();
        audit.record(
                changes.stream().map(Change::entry).flatMap(Optional::stream).toList());
        changes.forEach(events::publishEvent);
        return forgotten.stream().map(Callback::id).toList();
    }

    /**
     * Those that the filter lets through, beginning after one of them.
     *
     * @param after the last one of the page before; null for the first page
     * @throws InvalidField when no page with this filter can have ended with it
     */
    public List<Callback> page(CallbackFilter filter, CallbackOrder order, @Nullable UUID after, int limit) {
        if (after != null && find(after).filter(filter::mayHaveHeld).isEmpty()) {
            throw PageCursors.notOfThisList();
        }
        return pages.page(filter, order, after, limit, clock.instant());
    }

    /**
     * Ties the callback to its process instance.
     *
     * @param offering {@code NOT_YET} where that has to offer it before agents are given it
     */
    public Callback bind(UUID id, String processInstanceId, Offering offering) {
        return rows.bind(id, processInstanceId, offering).orElseThrow(() -> unknown(id));
    }

    /** Ties it from its process instance, which cannot be ended, or which did not come to be. */
    void unbind(UUID id) {
        rows.unbind(id);
    }

    /** Writes a change and what follows from it: the audit row, the word to the desks and to whoever listens. */
    public Callback save(Change change) {
        var now = clock.instant();
        var left = change.left(now);
        var after = left.isPresent() ? CallbackCopy.remarked(change.after()) : change.after();
        if (change.changesRow()) {
            write(after, now);
        }
        left.ifPresent(draft -> drafts.keep(after.id(), draft));
        follow(change);
        return after;
    }

    /** On another list, a request may have come in for the same number at the same moment. */
    private void write(Callback callback, Instant now) {
        try {
            rows.update(callback, now);
        } catch (DuplicateKeyException e) {
            throw new CannotAcquireLockException("another callback of the number has become the open one", e);
        }
    }

    /** Wakes idle agents after commit: the callback may be theirs. */
    public void offer(Callback callback) {
        events.publishEvent(new CallbackOffered(callback.id()));
    }

    /** Like {@link #save}, for many at once of which only where they stand in line has changed, none of them in hand. */
    public void saveLines(List<Change> changes) {
        if (!changes.isEmpty()) {
            rows.updateLines(changes.stream().map(Change::after).toList());
            var told = changes.stream().filter(Change::isTold).toList();
            audit.record(
                    told.stream().map(Change::entry).flatMap(Optional::stream).toList());
            told.forEach(events::publishEvent);
        }
    }

    @Override
    public int lookUpHoursAgain(String listId) {
        return rows.lookUpHoursAgain(listId);
    }

    private void follow(Change change) {
        change.entry().ifPresent(entry -> {
            audit.record(entry);
            change.desks().forEach(desks::changed);
            events.publishEvent(change);
        });
    }

    private static NotFound unknown(UUID id) {
        return new NotFound("There is no callback with the id \"%s\".".formatted(id));
    }
}
