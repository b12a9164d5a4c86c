package io.ringback.design.migration;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of each instance of a migration. */
@Repository
class JdbcMigrationCases {

    private static final int AT_A_TIME = 5_000;

    /** What may become of one that does not stay. */
    enum State {
        MOVED,
        ENDED
    }

    private final JdbcClient jdbc;

    JdbcMigrationCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID migration, List<OpenInstance> instances) {
        for (int from = 0; from < instances.size(); from += AT_A_TIME) {
            var some = instances.subList(from, Math.min(instances.size(), from + AT_A_TIME));
            jdbc.sql("""
                            INSERT INTO ringback.process_migration_case
                                (migration_id, instance_id, callback_id, agent_id, element_id, state)
                            SELECT ?, instance, callback, agent, element, 'WAITING'
                            FROM unnest(?::text[], ?::uuid[], ?::text[], ?::text[])
                                AS one (instance, callback, agent, element)""")
                    .params(
                            migration,
                            column(some, OpenInstance::id),
                            column(
                                    some,
                                    one -> one.callbackId() == null
                                            ? null
                                            : one.callbackId().toString()),
                            column(some, OpenInstance::agentId),
                            column(some, OpenInstance::elementId))
                    .update();
        }
    }

    private static Object column(List<OpenInstance> instances, Function<OpenInstance, @Nullable String> value) {
        return instances.stream().map(value).toArray(String[]::new);
    }

    /** Those whose turn is next; the ones that were tried before come last. */
    List<OpenInstance> next(UUID migration, int limit) {
        return jdbc.sql("""
                        SELECT instance_id, callback_id, agent_id, element_id FROM ringback.process_migration_case
                        WHERE migration_id = ? AND state = 'WAITING' ORDER BY tries, instance_id LIMIT ?""")
                .params(migration, limit)
                .query((row, number) -> new OpenInstance(
                        row.getString("instance_id"),
                        row.getObject("callback_id", UUID.class),
                        row.getString("agent_id"),
                        row.getString("element_id"),
                        ""))
                .list();
    }

    /** False when it was dealt with already. */
    boolean dealt(UUID migration, String instance, State state, Instant now) {
        return jdbc.sql("""
                        UPDATE ringback.process_migration_case SET state = ?, dealt_at = ?
                        WHERE migration_id = ? AND instance_id = ? AND state = 'WAITING'""")
                        .params(state.name(), Timestamp.from(now), migration, instance)
                        .update()
                == 1;
    }

    /** Notes why one stays where it is. */
    void leave(UUID migration, String instance, CannotMove refused, Instant now) {
        jdbc.sql("""
                        UPDATE ringback.process_migration_case
                        SET state = 'STUCK', because = :because, names = :names, dealt_at = :now,
                            element_id = coalesce(:element, element_id)
                        WHERE migration_id = :migration AND instance_id = :instance AND state = 'WAITING'""")
                .param("because", refused.hindrance().name())
                .param("names", refused.names().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("element", refused.elementId())
                .param("migration", migration)
                .param("instance", instance)
                .update();
    }

    /** Puts it behind the others; answers how often that was done. */
    int later(UUID migration, String instance) {
        return jdbc.sql("""
                        UPDATE ringback.process_migration_case SET tries = tries + 1
                        WHERE migration_id = ? AND instance_id = ? RETURNING tries""")
                .params(migration, instance)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Those that cannot move, in the order of their ids. */
    List<StuckInstance> stuck(UUID migration, @Nullable String after, int limit) {
        return jdbc.sql("""
                        SELECT instance_id, callback_id, agent_id, element_id, because, names FROM ringback.process_migration_case
                        WHERE migration_id = ? AND state = 'STUCK' AND instance_id > ?
                        ORDER BY instance_id LIMIT ?""")
                .params(migration, after == null ? "" : after, limit)
                .query((row, number) -> new StuckInstance(
                        row.getString("instance_id"),
                        DryRun.Stuck.of(
                                row.getObject("callback_id", UUID.class),
                                row.getString("agent_id"),
                                row.getString("element_id"),
                                Hindrance.valueOf(row.getString("because")),
                                List.of((String[]) row.getArray("names").getArray()))))
                .list();
    }

    /** Whether a page of them may have ended there. */
    Optional<String> known(UUID migration, String instance) {
        return jdbc.sql("""
                        SELECT instance_id FROM ringback.process_migration_case
                        WHERE migration_id = ? AND instance_id = ?""").params(migration, instance).query(String.class).optional();
    }

    /** @param instanceId where a page that it is the last one of has ended */
    record StuckInstance(String instanceId, DryRun.Stuck stuck) {}
}
