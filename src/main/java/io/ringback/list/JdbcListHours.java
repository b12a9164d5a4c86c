package io.ringback.list;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcListHours {

    private final JdbcClient jdbc;

    JdbcListHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Long> version(String listId) {
        return jdbc.sql("SELECT hours_version FROM ringback.callback_list WHERE id = ? AND archived_at IS NULL")
                .param(listId)
                .query(Long.class)
                .optional();
    }

    /** @param hours as JSON; null for always open */
    void write(String listId, @Nullable String hours) {
        jdbc.sql("""
                        UPDATE ringback.callback_list SET hours = ?::jsonb, hours_version = hours_version + 1
                        WHERE id = ?""").param(hours).param(listId).update();
    }
}
