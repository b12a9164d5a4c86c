package io.ringback.evidence;

import io.ringback.support.ServerRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * How fast the trail is sealed and checked: {@code -Devents=2000000}, a share {@code -Dwords=10} percent of them with words.
 * Run as a program, with the class path of the tests.
 */
final class TrailSpeed {

    private static final int AT_ONCE = 500_000;
    private static final int CASE = 20;

    private TrailSpeed() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        int events = Integer.getInteger("events", 2_000_000);
        int words = Integer.getInteger("words", 10);
        var folder = Files.createTempDirectory("ringback-trail-");
        try (var server = server(folder.toString())) {
            var owner = ServerRole.owner(server.getBean(DataSource.class));
            System.out.printf("Ringback trail: %,d events, %s %% with words, %s%n", events, words, Instant.now());
            var began = System.nanoTime();
            for (var from = 0; from < events; from += AT_ONCE) {
                insert(owner, Math.min(AT_ONCE, events - from), words);
            }
            told("written by SQL", events, began);
            owner.sql("VACUUM ANALYZE ringback.audit_event").update();
            seal(server.getBean(Sealer.class), events);
            owner.sql("VACUUM ANALYZE ringback.audit_salt, ringback.audit_block")
                    .update();
            for (var round = 0; round < 3; round++) {
                verify(server.getBean(Verification.class));
            }
            System.out.println(owner.sql("""
                            SELECT format('trail %s with indexes, blocks %s, salts %s',
                                (SELECT pg_size_pretty(sum(pg_total_relation_size(format('ringback.%I', part))))
                                 FROM ringback.audit_part),
                                pg_size_pretty(pg_total_relation_size('ringback.audit_block')),
                                pg_size_pretty(pg_total_relation_size('ringback.audit_salt')))""").query(String.class).single());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static ConfigurableApplicationContext server(String folder) {
        return new SpringApplicationBuilder(io.ringback.RingbackApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--ringback.data-folder=" + folder,
                        "--ringback.audit.loop=false",
                        "--ringback.webhooks.loop=false",
                        "--ringback.simulator.pace=0.0001");
    }

    /** Like those of cases, twenty of each; one of some has words. */
    private static void insert(JdbcClient owner, int events, int words) {
        owner.sql("""
                        ALTER TABLE ringback.audit_event DISABLE TRIGGER audit_event_outgoing;
                        INSERT INTO ringback.audit_event (at, actor, type, callback_id, list_id, agent_id, from_status, to_status,
                                                          reason, details, because, changed, facts)
                        SELECT now() - interval '1 day' + n * interval '1 ms', 'agent' || n %% 500, 'ALLOCATED',
                               md5((n / %2$s)::text)::uuid, 'list' || n %% 50, 'agent' || n %% 500, 'WAITING', 'ALLOCATED',
                               CASE WHEN n %% 100 < %3$s THEN 'the caller has said so' END,
                               jsonb_build_object('allocationId', gen_random_uuid()),
                               CASE WHEN n %% 100 < %3$s THEN '{"words": "the caller has said so"}'::jsonb END,
                               jsonb_build_object('allocatedTo', jsonb_build_object('before', null, 'after', 'agent' || n %% 500),
                                                  'attemptCount', jsonb_build_object('before', 1, 'after', 2)),
                               CASE WHEN n %% 10 = 0
                                    THEN '{"eligible": 14, "joinedLists": ["sales", "support"], "agentsWaiting": 2}'::jsonb END
                        FROM generate_series(1, %1$s) AS n;
                        ALTER TABLE ringback.audit_event ENABLE TRIGGER audit_event_outgoing""".formatted(events, CASE, words)).update();
    }

    private static void seal(Sealer sealer, int events) {
        var began = System.nanoTime();
        while (sealer.seal()) {
            // on
        }
        told("sealed", events, began);
    }

    private static void verify(Verification verification) throws InterruptedException {
        var began = System.nanoTime();
        var verdict = verification.run(CheckedRange.ALL, new Unlimited());
        told("checked, ok " + verdict.ok(), verdict.checked(), began);
        System.out.printf(
                "  heap %d MB%n",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }

    private static void told(String what, long events, long began) {
        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf(
                "%-24s %,12d events in %6.1f s: %,9d a second%n",
                what, events, took.toMillis() / 1000.0, events * 1000 / Math.max(1, took.toMillis()));
    }
}
