package io.ringback.auditor;

import io.ringback.account.Accounts;
import io.ringback.audit.Actor;
import io.ringback.audit.AuditEntry;
import io.ringback.audit.AuditTrail;
import io.ringback.audit.Because;
import io.ringback.auditor.Reading.Asking;
import io.ringback.list.Lists;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.InvalidField;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Records who looks at what. Looking again at the same within {@link #ONE_LOOK} is one look: pages that follow what
 * happens, programs that ask again and again, and the parts in which a recording is played.
 */
@Service
class AuditReads {

    /** How long looking at the same is one look. */
    static final Duration ONE_LOOK = Duration.ofMinutes(5);

    private final AuditTrail audit;
    private final AskedPurpose asked;
    private final JdbcReadings readings;
    private final SoughtHashes hashes;
    private final Lists lists;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Clock clock;

    AuditReads(
            AuditTrail audit,
            AskedPurpose asked,
            JdbcReadings readings,
            SoughtHashes hashes,
            Lists lists,
            Accounts accounts,
            Transactions transactions,
            Clock clock) {
        this.audit = audit;
        this.asked = asked;
        this.readings = readings;
        this.hashes = hashes;
        this.lists = lists;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @throws PurposeNeeded when the caller has to say what for, and has not
     * @throws InvalidField likewise, where a field of what was sent is for it
     */
    void checkPurpose(Reading reading) {
        if (reading.asking() == Asking.NO || reading.purpose() != null || !asked.isAskedOfCaller()) {
            return;
        }
        if (reading.asking() == Asking.IN_BODY) {
            throw new InvalidField("purpose", "must be there: say what you look for");
        }
        throw new PurposeNeeded();
    }

    void record(Reading reading) {
        var sought = hashes.of(reading.sought(), reading.listId());
        var reader = Actor.current();
        transactions.execute(() -> {
            if (isNew(reader, reading, sought)) {
                var told = new TreeMap<>(reading.told());
                told.put("address", reading.address());
                if (!sought.isEmpty()) {
                    var search = UUID.randomUUID();
                    readings.keepSought(search, sought);
                    told.put("sought", search.toString());
                }
                audit.record(entry(reading, told));
            }
        });
    }

    private boolean isNew(String reader, Reading reading, SoughtHashes.Hashes sought) {
        return reading.look().eachTime() && !reading.further()
                || readings.begin(reader, hashes.fingerprint(reading, sought), clock.instant(), ONE_LOOK);
    }

    private AuditEntry entry(Reading reading, Map<String, String> told) {
        var call = reading.callId();
        var list = reading.listId();
        var agent = reading.agentId();
        return AuditEntry.ofList(
                        reading.look().type(),
                        // What somebody typed as an id may be anything.
                        list == null || lists.find(list).isEmpty() ? null : list,
                        agent == null || accounts.find(agent).isEmpty() ? null : agent,
                        told)
                .about(call == null ? reading.callbackId() : readings.callbackOfCall(call))
                .because(Because.said(reading.purpose()));
    }
}
