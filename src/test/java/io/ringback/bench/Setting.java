package io.ringback.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.operaton.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * On what and how it was measured.
 *
 * @param loadBefore of the machine, before anything was started
 * @param postgres settings that are not PostgreSQL's own
 * @param workedOff copies that were worked off, by contender
 */
record Setting(
        Instant begun,
        String processor,
        int processors,
        double loadBefore,
        String java,
        String engine,
        String postgresVersion,
        Map<String, String> postgres,
        int cases,
        int rounds,
        int warmUp,
        int agents,
        int lists,
        int threads,
        Map<String, Long> workedOff) {

    static Setting of(
            Instant begun, double loadBefore, Cluster cluster, BenchmarkOptions options, Map<String, Long> workedOff) {
        var jdbc = JdbcClient.create(cluster.connect(Cluster.SUPERUSER));
        Map<String, String> settings = new TreeMap<>();
        jdbc.sql("""
                        SELECT name, current_setting(name) FROM pg_settings
                        WHERE source IN ('command line', 'configuration file') AND category !~ 'Locale|File Locations'
                        ORDER BY name""").query(row -> {
            settings.put(row.getString(1), row.getString(2));
        });
        return new Setting(
                begun,
                modelName(),
                Runtime.getRuntime().availableProcessors(),
                loadBefore,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                "Operaton " + ProcessEngine.class.getPackage().getImplementationVersion(),
                jdbc.sql("SHOW server_version").query(String.class).single(),
                settings,
                options.cases(),
                options.rounds(),
                options.warmUp(),
                options.agents(),
                options.lists(),
                options.threads(),
                workedOff);
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String modelName() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("a processor without a name");
        } catch (IOException e) {
            return "a processor without a name";
        }
    }

    /** When and on what. */
    String machine() {
        return String.format(
                Locale.ROOT,
                "%s; %d × %s, load average %.1f before; %s, %s, PostgreSQL %s as the server sets it.",
                begun.toString().substring(0, 10),
                processors,
                processor,
                loadBefore,
                java,
                engine,
                postgresVersion);
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%s %d lists, %d agents at once, "
                        + "%d threads; %d rounds of %d cases each in turn, after %d to warm up. Copied cases that were worked off: %s.",
                machine(),
                lists,
                agents,
                threads,
                rounds,
                cases,
                warmUp,
                workedOff);
    }

    List<String> json() throws IOException {
        return List.of(new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(this));
    }
}
