package io.ringback.desk;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.support.Centre;
import io.ringback.support.EventStream;
import io.ringback.support.Http;
import io.ringback.support.Invariants;
import io.ringback.support.TwoNodes;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Desks on two nodes, as in operation but with a grace time of three seconds. */
@Tag("server")
class TwoDesksTest {

    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start("--ringback.desk.grace=PT3S");
    }

    @AfterEach
    void rowsAndEngineAgree() {
        Invariants.hold(nodes.jdbc());
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aCaseIsHandedOnWhicheverNodesDeskVanishes(int node) {
        var list = nodes.centre().list();
        var agent = nodes.centre().agentOn(list);
        var next = nodes.centre().agentOn(list);
        var callback = nodes.centre().request(list, nodes.centre().newNumber());
        var desk = opened(nodes.centre(node), agent, UUID.randomUUID());
        assertThat(nodes.centre(node).receive(agent, true).at("/case/callback/id"))
                .isEqualTo(callback.path("id"));
        nodes.centre(node + 1).receive(next, true);

        desk.close();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> nodes.centre().desk(next).at("/case/callback/id"), callback.path("id")::equals);
        assertThat(nodes.centre(node + 1).desk(agent).path("stoppedBecause").asText())
                .isEqualTo("CONNECTION_LOST");
        assertThat(nodes.jdbc()
                        .sql(
                                "SELECT reason FROM ringback.audit_event WHERE agent_id = ? AND type = 'RECEIVING_STOPPED'")
                        .param(agent)
                        .query(String.class)
                        .list())
                .containsExactly("CONNECTION_LOST");
        nodes.centre().receive(next, false);
    }

    @Test
    void aDeskOnOneNodeTakesOverFromOneOnTheOther() {
        var agent = nodes.centre().agentOn(nodes.centre().list());
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        try (var firstDesk = opened(nodes.centre(), agent, first);
                var secondDesk = opened(nodes.otherCentre(), agent, second)) {
            firstDesk.event("takenOver");

            assertThat(firstDesk.ends()).isTrue();
            assertThat(secondDesk.isOpen()).isTrue();
            for (int node = 0; node < 2; node++) {
                conflict(answer(nodes.centre(node), agent, first));
                assertThat(answer(nodes.centre(node), agent, second).status()).isEqualTo(204);
            }
        }
    }

    private static EventStream opened(Centre node, String agent, UUID desk) {
        return node.openDesk(agent, desk);
    }

    private static Http.Answer answer(Centre node, String agent, UUID desk) {
        return node.as(agent).put("/api/v1/desk/presence", json("{'desk':'%s'}", desk));
    }
}
