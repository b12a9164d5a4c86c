package io.ringback.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A year's callbacks are forgotten in minutes, in transactions so short that nobody waits for them. */
@RingbackTest
@Tag("large")
class ForgettingPaceTest {

    private static final int CALLBACKS = 10_000;

    @Autowired
    private Centre centre;

    @Autowired
    private Forgetting forgetting;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tenThousandAreForgottenInShortTransactions() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        INSERT INTO ringback.callback (id, list_id, phone_number, caller_name, source, external_id, attributes,
                            created_at, status, eligible_at, due_at, expires_at, priority_at, closed_at)
                        SELECT gen_random_uuid(), :list, '+35840' || (1000000 + n), 'Caller ' || n, 'WEB', 'pace-' || n,
                               jsonb_build_object('order', n), :now, 'RESOLVED', :now, :now, :now, :now, :now
                        FROM generate_series(1, :most) n""")
                .param("list", list)
                .param("now", now)
                .param("most", CALLBACKS)
                .update();
        jdbc.sql("""
                        INSERT INTO ringback.attempt (id, callback_id, allocation_id, agent_id, started_at, ended_at, call_status,
                            note, recording_url, form_data)
                        SELECT gen_random_uuid(), id, gen_random_uuid(), :agent, :now, :now, 'ANSWERED', 'Note of ' || caller_name,
                               'https://pbx/' || id, '{"reason": "INVOICE"}'
                        FROM ringback.callback WHERE list_id = :list""")
                .param("agent", agent)
                .param("now", now)
                .param("list", list)
                .update();
        jdbc.sql("""
                        INSERT INTO ringback.audit_event (at, actor, type, callback_id, list_id, reason, because)
                        SELECT :now, 'system', 'RESCHEDULED', id, list_id, 'wants it later', '{"words": "wants it later"}'
                        FROM ringback.callback, generate_series(1, 6) WHERE list_id = :list""").param("now", now).param("list", list).update();
        jdbc.sql("ANALYZE").update();
        clock.advance(Duration.ofDays(91));

        var rounds = new ArrayList<Long>();
        var begun = System.nanoTime();
        for (int forgotten = 1; forgotten > 0; ) {
            var round = System.nanoTime();
            forgotten = forgetting.someInTime();
            rounds.add((System.nanoTime() - round) / 1_000_000);
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        Collections.sort(rounds);

        System.out.printf(
                "%d callbacks forgotten in %.1f s: %.0f/s; a transaction of %d takes %d ms (median), %d ms (longest)%n",
                CALLBACKS,
                seconds,
                CALLBACKS / seconds,
                Forgetting.AT_A_TIME,
                rounds.get(rounds.size() / 2),
                rounds.get(rounds.size() - 1));
        assertThat(jdbc.sql("SELECT count(*) FROM ringback.callback WHERE list_id = ? AND forgotten_at IS NULL")
                        .param(list)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(CALLBACKS / seconds).isGreaterThan(100);
    }
}
