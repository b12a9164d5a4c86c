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

    /**
     * Has the opening of every open callback of the list looked up again; until then none is offered. Locks them in the
     * order of their ids, as everybody does who needs several.
     *
     * @return how many
     */
    int lookUpAgain(String listId) {
        return jdbc.sql("""
                        WITH open AS (
                            SELECT id FROM ringback.callback WHERE list_id = ? AND closed_at IS NULL
                            ORDER BY id FOR UPDATE)
                        UPDATE ringback.callback c SET offer_until = 'epoch' FROM open WHERE c.id = open.id""").param(listId).update();
    }
}
