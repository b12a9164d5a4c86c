package io.ringback.trace;

import static org.awaitility.Awaitility.await;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folds closed cases at once, where a test does not want to wait for it. */
public final class ClosedCases {

    private ClosedCases() {}

    /** Also when the server is at it by itself just then, which keeps others from folding. */
    public static void fold(ApplicationContext server) {
        var folding = server.getBean(Folding.class);
        var left = "SELECT " + server.getBean(EngineHistory.class).hasEnded();
        var jdbc = server.getBean(JdbcClient.class);
        await().until(() ->
                folding.some() == 0 && !jdbc.sql(left).query(Boolean.class).single());
    }
}
