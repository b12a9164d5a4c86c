package io.ringback.list;

import io.ringback.audit.AuditTrail;
import io.ringback.hours.HoursSettings;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.NotFound;
import io.ringback.platform.problem.PreconditionFailed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The calling hours of lists. A change counts at once for what is offered: the open callbacks of the list get a new
 * opening before any of them is offered again. Their due times and expiries stay as they are.
 */
@Service
public class HoursOfLists {

    private final JdbcLists lists;
    private final JdbcListHours rows;
    private final StoredHours stored;
    private final HoursRules rules;
    private final OpenCallbacks callbacks;
    private final AuditTrail audit;
    private final Transactions transactions;

    HoursOfLists(
            JdbcLists lists,
            JdbcListHours rows,
            StoredHours stored,
            HoursRules rules,
            OpenCallbacks callbacks,
            AuditTrail audit,
            Transactions transactions) {
        this.lists = lists;
        this.rows = rows;
        this.stored = stored;
        this.rules = rules;
        this.callbacks = callbacks;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @throws NotFound when there is no such list */
    public ListHours get(String listId) {
        return transactions.run(() -> {
            var list = lists.find(listId).orElseThrow(() -> unknown(listId));
            return new ListHours(list, rows.version(listId).orElseThrow(() -> unknown(listId)));
        });
    }

    /**
     * @param settings null for always open
     * @param version the one the change was made on; null when it does not matter
     * @return how many open callbacks get a new opening
     * @throws PreconditionFailed when somebody else has changed the hours since that version
     */
    public int change(String listId, @Nullable HoursSettings settings, @Nullable Long version) {
        return transactions.run(() -> {
            if (!lists.lock(listId)) {
                throw unknown(listId);
            }
            var before = get(listId);
            if (version != null && version != before.version()) {
                throw new PreconditionFailed(
                        "The calling hours were changed by somebody else: expected version %s, but it is %s now. Read them again."
                                .formatted(version, before.version()));
            }
            if (settings != null) {
                rules.check(settings, before.list().region());
            }
            var changes = new HoursChanges(before.hours().settings(), settings);
            if (changes.isEmpty()) {
                return 0;
            }
            rows.write(listId, stored.written(settings));
            audit.record(new ListEvent.HoursChanged(listId, changes).entry());
            return callbacks.lookUpHoursAgain(listId);
        });
    }

    /** The list has another zone or region now, so its hours mean other times. */
    void meaningChanged(CallbackList before, CallbackList after) {
        var same = before.zone().equals(after.zone()) && before.region().equals(after.region());
        if (!same && after.hours().settings() != null) {
            callbacks.lookUpHoursAgain(after.id());
        }
    }

    private static NotFound unknown(String id) {
        return new NotFound("There is no list with the id \"%s\".".formatted(id));
    }
}
