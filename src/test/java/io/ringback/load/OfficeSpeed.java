package io.ringback.load;

import io.ringback.RingbackApplication;
import io.ringback.support.BusyCentre;
import io.ringback.support.FreshDatabase;
import io.ringback.support.ServerRole;
import io.ringback.support.StatementLog;
import io.ringback.support.WebSession;
import io.ringback.support.WithoutTestClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import net.ttddyy.dsproxy.support.ProxyDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.support.DynamicPropertyRegistrarBeanInitializer;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the pages of supervisors and administrators of a large centre, over HTTP and warm: how long each takes, how
 * much it weighs and how many statements it costs. It starts a server with an embedded PostgreSQL on data of its own,
 * which it throws away, and ends by itself. Options: {@code -Dlists}, {@code -Dpeople}, {@code -Dcallbacks} (open),
 * {@code -Dopen} (as many more, half of them on one list, and what programs ask for besides), {@code -Dscheduled} (how many
 * of these wait for a time of their own), {@code -Drounds}, {@code -Dpages} (addresses, separated by blanks), {@code -Dtarget} (median in milliseconds).
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
        int open = Integer.getInteger("open", 0);
        var rules = new Rules();
        var folder = Files.createTempDirectory("ringback-office-");
        try (var server = server(folder.toString())) {
            System.out.printf(
                    "Ringback office pages: %d lists, %d people, %d open callbacks, %s%n",
                    lists, people, callbacks + open, Instant.now());
            var jdbc = server.getBean(JdbcClient.class);
            var centre = new BusyCentre(jdbc, "speed");
            centre.addViewer();
            centre.addLists(lists);
            centre.addPeople(people);
            centre.letHalfReceive();
            centre.addCallbacks(callbacks);
            var owner = ServerRole.owner(server.getBean(ProxyDataSource.class).getDataSource());
            var many = new ManyOpen(owner, open, Integer.getInteger("scheduled", 0));
            many.fill(lists);
            owner.sql("VACUUM ANALYZE").update();
            var marking = many.marking();
            measure(server, centre, rules);
            marking.shutdownNow();
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
                ? pages()
                : Arrays.asList(System.getProperty("pages").split(" "));
        new OfficePhase(
                        browser,
                        server.getBean(StatementLog.class),
                        Integer.getInteger("rounds", 200),
                        Integer.getInteger("target", 150),
                        rules)
                .run(pages);
        if (Integer.getInteger("open", 0) > 0) {
            new AskedInside(server, server.getBean(JdbcClient.class), Integer.getInteger("rounds", 200)).run();
        }
    }

    private static List<String> pages() {
        return Integer.getInteger("open", 0) == 0
                ? PAGES
                : Stream.concat(PAGES.stream(), ManyOpen.ADDRESSES.stream()).toList();
    }

    private static ConfigurableApplicationContext server(String folder) {
        return new SpringApplicationBuilder(
                        RingbackApplication.class, StatementLog.class, DynamicPropertyRegistrarBeanInitializer.class)
                .initializers(WithoutTestClasses::excludeFrom, new FreshDatabase())
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
