package io.ringback.load;

import io.ringback.platform.run.InBackground;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes with time, or because somebody asks for it, and what those at work notice of it. */
final class AuditRetentionPhase {

    private static final Duration STEADY = Duration.ofSeconds(20);
    private static final int A_SECOND = 5;
    private static final Duration KEPT_AT_LEAST = Duration.ofDays(31);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final ConfigurableApplicationContext server;
    private final Centre centre;
    private final JdbcClient jdbc;
    private final AuditQuestions questions;
    private final AuditAnswers answers;
    private final AuditSizeOptions options;
    private final Rules rules;

    AuditRetentionPhase(
            ConfigurableApplicationContext server,
            Centre centre,
            JdbcClient jdbc,
            AuditQuestions questions,
            AuditAnswers answers,
            AuditSizeOptions options,
            Rules rules) {
        this.server = server;
        this.centre = centre;
        this.jdbc = jdbc;
        this.questions = questions;
        this.answers = answers;
        this.options = options;
        this.rules = rules;
    }

    void run() {
        preview();
        steady("warm");
        saves("Save-and-next, nothing beside it", steady("alone"));
        forget();
        drop();
    }

    private void preview() {
        var admin = centre.as(centre.person("ADMIN"));
        answers.measured("preview of an erasure", Math.max(3, options.rounds() / 20), 0, () -> preview(admin));
    }

    private Http.Answer preview(Http admin) {
        return admin.post(
                "/api/v1/erasures",
                "{\"phoneNumber\":\"%s\",\"reason\":\"the caller asks\",\"dryRun\":true}"
                        .formatted(questions.any().number()));
    }

    /** The oldest days; the time of the lists is such that they are over. */
    private void forget() {
        var lists = jdbc.sql("""
                        SELECT count(*) FROM ringback.callback
                        WHERE closed_at < now() - make_interval(days => ?)""").param(oldest()).query(Long.class).single();
        keep(oldest());
        var loop = server.getBean("forgettingLoop", InBackground.class);
        var begin = System.nanoTime();
        loop.start();
        var beside = CompletableFuture.supplyAsync(() -> steady("beside"));
        WorkedStories.until(PATIENCE, () -> forgotten() >= lists);
        answers.rate("callbacks forgotten, of the oldest days", forgotten(), (System.nanoTime() - begin) / 1e9, 0);
        saves("Save-and-next, while callers are forgotten", beside.join());
        loop.stop();
    }

    /** So many that it takes a while. */
    private int oldest() {
        return 365 * options.years() - 12;
    }

    /** All lists say who callers were for so many days. */
    private void keep(int days) {
        jdbc.sql("UPDATE ringback.callback_list SET policy = policy || jsonb_build_object('forgetAfter', ?::text)")
                .param("P%dD".formatted(days))
                .update();
    }

    private long forgotten() {
        return jdbc.sql("SELECT count(*) FROM ringback.callback WHERE forgotten_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    /** As retention does; a small trail has no part yet that is old enough as a whole. */
    private void drop() {
        var oldest = jdbc.sql("SELECT part FROM ringback.audit_part ORDER BY first_id LIMIT 1")
                .query(String.class)
                .single();
        dateBack(oldest);
        var until = jdbc.sql("SELECT max(at) + interval '1 second' FROM ringback.%s".formatted(oldest))
                .query(OffsetDateTime.class)
                .single();
        if (until.toInstant().isAfter(Instant.now().minus(KEPT_AT_LEAST))) {
            return;
        }
        var begin = System.nanoTime();
        var upTo = jdbc.sql("SELECT ringback.drop_audit_parts(?)")
                .param(until)
                .query(Long.class)
                .single();
        var took = new Timings("dropping the oldest part of the trail, up to event %d".formatted(upTo));
        took.record(Duration.ofNanos(System.nanoTime() - begin));
        answers.tell(took, 0);
    }

    /** The cases that were copied were worked today, and are the first that the trail tells of. */
    private void dateBack(String part) {
        jdbc.sql("""
                        ALTER TABLE ringback.%1$s DISABLE TRIGGER USER;
                        UPDATE ringback.%1$s SET at = at - make_interval(years => %2$d) WHERE at > now() - interval '40 days';
                        ALTER TABLE ringback.%1$s ENABLE TRIGGER USER""".formatted(part, options.years())).update();
    }

    private Timings steady(String name) {
        var working = new Options(
                URI.create("http://127.0.0.1:" + centre.port()),
                1,
                4,
                A_SECOND,
                STEADY,
                1,
                1,
                1,
                1,
                STEADY,
                0,
                PATIENCE,
                centre.person("INTEGRATOR") + ":" + Centre.PASSWORD,
                centre.person("SUPERVISOR") + ":" + Centre.PASSWORD,
                centre.person("ADMIN") + ":" + Centre.PASSWORD);
        var phase = new SteadyPhase(
                name, working, new io.ringback.load.Centre(working, rules), new Workers(rules, PATIENCE), rules);
        phase.run();
        return phase.saves();
    }

    private void saves(String name, Timings saves) {
        answers.rate(name + ": p95 %.0f ms".formatted(saves.millis(95)), saves.count(), STEADY.toMillis() / 1e3, 0);
        answers.tell(saves.named(name), 0);
    }
}
