package io.ringback.support;

import io.ringback.process.EngineClock;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole server as in operation that can be stopped and started again on the same port and database. */
public final class RestartableServer implements AutoCloseable {

    private final EngineClock engineClock = EngineClock.real();
    private final String url;
    private final List<String> settings;
    private int port;
    private @Nullable ConfigurableApplicationContext running;

    private RestartableServer(String url, List<String> settings) {
        this.url = url;
        this.settings = settings;
    }

    /** @param settings further ones, such as {@code --ringback.desk.grace=PT5S} */
    public static RestartableServer started(String... settings) {
        return startedOn(TestDatabase.migrated().url(), settings);
    }

    /** @param url of its database */
    public static RestartableServer startedOn(String url, String... settings) {
        var server = new RestartableServer(url, List.of(settings));
        server.start();
        return server;
    }

    public void start() {
        running = new SpringApplicationBuilder(io.ringback.RingbackApplication.class, CentreConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .initializers(WithoutTestClasses::excludeFrom)
                .run(Stream.of(
                                ServerRole.arguments(url),
                                Stream.of(
                                        "--server.port=" + port,
                                        "--spring.main.banner-mode=off",
                                        "--operaton.bpm.generate-unique-process-engine-name=true"),
                                settings.stream())
                        .flatMap(each -> each)
                        .toArray(String[]::new));
        port = running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** In order, as when it is updated. */
    public void stop() {
        if (running != null) {
            running.close();
        }
    }

    /** Somebody else's transaction on its database, which has done this and goes on until it is closed. */
    public HeldLock holding(String sql) {
        return HeldLock.of(url, sql);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Centre centre() {
        if (running == null) {
            throw new IllegalStateException("the server was not started");
        }
        return running.getBean(Centre.class);
    }

    @Override
    public void close() {
        stop();
        engineClock.close();
    }
}
