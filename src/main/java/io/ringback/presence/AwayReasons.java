package io.ringback.presence;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.AuditTrail;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What agents can be away for. */
@Service
public class AwayReasons {

    /** More than that nobody chooses from. */
    static final int MOST = 40;

    private final JdbcAwayReasons rows;
    private final AuditTrail audit;
    private final Transactions transactions;

    AwayReasons(JdbcAwayReasons rows, AuditTrail audit, Transactions transactions) {
        this.rows = rows;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Also the archived ones, which come last. */
    public List<AwayReason> all() {
        return rows.all();
    }

    /** Those that can be chosen. */
    public List<AwayReason> offered() {
        return rows.all().stream().filter(reason -> !reason.archived()).toList();
    }

    /** The names of all in this language, by id. */
    public Map<String, String> names(Locale language) {
        return rows.all().stream().collect(Collectors.toMap(AwayReason::id, reason -> reason.in(language)));
    }

    /**
     * The id of the reason that is meant: by its id, or by its name in any language.
     *
     * @throws InvalidField when there is none like that to be chosen
     */
    public String chosen(String given) {
        var offered = offered();
        return offered.stream()
                .filter(reason -> reason.id().equals(given))
                .findFirst()
                .or(() -> offered.stream()
                        .filter(reason -> reason.isMeantBy(given))
                        .findFirst())
                .map(AwayReason::id)
                .orElseThrow(() -> new InvalidField("reason", told(offered)));
    }

    Optional<AwayReason> find(String id) {
        return rows.find(id);
    }

    /** Makes a new one with an id that follows from its name. */
    AwayReason add(AwayReasonRequest request) {
        return transactions.run(() -> {
            rows.lockAll();
            var all = rows.all();
            var taken = all.stream().map(AwayReason::id).toList();
            var reason = request.asReason(Slugs.of(request.name(), taken), AwayReasonController.lastPlace(all));
            save(reason);
            return reason;
        });
    }

    /** Makes it, or changes it. */
    void save(AwayReason reason) {
        transactions.execute(() -> {
            rows.lockAll();
            var before = rows.find(reason.id());
            if (before.filter(reason::equals).isEmpty()) {
                if (before.isEmpty() && rows.all().size() >= MOST) {
                    throw new InvalidField("id", "is one too many: there are at most %s reasons".formatted(MOST));
                }
                rows.save(reason);
                audit.record(AuditEntry.of("AWAY_REASON_SAVED", Map.of("id", reason.id(), "name", reason.name())));
            }
        });
    }

    /** It can be chosen no more; without effect on one that is archived. */
    void archive(String id) {
        transactions.execute(() -> {
            rows.lockAll();
            var reason = rows.find(id).orElseThrow(() -> unknown(id));
            if (!reason.archived()) {
                rows.archive(id);
                audit.record(AuditEntry.of("AWAY_REASON_ARCHIVED", Map.of("id", id)));
            }
        });
    }

    private static NotFound unknown(String id) {
        return new NotFound("There is no reason %s.".formatted(id));
    }

    private static String told(List<AwayReason> offered) {
        return offered.isEmpty()
                ? "must be left out: this centre has no reasons to be away for"
                : "must be one of the centre's reasons: "
                        + offered.stream().map(AwayReason::id).collect(Collectors.joining(", "));
    }
}
