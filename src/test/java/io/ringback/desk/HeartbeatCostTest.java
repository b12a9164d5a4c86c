package io.ringback.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.stream.OpenAnswers;
import io.ringback.stream.StreamKind;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import io.ringback.support.StatementLog;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;

/** What open desks cost the database while nothing happens, so that it does not grow with their number. */
@RingbackTest
@Import(StatementLog.class)
class HeartbeatCostTest {

    private static final int DESKS = 500;

    @Autowired
    private Centre centre;

    @Autowired
    private StatementLog statements;

    @Autowired
    private DeskStreams streams;

    @Autowired
    private OpenStreams open;

    @Autowired
    private OpenAnswers answers;

    @Autowired
    private Heartbeats heartbeats;

    @Autowired
    private DeskSenders senders;

    @Test
    void aRoundOfHeartbeatsAndOneOfNumbersCostTheSameForFiveHundredDesksAsForOne() {
        var agents = Stream.generate(() -> centre.person("AGENT")).limit(DESKS).toList();
        var list = centre.list();
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        agents.forEach(agent -> supervisor.put("/api/v1/lists/%s/agents/%s".formatted(list, agent), ""));
        for (int number = 0; number < DESKS; number++) {
            open(agents.get(number), number % 2 == 0 ? UUID.randomUUID() : null, number);
        }
        untilAllIsSent(agents);
        streams.numbers(); // tells of what has changed while they were opened
        untilAllIsSent(agents);

        var sent = statements.during(() -> {
            heartbeats.beat();
            streams.numbers();
            untilAllIsSent(agents);
        });

        assertThat(agents).allMatch(open::has);
        assertThat(sent).as(String.join("\n", sent)).hasSizeBetween(2, 8);
        agents.forEach(agent -> open.of(agent).forEach(open::end));
    }

    private void open(String agent, @Nullable UUID desk, int port) {
        var request = new MockHttpServletRequest("GET", "/api/v1/desk/events");
        request.addHeader("Authorization", "Basic");
        request.setRemotePort(port);
        streams.open(DeskConnection.of(answers.open(StreamKind.EVENTS, () -> agent, request), desk, request));
    }

    /** The senders have done all that was given to them before. */
    private void untilAllIsSent(List<String> agents) {
        var done = ConcurrentHashMap.<String>newKeySet();
        agents.forEach(agent -> senders.execute(agent, () -> done.add(agent)));
        await().until(() -> done.size() == agents.size());
    }
}
