package io.ringback.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.support.DatabaseProxy;
import io.ringback.support.RestartableServer;
import io.ringback.support.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server on which nobody is signed in and nothing is due leaves its database alone. */
@Tag("server")
class IdleNodeTest {

    private static final int MOST_PER_SECOND = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1); // whatever looks by itself does so in it

    @Test
    void anIdleNodeSendsAtMostFiveStatementsASecond() {
        try (var network = DatabaseProxy.before(TestDatabase.migrated().url());
                var server = RestartableServer.startedOn(network.url())) {
            assertThat(server).isNotNull();
            var last = new long[] {network.statements()};
            var windows = new ArrayList<Long>();

            // What the start has set off is over at some time.
            await().pollDelay(WINDOW)
                    .pollInterval(WINDOW)
                    .atMost(WINDOW.multipliedBy(5))
                    .untilAsserted(() -> {
                        var now = network.statements();
                        windows.add(now - last[0]);
                        last[0] = now;
                        assertThat(windows.get(windows.size() - 1))
                                .as("statements in each %s: %s; the last ones: %s", WINDOW, windows, network.lastSent())
                                .isLessThanOrEqualTo(MOST_PER_SECOND * WINDOW.toSeconds());
                    });
        }
    }
}
