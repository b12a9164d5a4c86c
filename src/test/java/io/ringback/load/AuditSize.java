package io.ringback.load;

import io.ringback.RingbackApplication;
import io.ringback.support.Centre;
import io.ringback.support.WithoutTestClasses;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.TimeZone;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Measures what auditors do with a trail of years, over HTTP and warm. It starts a server with an embedded PostgreSQL on
 * data of its own, works some cases of every kind, copies them until there are a million, measures, and throws it all
 * away. Options: {@link AuditSizeOptions}.
 */
public final class AuditSize {

    private AuditSize() {}

    public static void main(String[] args) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        var options = AuditSizeOptions.read();
        System.out.printf("Ringback for auditors: %s, %s%n", options, Instant.now());
        var rules = new Rules();
        var again = options.again();
        var folder = again != null
                ? again
                : Files.createTempDirectory(Files.createDirectories(options.folder()), "ringback-audit-size-");
        try (var server = server(folder.toString(), again == null)) {
            var centre =
                    new Centre(server.getBean(JdbcClient.class), server.getEnvironment(), server.getBean(Clock.class));
            var answers = new AuditAnswers(rules);
            var filled = new AuditCentre(server, centre, options, answers);
            if (again == null) {
                filled.fill();
            }
            try {
                measure(server, centre, filled.owner(), options, answers, rules);
            } finally {
                answers.write(Path.of("target"), heading(options));
            }
        } catch (RuntimeException e) {
            e.printStackTrace(System.out);
            rules.broken("the run failed: " + e);
        } finally {
            if (!options.keep()) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
        rules.all().forEach(rule -> System.out.println("  " + rule));
        if (!rules.all().isEmpty()) {
            System.exit(1);
        }
    }

    private static void measure(
            ConfigurableApplicationContext server,
            Centre centre,
            JdbcClient jdbc,
            AuditSizeOptions options,
            AuditAnswers answers,
            Rules rules) {
        var auditor = centre.signedIn(auditor(centre));
        auditor.page("/");
        var questions = new AuditQuestions(jdbc, options);
        if (options.phases().contains("1")) {
            new AuditReadPhase(auditor, questions, answers, options).run();
        }
        if (options.phases().contains("2")) {
            new AuditSearchPhase(auditor, questions, answers, options.rounds()).run();
        }
        if (options.phases().contains("3")) {
            new AuditRetentionPhase(server, centre, jdbc, questions, answers, options, rules).run();
        }
    }

    /** Data that is measured once more has those of the runs before. */
    private static String auditor(Centre centre) {
        while (true) {
            try {
                return centre.person("AUDITOR");
            } catch (DuplicateKeyException taken) {
                // the next one
            }
        }
    }

    private static String heading(AuditSizeOptions options) {
        return String.format(
                Locale.ROOT,
                "%,d closed callbacks, %,d events, %d lists, %d agents, %d years; %d processors, load average %.1f, %s",
                options.callbacks(),
                options.events(),
                options.lists(),
                options.agents(),
                options.years(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Instant.now());
    }

    private static ConfigurableApplicationContext server(String folder, boolean forgets) {
        return new SpringApplicationBuilder(RingbackApplication.class)
                .initializers(WithoutTestClasses::excludeFrom)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn",
                        "--ringback.list.sweep=false", // there are no indexes while the data is made
                        "--ringback.erasure.sweep=" + forgets,
                        "--ringback.data-folder=" + folder);
    }
}
