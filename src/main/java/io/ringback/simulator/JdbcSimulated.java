package io.ringback.simulator;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The callbacks that bear the mark of the simulator. */
@Repository
@WithSimulator
class JdbcSimulated {

    private static final String SIMULATED = "attributes ->> 'simulated' = 'true'";

    private final JdbcClient jdbc;

    JdbcSimulated(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are not closed, the oldest first. */
    List<UUID> open() {
        return jdbc.sql("""
                        SELECT id FROM ringback.callback WHERE closed_at IS NULL AND %s
                        ORDER BY created_at, id""".formatted(SIMULATED)).query(UUID.class).list();
    }

    boolean anyOpen() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ringback.callback WHERE closed_at IS NULL AND %s)"
                        .formatted(SIMULATED))
                .query(Boolean.class)
                .single();
    }

    /** Whether a callback is left whose caller's voicemail is kept at an address with this ending. */
    boolean hasVoicemail(String ending) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM ringback.callback
                                       WHERE right(attributes ->> 'recordingUrl', length(:ending)) = :ending AND %s)""".formatted(SIMULATED))
                .param("ending", ending)
                .query(Boolean.class)
                .single();
    }

    /**
     * The closed ones, locked, but for main ones of callbacks that stay.
     *
     * @return their ids
     */
    List<UUID> lockClosed() {
        return jdbc.sql("""
                        SELECT id FROM ringback.callback main
                        WHERE closed_at IS NOT NULL AND %1$s
                          AND NOT EXISTS (
                              SELECT FROM ringback.callback related
                              WHERE related.main_callback_id = main.id
                                AND (related.%1$s) IS NOT TRUE)
                        ORDER BY id FOR UPDATE""".formatted(SIMULATED)).query(UUID.class).list();
    }

    /** Removes these with their attempts; what the audit trail says of them stays. */
    void remove(List<UUID> ids) {
        var these = ids.stream().map(UUID::toString).toArray(String[]::new);
        jdbc.sql("DELETE FROM ringback.left_draft WHERE callback_id = ANY (?::uuid[])")
                .param(these)
                .update();
        jdbc.sql("DELETE FROM ringback.case_record WHERE callback_id = ANY (?::uuid[])")
                .param(these)
                .update();
        jdbc.sql("DELETE FROM ringback.attempt WHERE callback_id = ANY (?::uuid[])")
                .param(these)
                .update();
        jdbc.sql("DELETE FROM ringback.callback WHERE id = ANY (?::uuid[])")
                .param(these)
                .update();
    }

    /** Has the quarters of an hour summed up anew from what is left. */
    void recount() {
        jdbc.sql("UPDATE ringback.list_counted SET until = 'epoch'").update();
        jdbc.sql("DELETE FROM ringback.list_quarter").update();
    }
}
