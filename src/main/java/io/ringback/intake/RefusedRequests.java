package io.ringback.intake;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.AuditTrail;
import io.ringback.audit.Because;
import io.ringback.audit.PastEntry;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.FieldError;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * What the trail keeps of requests that were refused: which program has sent how many, for which list, and what was wrong
 * with which field. Nothing of what was sent. They are counted by the minute, so that whoever sends millions of them fills
 * no trail.
 */
@Service
public class RefusedRequests {

    /** Of what was wrong with a request, where nothing has a name for it. */
    static final FieldError INVALID = new FieldError("", "", "INVALID");

    private static final String TYPE = "REQUEST_REFUSED";
    private static final int AT_ONCE = 500;

    /** For requests that are being refused as the minute ends. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,60}");
    private static final Pattern FIRST_NAME = Pattern.compile("^\\w+");
    private static final Set<String> FIELDS = Arrays.stream(CallbackRequest.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());
    private static final Logger log = LoggerFactory.getLogger(RefusedRequests.class);

    private final JdbcRefusedRequests rows;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Clock clock;

    RefusedRequests(JdbcRefusedRequests rows, AuditTrail audit, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Counts one, in a transaction of its own. What cannot be counted is refused all the same.
     *
     * @param program the account that has sent it
     * @param listId the list that it names, which need not be there
     * @param errors what was wrong, of which the first is kept
     */
    void count(String program, @Nullable String listId, List<FieldError> errors) {
        var error = errors.isEmpty() ? INVALID : errors.get(0);
        try {
            transactions.execute(() -> rows.count(program, listId, code(error), field(error), clock.instant()));
        } catch (RuntimeException e) {
            log.warn("A refused request of {} could not be counted", program, e);
        }
    }

    /** Tells the trail of those of minutes that are over. */
    public void runOnce() {
        while (transactions.run(this::tellSome) == AT_ONCE) {
            log.debug("There are more refused requests to tell of");
        }
    }

    private int tellSome() {
        var over = rows.takeBefore(clock.instant().minus(GRACE), AT_ONCE);
        audit.recordPast(over.stream().map(RefusedRequests::told).toList());
        return over.size();
    }

    private static PastEntry told(Counted counted) {
        var details = Map.of(
                "times",
                Long.toString(counted.times()),
                "field",
                counted.field(),
                "since",
                counted.firstAt().toString());
        var entry = AuditEntry.ofList(TYPE, counted.listId().isEmpty() ? null : counted.listId(), null, details)
                .because(Because.known(counted.code(), counted.code()));
        return new PastEntry(counted.lastAt(), counted.program(), entry);
    }

    private static String code(FieldError error) {
        var code = error.code();
        return code != null && CODE.matcher(code).matches() ? code : "INVALID";
    }

    /** The member of a request; nothing of what was written below it, such as the name of an attribute. */
    private static String field(FieldError error) {
        var name = FIRST_NAME.matcher(error.field());
        return name.find() && FIELDS.contains(name.group()) ? name.group() : "";
    }
}
