package io.ringback.load;

import io.ringback.RingbackApplication;
import io.ringback.support.BusyCentre;
import io.ringback.support.StatementLog;
import io.ringback.support.WebSession;
import io.ringback.support.WithoutTestClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the pages of supervisors and administrators of a large centre, over HTTP and warm: how long each takes, how
 * much it weighs and how many statements it costs. It starts a server with an embedded PostgreSQL on data of its own,
 * which it throws away, and ends by itself. Options: {@code -Dlists}, {@code -Dpeople}, {@code -Dcallbacks} (open),
 * {@code -Drounds}, {@code -Dpages} (addresses, separated by blanks), {@code -Dtarget} (median in milliseconds).
 */
public final class OfficeSpeed {

    private static final List<String> PAGES = List.of(
            "/supervision",
            "/supervision/board/state",
            "/supervision?q=7",
            "/supervision/lists",
            "/supervision/lists/_all",
            "/supervision/lists/busy-speed-list-1",
            "/admin/people",
            "/admin/people?text=matti",
            "/admin/people/busy-speed-agent-1",
            "/supervision/cases",
            "/supervision/charts");

    private OfficeSpeed() {}

    public static void main(String[] args) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        int lists = Integer.getInteger("lists", 60);
        int people = Integer.getInteger("people", 200);
        int callbacks = Integer.getInteger("callbacks", 2_000);
        var rules = new Rules();
        var folder = Files.createTempDirectory("ringback-office-");
        try (var server = server(folder.toString())) {
            System.out.printf(
                    "Ringback office pages: %d lists, %d people, %d open callbacks, %s%n",
                    lists, people, callbacks, Instant.now());
            var jdbc = server.getBean(JdbcClient.class);
            var centre = new BusyCentre(jdbc, "speed");
            centre.addViewer();
            centre.addLists(lists);
            centre.addPeople(people);
            centre.letHalfReceive();
            centre.addCallbacks(callbacks);
            jdbc.sql("VACUUM ANALYZE").update();
            measure(server, centre, rules);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        rules.all().forEach(rule -> System.out.println("  " + rule));
        if (!rules.all().isEmpty()) {
            System.exit(1);
        }
    }

    private static void measure(ConfigurableApplicationContext server, BusyCentre centre, Rules rules) {
        var port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var browser = WebSession.at(port);
        browser.signIn(centre.viewer(), BusyCentre.PASSWORD);
        var pages = System.getProperty("pages") == null
                ? PAGES
                : Arrays.asList(System.getProperty("pages").split(" "));
        new OfficePhase(
                        browser,
                        server.getBean(StatementLog.class),
                        Integer.getInteger("rounds", 200),
                        Integer.getInteger("target", 150),
                        rules)
                .run(pages);
    }

    private static ConfigurableApplicationContext server(String folder) {
        return new SpringApplicationBuilder(RingbackApplication.class, StatementLog.class)
                .initializers(WithoutTestClasses::excludeFrom)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn",
                        "--ringback.data-folder=" + folder,
                        "--ringback.allocation.loop=false",
                        "--ringback.desk.sweep=false",
                        "--operaton.bpm.job-execution.enabled=false");
    }
}
