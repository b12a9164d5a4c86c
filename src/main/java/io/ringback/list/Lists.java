package io.ringback.list;

import io.ringback.audit.AuditPage;
import io.ringback.audit.AuditTrail;
import io.ringback.hours.CallingHours;
import io.ringback.platform.database.DeskSignal;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.NotFound;
import io.ringback.platform.problem.PreconditionFailed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The callback lists and their settings. An archived list is as good as gone, but keeps its id. */
@Service
public class Lists {

    private final JdbcLists rows;
    private final ListRules rules;
    private final JdbcProcessAttributes attributes;
    private final HoursOfLists hours;
    private final AuditTrail audit;
    private final JdbcListAgents agents;
    private final DeskSignal desks;
    private final Clock clock;
    private final Transactions transactions;

    Lists(
            JdbcLists rows,
            ListRules rules,
            JdbcProcessAttributes attributes,
            HoursOfLists hours,
            AuditTrail audit,
            JdbcListAgents agents,
            DeskSignal desks,
            Clock clock,
            Transactions transactions) {
        this.rows = rows;
        this.rules = rules;
        this.attributes = attributes;
        this.hours = hours;
        this.audit = audit;
        this.agents = agents;
        this.desks = desks;
        this.clock = clock;
        this.transactions = transactions;
    }

    public List<CallbackList> all() {
        return rows.all();
    }

    /** The last archived first. */
    public List<ArchivedList> archived() {
        return rows.archived();
    }

    /** The archived ones behind the others. */
    public List<CallbackList> everyOne() {
        return Stream.concat(all().stream(), archived().stream().map(ArchivedList::list))
                .toList();
    }

    /** What they are called, by their ids, the archived ones included. */
    public Map<String, String> names() {
        return everyOne().stream()
                .collect(Collectors.toMap(CallbackList::id, CallbackList::name, (one, archivedMeanwhile) -> one));
    }

    public Optional<ArchivedList> archived(String id) {
        return rows.archived(id);
    }

    public Optional<CallbackList> find(String id) {
        return rows.find(id);
    }

    /** Like {@link #find}, and the list is not archived before the end of the transaction. */
    public Optional<CallbackList> findForShare(String id) {
        return rows.findForShare(id);
    }

    /**
     * As the transaction has read it last, and else as it is: for what need not follow a change of this very moment, as the
     * times of a callback have to.
     *
     * @throws NotFound when there is no such list
     */
    public CallbackList seen(String id) {
        return findSeen(id).orElseThrow(() -> unknown(id));
    }

    /** Like {@link #seen}. */
    public Optional<CallbackList> findSeen(String id) {
        return rows.seen(id).or(() -> rows.find(id));
    }

    /** @throws NotFound when there is no such list */
    public CallbackList get(String id) {
        return rows.find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * The list that these settings would make, with the calling hours of the list that has its id. Nothing is stored.
     *
     * @throws InvalidField when a setting cannot be
     */
    public CallbackList proposed(CallbackList settings) {
        rules.check(settings);
        return rows.find(settings.id())
                .map(list -> list.hours().settings())
                .map(hours -> settings.open(CallingHours.of(hours, settings.zone(), settings.region())))
                .orElse(settings);
    }

    /** The names of attributes that some list lets, or has let, processes and decisions read. */
    public Set<String> processAttributes() {
        return attributes.all();
    }

    /** Whether it is among {@link #processAttributes()}. */
    public boolean isProcessAttribute(String name) {
        return attributes.has(name);
    }

    /** How many callbacks of the list are open that were asked for before this time, and keep the deadlines of then. */
    public long openCallbacksBefore(String id, Instant time) {
        return rows.openCallbacksBefore(id, time);
    }

    /** What was recorded about the list, also of an archived one; see {@link AuditTrail#ofList}. */
    public AuditPage history(String id, boolean joining, @Nullable Long after, int limit) {
        if (rows.find(id).isEmpty() && rows.archived(id).isEmpty()) {
            throw unknown(id);
        }
        return audit.ofList(id, joining, after, limit);
    }

    /**
     * @throws InvalidField when a setting cannot be
     * @throws Conflict when the id is taken
     */
    public CallbackList create(CallbackList list) {
        return transactions.run(() -> {
            rules.check(list);
            if (!rows.insert(list, clock.instant())) {
                throw new Conflict(
                        "There is, or was, a list with the id \"%s\"; choose another id.".formatted(list.id()));
            }
            attributes.add(list.policy().processAttributes());
            audit.record(new ListEvent.Created(list.id()).entry());
            return get(list.id());
        });
    }

    /**
     * Changes the settings of the list; deadlines already set stay as they are.
     *
     * @param list the new settings with the version they were made on
     * @throws PreconditionFailed when somebody else has changed it since that version
     */
    public CallbackList change(CallbackList list) {
        return transactions.run(() -> {
            rules.check(list);
            var before = get(list.id());
            var after = rows.update(list)
                    .orElseThrow(() -> new PreconditionFailed(
                            "The list was changed by somebody else: expected version %s, but it is %s now. Read it again."
                                    .formatted(list.version(), before.version())));
            attributes.add(after.policy().processAttributes());
            audit.record(new ListEvent.SettingsChanged(list.id(), ListChanges.between(before, after)).entry());
            hours.meaningChanged(before, after);
            return after;
        });
    }

    /** @throws Conflict while callbacks of the list are open */
    public void archive(String id) {
        transactions.execute(() -> {
            if (!rows.lock(id)) {
                throw unknown(id);
            }
            var open = rows.openCallbacks(id);
            if (open > 0) {
                throw new Conflict("The list still has open callbacks (%s); it can be archived when they are closed."
                        .formatted(open));
            }
            rows.archive(id, clock.instant());
            audit.record(new ListEvent.Archived(id).entry());
        });
    }

    /**
     * Brings an archived list back as it was, with its agents; one that is not archived is left as it is.
     *
     * @throws NotFound when there never was such a list
     */
    public CallbackList restore(String id) {
        return transactions.run(() -> {
            if (rows.restore(id)) {
                audit.record(new ListEvent.Restored(id).entry());
                agents.of(id).forEach(agent -> desks.changed(agent.agentId()));
            }
            return get(id);
        });
    }

    private static NotFound unknown(String id) {
        return new NotFound("There is no list with the id \"%s\".".formatted(id));
    }
}
