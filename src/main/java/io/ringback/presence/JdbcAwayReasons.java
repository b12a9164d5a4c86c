package io.ringback.presence;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAwayReasons {

    private static final String REASON = """
            SELECT id, name, name_en, name_fi, name_sv, place, archived_at IS NOT NULL AS archived
            FROM ringback.away_reason
            """;

    private final JdbcClient jdbc;

    JdbcAwayReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AwayReason> all() {
        return jdbc.sql(REASON + "ORDER BY archived_at IS NOT NULL, place, id")
                .query(AwayReason.class)
                .list();
    }

    Optional<AwayReason> find(String id) {
        return jdbc.sql(REASON + "WHERE id = ?")
                .param(id)
                .query(AwayReason.class)
                .optional();
    }

    /** Two who change the reasons at once wait for each other. */
    void lockAll() {
        jdbc.sql("LOCK TABLE ringback.away_reason IN SHARE ROW EXCLUSIVE MODE").update();
    }

    void save(AwayReason reason) {
        jdbc.sql("""
                        INSERT INTO ringback.away_reason (id, name, name_en, name_fi, name_sv, place, archived_at)
                        VALUES (?, ?, ?, ?, ?, ?, CASE WHEN ? THEN now() END)
                        ON CONFLICT (id) DO UPDATE
                        SET name = excluded.name, name_en = excluded.name_en, name_fi = excluded.name_fi,
                            name_sv = excluded.name_sv, place = excluded.place, archived_at = excluded.archived_at""")
                .params(
                        reason.id(),
                        reason.name(),
                        reason.nameEn(),
                        reason.nameFi(),
                        reason.nameSv(),
                        reason.place(),
                        reason.archived())
                .update();
    }

    void archive(String id) {
        jdbc.sql("UPDATE ringback.away_reason SET archived_at = now() WHERE id = ?")
                .param(id)
                .update();
    }
}
