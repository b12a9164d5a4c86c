package io.ringback.callback;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The call statuses that the telephone system proposes, on the rows of the calls. */
@Repository
class JdbcProposals {

    private final JdbcClient jdbc;

    JdbcProposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(UUID callId, CallStatus callStatus) {
        jdbc.sql("UPDATE ringback.attempt SET proposed_status = ? WHERE id = ?")
                .params(callStatus.name(), callId)
                .update();
    }

    Optional<CallStatus> ofLastCall(UUID allocationId) {
        return jdbc.sql("""
                        SELECT proposed_status FROM (
                            SELECT proposed_status, ended_at FROM ringback.attempt WHERE allocation_id = ?
                            ORDER BY started_at DESC, id DESC LIMIT 1) last
                        WHERE proposed_status IS NOT NULL AND ended_at IS NOT NULL""").param(allocationId).query(String.class).optional().map(CallStatus::valueOf);
    }
}
