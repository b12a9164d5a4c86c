package io.ringback.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What proves the events of one callback: the blocks in which they are sealed. */
@Service
public class CaseProofs {

    private final JdbcCaseProofs rows;

    CaseProofs(JdbcCaseProofs rows) {
        this.rows = rows;
    }

    /**
     * A block with events of the callback.
     *
     * @param firstId number of its first event
     * @param lastId number of its last event
     * @param ids numbers of those events in it that are the callback's
     * @param hash of the block in hex; it has that of the block before in it
     */
    public record SealedIn(long block, long firstId, long lastId, Instant sealedAt, String hash, List<Long> ids) {}

    /**
     * @param blocks in order
     * @param waiting how many of its events are not sealed yet
     */
    public record CaseProof(List<SealedIn> blocks, int waiting) {}

    public CaseProof of(UUID callbackId) {
        return new CaseProof(rows.blocks(callbackId), rows.waiting(callbackId));
    }
}
