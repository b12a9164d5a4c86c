package io.ringback.support;

import io.ringback.process.EngineClock;
import io.ringback.process.TimersByHand;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two whole servers on one database as in operation: their timers fire, their offers run, and the time is the real one.
 */
public final class TwoNodes implements AutoCloseable {

    private final EngineClock engineClock = EngineClock.real();
    private final ConfigurableApplicationContext a;
    private final ConfigurableApplicationContext b;

    private TwoNodes(String... settings) {
        var url = TestDatabase.migrated().url();
        a = node(url, settings);
        b = node(url, settings);
    }

    /** @param settings further ones, each as {@code --name=value} */
    public static TwoNodes start(String... settings) {
        return new TwoNodes(settings);
    }

    private static ConfigurableApplicationContext node(String url, String... settings) {
        return new SpringApplicationBuilder(io.ringback.RingbackApplication.class, CentreConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .initializers(WithoutTestClasses::excludeFrom)
                .run(Stream.of(
                                ServerRole.arguments(url),
                                Stream.of(
                                        "--server.port=0",
                                        "--spring.main.banner-mode=off",
                                        "--spring.datasource.hikari.maximum-pool-size=14",
                                        // Of fifty at once some wait for long on a busy machine; elsewhere they get a
                                        // 503.
                                        "--spring.datasource.hikari.connection-timeout=60000",
                                        "--operaton.bpm.generate-unique-process-engine-name=true",
                                        "--operaton.bpm.job-execution.core-pool-size=4",
                                        "--operaton.bpm.job-execution.max-pool-size=4"),
                                Stream.of(settings))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    /** The contact centre as seen through the first node. */
    public Centre centre() {
        return a.getBean(Centre.class);
    }

    /** The same one, through the second node. */
    public Centre otherCentre() {
        return b.getBean(Centre.class);
    }

    /** Through either node in turn. */
    public Centre centre(int turn) {
        return turn % 2 == 0 ? centre() : otherCentre();
    }

    /** The timers of the second node. */
    public TimersByHand otherTimers() {
        return TimersByHand.of(b);
    }

    public JdbcClient jdbc() {
        return a.getBean(JdbcClient.class);
    }

    public Clock clock() {
        return a.getBean(Clock.class);
    }

    @Override
    public void close() {
        a.close();
        b.close();
        engineClock.close();
    }
}
