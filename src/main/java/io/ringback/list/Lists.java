package io.ringback.list;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.AuditTrail;
import io.ringback.platform.Conflict;
import io.ringback.platform.InvalidField;
import io.ringback.platform.NotFound;
import io.ringback.platform.PreconditionFailed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The callback lists and their settings. An archived list is as good as gone, but keeps its id. */
@Service
public class Lists {

    private final JdbcLists rows;
    private final ListRules rules;
    private final HoursOfLists hours;
    private final AuditTrail audit;
    private final Clock clock;

    Lists(JdbcLists rows, ListRules rules, HoursOfLists hours, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.hours = hours;
        this.audit = audit;
        this.clock = clock;
    }

    public List<CallbackList> all() {
        return rows.all();
    }

    public Optional<CallbackList> find(String id) {
        return rows.find(id);
    }

    /** Like {@link #find}, and the list is not archived before the end of the transaction. */
    public Optional<CallbackList> keep(String id) {
        return rows.keep(id);
    }

    /** @throws NotFound when there is no such list */
    public CallbackList get(String id) {
        return rows.find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * @throws InvalidField when a setting cannot be
     * @throws Conflict when the id is taken
     */
    @Transactional
    public CallbackList create(CallbackList list) {
        rules.check(list);
        if (!rows.insert(list, clock.instant())) {
            throw new Conflict("There is, or was, a list with the id \"%s\"; choose another id.".formatted(list.id()));
        }
        audit.record(AuditEntry.ofList("LIST_CREATED", list.id(), null, Map.of()));
        return get(list.id());
    }

    /**
     * Changes the settings of the list; deadlines already set stay as they are.
     *
     * @param list the new settings with the version they were made on
     * @throws PreconditionFailed when somebody else has changed it since that version
     */
    @Transactional
    public CallbackList change(CallbackList list) {
        rules.check(list);
        var before = get(list.id());
        var after = rows.update(list)
                .orElseThrow(() -> new PreconditionFailed(
                        "The list was changed by somebody else: expected version %d, but it is %d now. Read it again."
                                .formatted(list.version(), before.version())));
        audit.record(AuditEntry.ofList("LIST_CHANGED", list.id(), null, ListChanges.between(before, after)));
        hours.meaningChanged(before, after);
        return after;
    }

    /** @throws Conflict while callbacks of the list are open */
    @Transactional
    public void archive(String id) {
        if (!rows.lock(id)) {
            throw unknown(id);
        }
        if (rows.hasOpenCallbacks(id)) {
            throw new Conflict("The list still has open callbacks; it can be archived when they are closed.");
        }
        rows.archive(id, clock.instant());
        audit.record(AuditEntry.ofList("LIST_ARCHIVED", id, null, Map.of()));
    }

    private static NotFound unknown(String id) {
        return new NotFound("There is no list with the id \"%s\".".formatted(id));
    }
}
