package io.ringback.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ringback.platform.run.InBackground;
import io.ringback.support.BusyCentre;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A centre with years behind it: lists, agents, closed cases with all that is kept of them, and some open ones. */
final class AuditCentre {

    private final ConfigurableApplicationContext server;
    private final Centre centre;
    private final AuditAnswers answers;
    private final AuditSizeOptions options;
    private final DataSource owner;
    private final JdbcClient jdbc;
    private final BusyCentre busy;

    AuditCentre(ConfigurableApplicationContext server, Centre centre, AuditSizeOptions options, AuditAnswers answers) {
        this.server = server;
        this.answers = answers;
        this.centre = centre;
        this.options = options;
        // Waits as long as a statement takes, and owns the tables.
        this.owner = server.getBean(Flyway.class).getConfiguration().getDataSource();
        this.jdbc = JdbcClient.create(owner);
        this.busy = new BusyCentre(jdbc, "audit");
    }

    /** As the owner of its tables, who waits as long as it takes. */
    JdbcClient owner() {
        return jdbc;
    }

    void fill() {
        var sealing = server.getBean("evidenceLoop", InBackground.class);
        sealing.stop();
        server.getBean("forgettingLoop", InBackground.class).stop();
        busy.addLists(options.lists());
        busy.addPeople(options.agents());
        busy.addCallbacks(options.open());
        var stories = stories();
        stories.forEach(story -> System.out.printf(
                "  %-40s %d callbacks, %d events%n",
                story.name(), story.callbacks(), story.events().size()));
        var begin = System.nanoTime();
        try (var connection = owner.getConnection()) {
            var columns = new StoryBook(connection).columns();
            long events;
            var years = new AuditYears(options, stories, lists(), agents());
            try (var load = new BulkLoad(owner, columns.keySet())) {
                events = years.write(load, columns);
                said("%d events copied", begin, events);
            }
            said("indexes built", begin);
            new AuditFiguresGiven(connection).count();
            said("figures counted", begin);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        jdbc.sql("VACUUM ANALYZE").update();
        said("vacuumed and analysed", begin);
        seal(sealing);
        sizes();
    }

    private void seal(InBackground sealing) {
        var begin = System.nanoTime();
        var before = sealed();
        sealing.start();
        var last = jdbc.sql("SELECT max(id) FROM ringback.audit_event")
                .query(Long.class)
                .single();
        WorkedStories.until(Duration.ofHours(3), () -> sealed() >= last);
        answers.rate("events sealed", last - before, (System.nanoTime() - begin) / 1e9, 0);
        jdbc.sql("VACUUM ANALYZE ringback.audit_block, ringback.audit_salt").update();
    }

    private long sealed() {
        return jdbc.sql("SELECT sealed_to FROM ringback.audit_chain")
                .query(Long.class)
                .single();
    }

    /** Every kind on each version of the process. */
    private List<Story> stories() {
        var designer = centre.as(centre.person("DESIGNER"));
        List<WorkedStories.Worked> worked = new ArrayList<>();
        for (int version = 1; version <= options.versions(); version++) {
            if (version > 1) {
                deployAnother(designer, version);
            }
            worked.addAll(new WorkedStories(centre, jdbc).all());
        }
        WorkedStories.until(() -> jdbc.sql("SELECT count(*) FROM ringback.case_record")
                        .query(Integer.class)
                        .single()
                >= worked.stream().mapToInt(each -> each.callbacks().size()).sum());
        try (var connection = owner.getConnection()) {
            var book = new StoryBook(connection);
            return worked.stream().map(book::read).toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is the same byte for byte would make no version. */
    private static void deployAnother(Http designer, int version) {
        var first =
                designer.get("/api/v1/processes/callbackCase/versions/1/xml").body();
        var file = JsonNodeFactory.instance
                .objectNode()
                .put("name", "callbackCase.bpmn")
                .put("content", first + "<!-- year %d -->".formatted(version));
        var asked = JsonNodeFactory.instance.objectNode().put("reason", "the next year");
        asked.putArray("files").add(file);
        var answer = WorkedStories.ok(designer.post("/api/v1/processes", asked.toString()));
        if (answer.json().at("/deployed/0/version").asInt() != version) {
            throw new IllegalStateException("not version %d: %s".formatted(version, answer.body()));
        }
    }

    private List<String> lists() {
        return IntStream.rangeClosed(1, options.lists())
                .mapToObj("busy-audit-list-%d"::formatted)
                .toList();
    }

    private List<String> agents() {
        return IntStream.rangeClosed(1, options.agents())
                .mapToObj("busy-audit-agent-%d"::formatted)
                .toList();
    }

    private void sizes() {
        jdbc.sql("""
                        SELECT coalesce(parent.relname, pg_class.relname) AS name, sum(pg_class.reltuples)::bigint AS rows,
                               sum(pg_table_size(pg_class.oid)) AS table, sum(pg_indexes_size(pg_class.oid)) AS indexes
                        FROM pg_class LEFT JOIN pg_inherits ON inhrelid = pg_class.oid
                        LEFT JOIN pg_class parent ON parent.oid = inhparent
                        WHERE pg_class.relnamespace = 'ringback'::regnamespace AND pg_class.relkind = 'r'
                        GROUP BY 1 HAVING sum(pg_total_relation_size(pg_class.oid)) > 5000000 ORDER BY 3 DESC""")
                .query((row, number) -> String.format(
                        Locale.ROOT,
                        "  %-24s %,12d rows  %8.1f MB, indexes %8.1f MB",
                        row.getString("name"),
                        row.getLong("rows"),
                        row.getLong("table") / 1e6,
                        row.getLong("indexes") / 1e6))
                .list()
                .forEach(System.out::println);
    }

    private static void said(String what, long begin, Object... values) {
        System.out.printf(Locale.ROOT, "%s after %.1f s%n", what.formatted(values), (System.nanoTime() - begin) / 1e9);
    }
}
