package io.ringback.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.support.Centre;
import io.ringback.support.TwoNodes;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where an agent is does not depend on the node that is asked, nor on the one that was called. */
@Tag("server")
class PresenceOnTwoNodesTest {

    @Test
    void bothNodesSayTheSame() {
        try (var nodes = TwoNodes.start()) {
            var one = nodes.centre();
            var other = nodes.otherCentre();
            var list = one.list();
            var agent = one.person("AGENT");
            one.giveAccess(agent, list);
            assertThat(presence(other, list, agent)).isEqualTo("NOT_SIGNED_IN");

            one.desk(agent);
            assertThat(presence(one, list, agent)).isEqualTo("AT_DESK");
            assertThat(presence(other, list, agent)).isEqualTo("AT_DESK");

            // Signed out at the other node; the one that has heard of the agent just now hears of it, and of what
            // follows.
            var browser = other.signedIn(agent);
            browser.page("/desk");
            browser.signOut();
            assertThat(presence(one, list, agent)).isEqualTo("NOT_SIGNED_IN");
            assertThat(presence(other, list, agent)).isEqualTo("NOT_SIGNED_IN");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                one.desk(agent);
                assertThat(presence(other, list, agent)).isEqualTo("AT_DESK");
            });
        }
    }

    private static String presence(Centre centre, String list, String agent) {
        var agents = centre.as(centre.person("SUPERVISOR"))
                .get("/api/v1/lists/%s/agents".formatted(list))
                .json();
        return StreamSupport.stream(agents.spliterator(), false)
                .filter(each -> each.path("agentId").asText().equals(agent))
                .findFirst()
                .orElseThrow()
                .path("presence")
                .asText();
    }
}
