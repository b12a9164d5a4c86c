package io.ringback.evidence;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.AuditTrail;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The last block of each day, kept and told of. */
@Component
public class Anchors {

    private final JdbcAnchors anchors;
    private final JdbcChain chain;
    private final AuditTrail audit;
    private volatile LocalDate lookedFor = LocalDate.MIN;

    Anchors(JdbcAnchors anchors, JdbcChain chain, AuditTrail audit) {
        this.anchors = anchors;
        this.chain = chain;
        this.audit = audit;
    }

    /** Newest first. */
    public List<Anchor> newest(int most) {
        return anchors.newest(most);
    }

    /** Whether a day has ended since it was looked for one. */
    boolean isDue(Instant now) {
        return today(now).isAfter(lookedFor);
    }

    /**
     * Anchors the last day that is over and on which something was sealed, by whoever has locked the chain. Said twice, it is
     * done once.
     */
    void make(Instant now) {
        var today = today(now);
        chain.lastBefore(today.atStartOfDay(ZoneOffset.UTC).toInstant()).ifPresent(this::anchor);
        lookedFor = today;
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private void anchor(Block last) {
        var day = LocalDate.ofInstant(last.sealedAt(), ZoneOffset.UTC);
        var anchor = new Anchor(day, last.lastId(), last.total(), last.hash());
        if (!anchors.add(anchor, last.number())) {
            return;
        }
        audit.record(AuditEntry.of(
                "TRAIL_ANCHORED",
                Map.of(
                        "day", day.toString(),
                        "lastSequence", String.valueOf(anchor.lastSequence()),
                        "count", String.valueOf(anchor.count()),
                        "hash", anchor.hash())));
    }
}
