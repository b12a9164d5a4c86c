package io.ringback.load;

import io.ringback.RingbackApplication;
import io.ringback.list.LiveNumbers;
import io.ringback.support.ServerRole;
import io.ringback.support.WithoutTestClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the live numbers of many lists with many open callbacks, and compares them to a recount. It starts a server
 * with an embedded PostgreSQL on data of its own, which it throws away, and ends by itself. The callbacks are rows made
 * by the database, without processes: the engine is no part of what is measured, so its timers and offers are off.
 * Options: {@code -Dlists}, {@code -Dcallbacks} (of all lists), {@code -Drounds}.
 */
public final class NumbersSpeed {

    private NumbersSpeed() {}

    public static void main(String[] args) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        int lists = Integer.getInteger("lists", 500);
        int callbacks = Integer.getInteger("callbacks", 1_000_000);
        int rounds = Integer.getInteger("rounds", 200);
        var rules = new Rules();
        var clock = new HeldClock();
        var folder = Files.createTempDirectory("ringback-numbers-");
        try (var server = server(folder, clock)) {
            System.out.printf(
                    "Ringback live numbers: %d lists, %d open callbacks, %s%n", lists, callbacks, Instant.now());
            var jdbc = server.getBean(JdbcClient.class);
            var owner = ServerRole.owner(server.getBean(DataSource.class));
            new NumbersGiven(jdbc, lists, callbacks).fill(owner);
            var numbers = new NumbersCompared(
                    jdbc,
                    server.getBean(LiveNumbers.class),
                    clock,
                    server.getBean(PlatformTransactionManager.class),
                    lists);
            new NumbersPhase(jdbc, numbers, rounds, rules).run();
            new TriggerCostPhase(jdbc, owner, lists, rules).run();
        } finally {
            delete(folder);
        }
        rules.all().forEach(rule -> System.out.println("  " + rule));
        if (!rules.all().isEmpty()) {
            System.exit(1);
        }
    }

    private static ConfigurableApplicationContext server(Path folder, HeldClock clock) {
        return new SpringApplicationBuilder(RingbackApplication.class)
                .initializers(
                        WithoutTestClasses::excludeFrom,
                        context -> context.getBeanFactory().registerSingleton("clock", clock))
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn",
                        "--ringback.data-folder=" + folder,
                        "--ringback.allocation.loop=false",
                        "--ringback.desk.sweep=false",
                        "--operaton.bpm.job-execution.enabled=false");
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
