package io.ringback.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.RingbackApplication;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.WithoutTestClasses;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how long a file of requests takes, from its upload to the last callback, and how long callers wait for the
 * intake meanwhile. It starts a server with an embedded PostgreSQL (with fsync) on data of its own, which it throws away,
 * and ends by itself. Options: {@code -Drows}, {@code -Drounds}.
 */
public final class ImportSpeed {

    private static final Duration STEP = Duration.ofMillis(100);

    private ImportSpeed() {}

    public static void main(String[] args) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        int rows = Integer.getInteger("rows", 2_000);
        int rounds = Integer.getInteger("rounds", 3);
        var folder = Files.createTempDirectory("ringback-imports-");
        try (var server = new SpringApplicationBuilder(RingbackApplication.class)
                .initializers(WithoutTestClasses::excludeFrom)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn",
                        "--ringback.data-folder=" + folder)) {
            for (int round = 1; round <= rounds; round++) {
                round(server, round, rows);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void round(ConfigurableApplicationContext server, int round, int rows) {
        var centre = new Centre(server.getBean(JdbcClient.class), server.getEnvironment(), server.getBean(Clock.class));
        var list = centre.list();
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var csv = IntStream.range(0, rows)
                .mapToObj(row -> "%s,Caller %s,%s\n".formatted(centre.newNumber(), row, row))
                .collect(Collectors.joining("", "phoneNumber,callerName,attr:order\n", ""));
        var begin = Instant.now();
        var file = supervisor
                .send(supervisor
                        .request("/api/v1/imports?listId=" + list)
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(csv))
                        .build())
                .json();
        until(supervisor, file, "CHECKED", centre, list, new ArrayList<>());
        var looked = Instant.now();
        supervisor.post("/api/v1/imports/%s/confirm".formatted(file.path("id").asText()), "{\"skipInvalid\":false}");
        var waits = new ArrayList<Long>();
        var done = until(supervisor, file, "DONE", centre, list, waits);
        var end = Instant.now();
        System.out.printf(
                "round %d: %d rows; checked in %.1f s, imported in %.1f s (%d new); load average %.1f; intake meanwhile"
                        + " p50 %d ms, max %d ms of %d%n",
                round,
                rows,
                seconds(begin, looked),
                seconds(looked, end),
                done.at("/result/created").asInt(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                percentile(waits, 50),
                percentile(waits, 100),
                waits.size());
    }

    /** Asks again and again, and has a caller call in between. */
    private static JsonNode until(
            Http supervisor, JsonNode file, String state, Centre centre, String list, List<Long> waits) {
        var path = "/api/v1/imports/" + file.path("id").asText();
        var now = supervisor.get(path).json();
        while (!now.path("state").asText().equals(state)) {
            if (state.equals("DONE")) {
                var begin = System.nanoTime();
                centre.request(list, centre.newNumber());
                waits.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
            }
            LockSupport.parkNanos(STEP.toNanos());
            now = supervisor.get(path).json();
        }
        return now;
    }

    private static long percentile(List<Long> waits, int percent) {
        var sorted = waits.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
