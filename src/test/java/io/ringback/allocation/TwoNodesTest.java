package io.ringback.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.DeskStream;
import io.ringback.support.Invariants;
import io.ringback.support.Together;
import io.ringback.support.TwoNodes;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many callers and agents at once on two nodes. */
@Tag("server")
class TwoNodesTest {

    private static final int AGENTS = 30;
    private static final int CASES = 600;

    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start();
    }

    @AfterEach
    void rowsAndEngineAgree() {
        Invariants.hold(nodes.jdbc());
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void ofFiftyRequestsOfOneNumberAtOnceOneBecomesTheMainCallback() {
        var list = nodes.centre().list();
        var integrator = nodes.centre().person("INTEGRATOR");

        for (int round = 0; round < 20; round++) {
            var number = nodes.centre().newNumber();

            var callbacks = Together.times(50, caller -> request(caller, integrator, list, number));

            var mains = callbacks.stream().filter(callback -> statusOf(callback).equals("WAITING"));
            var merged =
                    callbacks.stream().filter(callback -> statusOf(callback).equals("MERGED"));
            var main = mains.map(Centre::id).toList();
            assertThat(main).hasSize(1);
            assertThat(merged.map(callback -> callback.path("mainCallbackId").asText()))
                    .hasSize(49)
                    .containsOnly(main.get(0).toString());
        }
    }

    /**
     * How exactly "oldest first" holds: an agent passes by what another one is just taking, so a case can come into
     * somebody's hands later than its age says by as many places as there are agents taking one at that moment.
     */
    @Test
    void thirtyAgentsHandleSixHundredCasesOnceEachOldestFirst() {
        var list = nodes.centre().list();
        var integrator = nodes.centre().person("INTEGRATOR");
        Together.times(
                10,
                caller -> Stream.generate(nodes.centre()::newNumber)
                        .limit(CASES / 10)
                        .map(number -> request(caller, integrator, list, number))
                        .toList());
        var agents = Stream.generate(() -> nodes.centre().agentOn(list))
                .limit(AGENTS)
                .toList();

        var handled = Together.times(AGENTS, number -> workOff(list, number, agents.get(number)));

        assertThat(handled.stream().mapToInt(Integer::intValue).sum()).isEqualTo(CASES);
        assertThat(count(list, "SELECT count(*) FROM ringback.callback WHERE list_id = ? AND status = 'RESOLVED'"))
                .isEqualTo(CASES);
        assertThat(count(list, "SELECT count(*) FROM ringback.audit_event WHERE list_id = ? AND type = 'ALLOCATED'"))
                .isEqualTo(CASES);
        assertThat(latenesses(list)).allSatisfy(late -> assertThat(late).isLessThan(AGENTS));
    }

    @Test
    void aCallbackMeetsTheIdleAgentOnTheOtherNode() {
        var list = nodes.centre().list();
        var agent = nodes.centre().agentOn(list);
        nodes.otherCentre().receive(agent, true);

        try (var stream = DeskStream.of(nodes.otherCentre(), agent)) {
            await().until(() -> !stream.desks().isEmpty());
            var callback = nodes.centre().request(list, nodes.centre().newNumber());

            await().until(() -> stream.desks().stream()
                    .anyMatch(desk -> desk.at("/case/callback/id").equals(callback.path("id"))));
        }
    }

    @Test
    void desksAreToldAgainAfterTheLineForNewsBroke() {
        var agent = nodes.centre().agentOn(nodes.centre().list());

        try (var stream = DeskStream.of(nodes.otherCentre(), agent)) {
            await().until(() -> !stream.desks().isEmpty());
            var before = listening();
            nodes.jdbc()
                    .sql("SELECT pg_terminate_backend(pid) FROM unnest(?::int[]) AS pid")
                    .param(before.toArray(Integer[]::new))
                    .query(Boolean.class)
                    .list();
            var told = stream.desks().size();
            await().until(() -> listening().size() == 2 && Collections.disjoint(listening(), before));

            await().until(() -> stream.desks().size() > told);
            availability(agent, "BUSY");
            await().until(() -> stream.desks().stream()
                    .anyMatch(desk -> desk.path("availability").asText().equals("BUSY")));
        }
    }

    /** Saves one case after the other, through both nodes in turn, until none is open; answers how many. */
    private static int workOff(String list, int number, String agent) {
        nodes.centre(number).receive(agent, true);
        int handled = 0;
        while (awaitCase(list, nodes.centre(number), agent)) {
            nodes.centre(number + handled).save(agent, "ANSWERED");
            handled++;
        }
        return handled;
    }

    /** False when no case is left. */
    private static boolean awaitCase(String list, Centre node, String agent) {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> node.desk(agent).path("case").isObject() ? "CASE" : openOf(list) == 0 ? "NONE" : "",
                        found -> !found.isEmpty())
                .equals("CASE");
    }

    /** By how many places each case was allocated later than its age says. */
    private static List<Integer> latenesses(String list) {
        return nodes.jdbc().sql("""
                        SELECT row_number() OVER (ORDER BY e.id)
                               - row_number() OVER (ORDER BY c.priority_at, c.created_at, c.id)
                        FROM ringback.audit_event e JOIN ringback.callback c ON c.id = e.callback_id
                        WHERE e.list_id = ? AND e.type = 'ALLOCATED'""").param(list).query(Integer.class).list();
    }

    private static JsonNode request(int caller, String integrator, String list, String number) {
        var answer = nodes.centre(caller)
                .as(integrator)
                .post(
                        "/api/v1/callbacks",
                        "{\"listId\":\"%s\",\"phoneNumber\":\"%s\",\"source\":\"IVR\"}".formatted(list, number));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static void availability(String agent, String availability) {
        nodes.centre().as(agent).put("/api/v1/desk/availability", "{\"availability\":\"%s\"}".formatted(availability));
    }

    private static String statusOf(JsonNode callback) {
        return callback.path("status").asText();
    }

    private static long openOf(String list) {
        return count(list, "SELECT count(*) FROM ringback.callback WHERE list_id = ? AND closed_at IS NULL");
    }

    private static long count(String list, String sql) {
        return nodes.jdbc().sql(sql).param(list).query(Long.class).single();
    }

    /** The connections that wait for news. */
    private static Set<Integer> listening() {
        return nodes.jdbc().sql("""
                        SELECT pid FROM pg_stat_activity
                        WHERE datname = current_database() AND query LIKE 'LISTEN%'""").query(Integer.class).set();
    }
}
