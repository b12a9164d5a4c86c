package io.ringback.load;

import io.ringback.support.Http;
import io.ringback.support.WebSession;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.Supplier;

/** Opens what auditors open: cases, receptions, figures; and has the trail verified. */
final class AuditReadPhase {

    private static final int CASE_TARGET = 300;
    private static final int ROWS = 10_000;
    private static final double VERIFY_TARGET = 200_000;
    private static final Duration LONG = Duration.ofHours(1);

    private final WebSession auditor;
    private final AuditQuestions questions;
    private final AuditAnswers answers;
    private final AuditSizeOptions options;
    private final Random random = new Random(3);

    AuditReadPhase(WebSession auditor, AuditQuestions questions, AuditAnswers answers, AuditSizeOptions options) {
        this.auditor = auditor;
        this.questions = questions;
        this.answers = answers;
        this.options = options;
    }

    void run() {
        where(
                "case page",
                CASE_TARGET,
                () -> auditor.page("/audit/callbacks/" + questions.any().id()));
        where(
                "case, API",
                CASE_TARGET,
                () -> auditor.get("/api/v1/audit/callbacks/" + questions.any().id()));
        where(
                "history, API",
                0,
                () -> auditor.get(
                        "/api/v1/callbacks/%s/history".formatted(questions.any().id())));
        where(
                "receptions of an agent in a month",
                0,
                () -> auditor.get("/api/v1/audit/agents/%s/receptions?%s".formatted(agent(), period(30))));
        where(
                "figures of an agent for a year",
                0,
                () -> auditor.get("/api/v1/audit/agents/%s/figures?%s".formatted(agent(), period(365))));
        where(
                "figures of a version for a year",
                0,
                () -> auditor.get("/api/v1/audit/processes/callbackCase/versions/%d/figures?%s"
                        .formatted(1 + random.nextInt(options.versions()), period(365))));
        where(
                "page of a version",
                0,
                () -> auditor.page(
                        "/audit/processes/callbackCase/versions/%d".formatted(1 + random.nextInt(options.versions()))));
        where("anchors", 0, () -> auditor.get("/api/v1/audit/anchors"));
        export("callbacks.csv");
        export("callbacks.jsonl");
        verify();
    }

    /** Of so short a time, at the oldest end, that there are about ten thousand. */
    private void export(String file) {
        var days = Math.max(1, 365L * options.years() * ROWS / options.callbacks());
        var from = Instant.now().minus(300L, ChronoUnit.DAYS).minus(Math.min(days, 300L), ChronoUnit.DAYS);
        var body = "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, from.plus(days, ChronoUnit.DAYS));
        var begin = System.nanoTime();
        var answer = posted("/api/v1/audit/exports/" + file, body);
        if (answer.status() == 200) {
            answers.rate(
                    "rows taken out as " + file, answer.body().lines().count(), (System.nanoTime() - begin) / 1e9, 0);
        } else {
            answers.missing("export of " + file, answer.status());
        }
    }

    private Http.Answer posted(String address, String body) {
        return auditor.send(auditor.script(address)
                .timeout(LONG)
                .header("X-XSRF-TOKEN", auditor.cookie("XSRF-TOKEN").orElse(""))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String agent() {
        return "busy-audit-agent-" + (1 + random.nextInt(options.agents()));
    }

    private String period(int days) {
        var latest = 365 * options.years() - days;
        var to = Instant.now().minus(random.nextInt(latest + 1), ChronoUnit.DAYS);
        return "from=%s&to=%s".formatted(to.minus(days, ChronoUnit.DAYS), to);
    }

    private void where(String name, int target, Supplier<Http.Answer> question) {
        var first = question.get();
        if (first.status() == 200) {
            answers.measured(name, options.rounds(), target, question);
        } else {
            answers.missing(name, first.status());
        }
    }

    /** Twice: what is read the first time comes from the disk. */
    private void verify() {
        for (var round : new String[] {"first time", "again"}) {
            var begin = System.nanoTime();
            var answer = posted("/api/v1/audit/verify", "{}");
            if (answer.status() != 200) {
                answers.missing("verify", answer.status());
                return;
            }
            var verdict = answer.json();
            if (!verdict.path("ok").asBoolean()) {
                throw new IllegalStateException("the trail is said to be broken: " + verdict);
            }
            answers.rate(
                    "events verified, " + round,
                    verdict.path("checked").asLong(),
                    (System.nanoTime() - begin) / 1e9,
                    VERIFY_TARGET);
        }
    }
}
