package io.ringback.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.AuditTrail;
import io.ringback.audit.Because;
import io.ringback.audit.Changed;
import io.ringback.evidence.Broken.Why;
import io.ringback.support.RingbackTest;
import io.ringback.support.ServerRole;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What is sealed is proven; whatever the owner of the tables does to it behind the server's back is found. */
@RingbackTest
@TestPropertySource(properties = "ringback.audit.verify-at=none") // so that it has a database of its own to spoil
class ChainTest {

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Sealer sealer;

    @Autowired
    private Verification verification;

    @Autowired
    private JdbcClient server;

    @Autowired
    private DataSource dataSource;

    private JdbcClient owner;
    private UUID callback;
    private final long first = 1;

    @BeforeEach
    void seal() throws InterruptedException {
        owner = ServerRole.owner(dataSource);
        restore();
        callback = UUID.randomUUID();
        audit.record(new AuditEntry(
                "CANCELLED",
                callback,
                "sales",
                "anna",
                "WAITING",
                "CANCELLED",
                new Because("ASKED", "by Bob", "ASKED: by Bob"),
                Map.of("callId", "c1", "text", "for Bob"),
                Map.of("dueAt", new Changed(1, 2), "note", new Changed(null, "Bob")),
                Map.of()));
        for (var number = 0; number < 5; number++) {
            audit.record(AuditEntry.ofAgent("RECEIVING_STARTED", "agent" + number, null, null));
        }
        sealAll();
        assertThat(verified().ok()).isTrue();
    }

    private void sealAll() {
        while (sealer.seal()) {
            // on
        }
    }

    /** Each test leaves a trail that is broken; the next one begins with an empty one. */
    private void restore() {
        owner.sql("""
                SET session_replication_role = replica;
                TRUNCATE ringback.audit_event, ringback.audit_block, ringback.audit_anchor, ringback.audit_salt,
                    ringback.outgoing_new, ringback.outgoing_event;
                CREATE TABLE IF NOT EXISTS ringback.audit_event_from_0
                    PARTITION OF ringback.audit_event FOR VALUES FROM (1) TO (5000000);
                ALTER SEQUENCE ringback.audit_event_number RESTART;
                UPDATE ringback.audit_chain SET sealed_to = 0, dropped_to = 0, dropped_by = NULL""").update();
    }

    private Verdict verified() throws InterruptedException {
        return verification.run(CheckedRange.ALL, new Unlimited());
    }

    private void tamper(String statement) {
        owner.sql("SET session_replication_role = replica; " + statement).update();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            at,            at + interval '1 microsecond'
            actor,         'somebody'
            type,          'RESOLVED'
            callback_id,   gen_random_uuid()
            list_id,       'support'
            agent_id,      'bo'
            from_status,   NULL
            to_status,     'RESOLVED'
            reason,        'ASKED'
            because,       NULL
            because,       `because || '{"words": "by Rob"}'`
            because,       `because || '{"code": "TOLD"}'`
            because,       `because || '{"more": 1}'`
            details,       `details || '{"callId": "c2"}'`
            details,       `details || '{"text": "for Rob"}'`
            changed,       `changed || '{"dueAt": {"after": 2, "before": 3}}'`
            changed,       `changed - 'note'`
            facts,         `'{"eligible": 3}'`
            facts,         `'{"said": "Bob"}'`
            words_digest,  `sha256('x')`
            """)
    void aChangedValueIsFound(String column, String value) throws InterruptedException {
        tamper("UPDATE ringback.audit_event SET %s = %s WHERE id = %s".formatted(column, value, first));

        assertThat(verified().firstBroken()).isEqualTo(new Broken(first, Why.CHANGED));
    }

    @Test
    void aMissingEventIsNamed() throws InterruptedException {
        tamper("DELETE FROM ringback.audit_event WHERE id = " + (first + 2));

        var verdict = verified();

        assertThat(verdict.firstBroken()).isEqualTo(new Broken(first + 2, Why.MISSING));
    }

    @Test
    void theLastEventOfABlockIsMissed() throws InterruptedException {
        tamper("DELETE FROM ringback.audit_event WHERE id = " + (first + 5));

        assertThat(verified().firstBroken()).isEqualTo(new Broken(first + 5, Why.MISSING));
    }

    @Test
    void swappedEventsAreFound() throws InterruptedException {
        tamper("""
                UPDATE ringback.audit_event a SET agent_id = b.agent_id FROM ringback.audit_event b
                WHERE a.id IN (%1$s, %2$s) AND b.id = %1$s + %2$s - a.id""".formatted(first + 2, first + 3));

        assertThat(verified().firstBroken()).isEqualTo(new Broken(first + 2, Why.CHANGED));
    }

    @Test
    void anEventWhereNoneWasIsFound() throws InterruptedException {
        owner.sql("SELECT nextval('ringback.audit_event_number')")
                .query(Long.class)
                .single();
        audit.record(AuditEntry.ofAgent("RECEIVING_STOPPED", "anna", null, null));
        sealAll();
        assertThat(verified().ok()).isTrue();

        tamper("INSERT INTO ringback.audit_event (id, at, actor, type) VALUES (%s, now(), 'x', 'X')"
                .formatted(first + 6));

        assertThat(verified().firstBroken()).isEqualTo(new Broken(first + 6, Why.INSERTED));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            first_id,  first_id + 1
            absent,    `'{1,1}'`
            events,    events - 1
            total,     total + 1
            sealed_at, now()
            content,   `sha256('x')`
            previous,  `sha256('x')`
            hash,      `sha256('x')`
            """)
    void aChangedBlockIsFound(String column, String value) throws InterruptedException {
        tamper("UPDATE ringback.audit_block SET %s = %s WHERE number = 1".formatted(column, value));

        assertThat(verified().firstBroken()).isEqualTo(new Broken(first, Why.BLOCK_CHANGED));
    }

    @Test
    void aMissingBlockIsFound() throws InterruptedException {
        audit.record(AuditEntry.ofAgent("RECEIVING_STOPPED", "anna", null, null));
        sealAll();

        tamper("DELETE FROM ringback.audit_block WHERE number = 1");
        assertThat(verified().firstBroken()).isEqualTo(new Broken(1, Why.BLOCK_MISSING));
    }

    @Test
    void aMissingLastBlockIsFound() throws InterruptedException {
        audit.record(AuditEntry.ofAgent("RECEIVING_STOPPED", "anna", null, null));
        sealAll();

        tamper("DELETE FROM ringback.audit_block WHERE number = 2");
        tamper("DELETE FROM ringback.audit_event WHERE id = " + (first + 6));

        assertThat(verified().firstBroken()).isEqualTo(new Broken(first + 6, Why.BLOCK_MISSING));
    }

    @Test
    void erasedWordsLeaveTheChainWhole() throws InterruptedException {
        assertThat(server.sql("SELECT ringback.erase_words(?)")
                        .param(callback)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        assertThat(verified().ok()).isTrue();
        assertThat(owner.sql(
                                "SELECT concat(reason, because, details, changed, facts) FROM ringback.audit_event WHERE id = ?")
                        .param(first)
                        .query(String.class)
                        .single())
                .doesNotContain("Bob")
                .isEqualTo("ASKED{\"code\": \"ASKED\"}{\"callId\": \"c1\"}{\"dueAt\": {\"after\": 2, \"before\": 1}}");
        tamper("UPDATE ringback.audit_event SET changed = '{\"dueAt\": 1}' WHERE id = " + first);
        assertThat(verified().firstBroken()).isEqualTo(new Broken(first, Why.CHANGED));
    }

    @Test
    void droppedPartsAreToldOfAndTheRestStaysProven() throws InterruptedException {
        owner.sql("SELECT setval('ringback.audit_event_number', 4999998)")
                .query(Long.class)
                .single();
        server.sql("""
                        INSERT INTO ringback.audit_event (at, actor, type)
                        SELECT now() - interval '100 days', 'x', 'X' FROM generate_series(1, 3)""").update();
        sealAll();

        var dropped = server.sql("SELECT ringback.drop_audit_parts(now() - interval '60 days')")
                .query(Long.class)
                .single();
        sealAll();

        assertThat(dropped).isEqualTo(4_999_999);
        assertThat(verified()).isEqualTo(new Verdict(3, 4_999_999, null));
        tamper("DELETE FROM ringback.audit_event WHERE type = 'TRAIL_DROPPED'");
        assertThat(verified().firstBroken()).isEqualTo(new Broken(1, Why.DROPPED_WITHOUT_WORD));
    }

    @Test
    void whatTheAnchorsTellIsCompared() throws InterruptedException {
        tamper("""
                INSERT INTO ringback.audit_anchor (day, block, last_sequence, count, hash)
                SELECT '2026-01-01', number, last_id, total, sha256('x') FROM ringback.audit_block""");

        assertThat(verified().firstBroken()).isEqualTo(new Broken(first + 5, Why.ANCHOR_DIFFERS));
    }

    @Test
    void theServerMayOnlyAddAndRead() {
        for (var statement : new String[] {
            "UPDATE ringback.audit_event SET actor = 'x'",
            "DELETE FROM ringback.audit_event",
            "TRUNCATE ringback.audit_event",
            "UPDATE ringback.audit_event_from_0 SET actor = 'x'",
            "DELETE FROM ringback.audit_event_from_0",
            "TRUNCATE ringback.audit_event_from_0",
            "INSERT INTO ringback.audit_event (id, at, actor, type) VALUES (1, now(), 'x', 'X')",
            "UPDATE ringback.audit_block SET events = 0",
            "DELETE FROM ringback.audit_block",
            "TRUNCATE ringback.audit_block",
            "UPDATE ringback.audit_anchor SET count = 0",
            "DELETE FROM ringback.audit_anchor",
            "TRUNCATE ringback.audit_anchor",
            "UPDATE ringback.audit_salt SET salt = salt",
            "DELETE FROM ringback.audit_salt",
            "DELETE FROM ringback.audit_chain",
            "ALTER TABLE ringback.audit_event DISABLE TRIGGER ALL",
            "ALTER TABLE ringback.audit_event DETACH PARTITION ringback.audit_event_from_0",
            "ALTER SEQUENCE ringback.audit_event_number RESTART",
            "SELECT setval('ringback.audit_event_number', 1)",
            "DROP TABLE ringback.audit_event",
            "DROP FUNCTION ringback.erase_words",
            "CREATE OR REPLACE FUNCTION ringback.audit_harmless() RETURNS text[] LANGUAGE sql AS 'SELECT null::text[]'",
            "SET session_replication_role = replica",
            "CREATE TABLE ringback.mine (id int)",
            "UPDATE ringback.flyway_schema_history SET success = false"
        }) {
            assertThatThrownBy(() -> server.sql(statement).update())
                    .as(statement)
                    .rootCause()
                    .satisfies(refused -> assertThat(refused.getMessage())
                            .matches("(?s).*(permission denied|must be owner|no privileges).*"));
        }
    }
}
