package io.ringback.callback;

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
}
