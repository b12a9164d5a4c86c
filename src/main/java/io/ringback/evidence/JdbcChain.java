package io.ringback.evidence;

import io.ringback.evidence.Block.Gap;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChain {

    private static final String BLOCK = "SELECT * FROM ringback.audit_block ";

    /** Whether numbers were given that are in no block yet. */
    static final String IS_BEHIND =
            "(SELECT last_value FROM ringback.audit_event_number) > (SELECT sealed_to FROM ringback.audit_chain)";

    private final JdbcClient jdbc;

    JdbcChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last number that was given to an event, whether it is written yet or not. */
    long lastGiven() {
        return jdbc.sql(
                        "SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM ringback.audit_event_number")
                .query(Long.class)
                .single();
    }

    /** The transactions that may have been given a number and not be over. */
    Set<String> writing() {
        return Set.copyOf(jdbc.sql("""
                        SELECT virtualtransaction FROM pg_locks
                        WHERE locktype = 'relation' AND relation = 'ringback.audit_event'::regclass AND mode = 'RowExclusiveLock'
                          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""").query(String.class).list());
    }

    State state() {
        return jdbc.sql("SELECT * FROM ringback.audit_chain")
                .query(JdbcChain::stateOf)
                .single();
    }

    /** Empty when another node is sealing now, or somebody erases. */
    Optional<State> lockUnlessBusy() {
        return jdbc.sql("SELECT * FROM ringback.audit_chain FOR UPDATE SKIP LOCKED")
                .query(JdbcChain::stateOf)
                .optional();
    }

    void setSealedTo(long id) {
        jdbc.sql("UPDATE ringback.audit_chain SET sealed_to = ?").param(id).update();
    }

    Optional<Block> last() {
        return one("ORDER BY number DESC LIMIT 1");
    }

    Optional<Block> find(long number) {
        return one("WHERE number = ?", number);
    }

    /** The first block behind another, and those behind it, as they are stored. */
    List<Block> after(long number, int most) {
        return jdbc.sql(BLOCK + "WHERE number > ? ORDER BY number LIMIT ?")
                .params(number, most)
                .query(JdbcChain::block)
                .list();
    }

    /** The last block that was sealed before a moment; empty when none was. */
    Optional<Block> lastBefore(Instant moment) {
        return one("WHERE sealed_at < ? ORDER BY sealed_at DESC, number DESC LIMIT 1", utc(moment));
    }

    /** The block that a number is in; empty when it is in none. */
    Optional<Block> with(long id) {
        return one("WHERE last_id >= ? ORDER BY last_id LIMIT 1", id);
    }

    private Optional<Block> one(String which, Object... params) {
        return jdbc.sql(BLOCK + which).params(params).query(JdbcChain::block).optional();
    }

    void add(Block block) {
        jdbc.sql("""
                        INSERT INTO ringback.audit_block (number, first_id, last_id, absent, events, total, sealed_at, content,
                                                          previous, hash, prints)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        block.number(),
                        block.firstId(),
                        block.lastId(),
                        block.absent().stream()
                                .flatMap(gap ->
                                        LongStream.of(gap.from(), gap.to()).boxed())
                                .toArray(Long[]::new),
                        block.events(),
                        block.total(),
                        utc(block.sealedAt()),
                        HexFormat.of().parseHex(block.content()),
                        HexFormat.of().parseHex(block.previous()),
                        HexFormat.of().parseHex(block.hash()),
                        HexFormat.of().parseHex(block.prints()))
                .update();
    }

    /** Whether the trail itself tells that everything up to this number was dropped. */
    boolean tellsOfDropping(State state) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM ringback.audit_event
                                       WHERE id = ? AND type = 'TRAIL_DROPPED' AND details ->> 'last' = ?)""")
                .params(state.droppedBy(), String.valueOf(state.droppedTo()))
                .query(Boolean.class)
                .single();
    }

    /** Whether the role that asks may not change what was written. */
    boolean isOutOfReach() {
        return jdbc.sql("SELECT NOT has_table_privilege('ringback.audit_event', 'UPDATE')")
                .query(Boolean.class)
                .single();
    }

    void makeRoom() {
        jdbc.sql("SELECT ringback.make_audit_room()").query(Integer.class).single();
    }

    /** Drops what is older, as far as it goes. */
    void dropBefore(Instant moment) {
        jdbc.sql("SELECT ringback.drop_audit_parts(?)")
                .param(utc(moment))
                .query(Long.class)
                .single();
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static State stateOf(ResultSet row, int number) throws SQLException {
        return new State(row.getLong("sealed_to"), row.getLong("dropped_to"), row.getObject("dropped_by", Long.class));
    }

    private static Block block(ResultSet row, int number) throws SQLException {
        return new Block(
                row.getLong("number"),
                row.getLong("first_id"),
                row.getLong("last_id"),
                gaps(row.getArray("absent")),
                row.getInt("events"),
                row.getLong("total"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                HexFormat.of().formatHex(row.getBytes("content")),
                HexFormat.of().formatHex(row.getBytes("previous")),
                HexFormat.of().formatHex(row.getBytes("hash")),
                HexFormat.of().formatHex(row.getBytes("prints")));
    }

    private static List<Gap> gaps(Array array) throws SQLException {
        var ends = (Long[]) array.getArray();
        var gaps = new ArrayList<Gap>();
        for (var place = 0; place + 1 < ends.length; place += 2) {
            gaps.add(new Gap(ends[place], ends[place + 1]));
        }
        return gaps;
    }

    /**
     * How far the chain is.
     *
     * @param sealedTo the last number of its last block
     * @param droppedTo events up to this one are gone by retention; 0 for none
     * @param droppedBy the event that tells so
     */
    record State(long sealedTo, long droppedTo, @Nullable Long droppedBy) {}
}
