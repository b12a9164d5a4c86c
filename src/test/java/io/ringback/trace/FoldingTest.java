package io.ringback.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.allocation.Offers;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What becomes of the way of a case when it is closed. */
@RingbackTest
@TestPropertySource(properties = "spring.application.name=figures") // what is left to fold is of all cases
class FoldingTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    @Autowired
    private ApplicationContext server;

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private Offers offers;

    @Autowired
    private Traces traces;

    @Autowired
    private JdbcClient jdbc;

    private String list;
    private String agent;

    @BeforeEach
    void aMorning() {
        clock.set(MORNING);
        list = centre.list();
        agent = centre.agentOn(list);
    }

    @Test
    void whatWasFoldedIsWhatTheEngineHadNoted() {
        var callback = resolvedInTheThirdRound();
        var before = traces.of(Centre.id(callback));
        assertThat(before.source()).isEqualTo(Trace.Source.ENGINE);

        fold();

        var after = traces.of(Centre.id(callback));
        assertThat(after.source()).isEqualTo(Trace.Source.RECORD);
        assertThat(after).usingRecursiveComparison().ignoringFields("source").isEqualTo(before);
    }

    @Test
    void theWayTellsRoundsAgentsAndFlows() {
        var trace = traces.of(Centre.id(resolvedInTheThirdRound()));

        assertThat(trace.end()).isEqualTo("end_resolved");
        assertThat(trace.steps())
                .filteredOn(step -> step.elementId().equals("task_callCustomer"))
                .extracting(Step::round, Step::agentId, Step::interrupted)
                .containsExactly(tuple(1, agent, true), tuple(2, agent, true), tuple(3, agent, true));
        assertThat(trace.flows()).allMatch(PassedFlow::certain);
        assertThat(trace.flows())
                .extracting(PassedFlow::flowId)
                .containsSubsequence(
                        "flow_requested",
                        "flow_waitingForAgent",
                        "flow_resolvedNo",
                        "flow_back",
                        "flow_scheduledUntil",
                        "flow_resolvedYes");
    }

    @Test
    void everyStepButThoseThatSomethingElseBeginsIsComeToByAFlow() {
        var trace = traces.of(Centre.id(resolvedInTheThirdRound()));

        var come = trace.flows().stream().map(PassedFlow::toStep).toList();
        assertThat(trace.steps())
                .filteredOn(step -> !come.contains(step.number()))
                .extracting(Step::type)
                .containsOnly("startEvent", "boundaryEvent");
    }

    /** Also where a table is not asked again within the second, since it answers all alike. */
    @Test
    void whatThePriorityWasDecidedFromIsKeptWithEachRequest() {
        for (var number : List.of(centre.newNumber(), centre.newNumber(), centre.newNumber())) {
            var asked = traces.of(Centre.id(centre.request(list, number)))
                    .decisions()
                    .get(0);

            assertThat(asked.key()).isEqualTo("callbackPriority");
            assertThat(asked.at()).isEqualTo(MORNING);
            assertThat(asked.inputs())
                    .containsEntry("List", list)
                    .containsEntry("Weekday", "MONDAY")
                    .containsKeys("Came by", "Hour");
        }
    }

    @Test
    void decisionsAreKeptWithWhatWasAskedAndTheRuleThatFired() {
        var callback = Centre.id(resolvedInTheThirdRound());
        fold();

        assertThat(traces.of(callback).decisions())
                .extracting(
                        MadeDecision::key,
                        MadeDecision::elementId,
                        made -> made.rules().get(0).id())
                .containsExactly(
                        tuple("callbackPriority", null, "rule_all"),
                        tuple("retryPolicy", "task_decideRetry", "rule_busy"),
                        tuple("retryPolicy", "task_decideRetry", "rule_noAnswer"));
        assertThat(traces.of(callback).decisions().get(1).inputs())
                .containsEntry("Call status", "BUSY")
                .containsEntry("Attempts so far", 1);
    }

    @Test
    void ofClosedCasesTheEngineKeepsNothing() {
        var open = centre.request(list, centre.newNumber());
        var closed = IntStream.range(0, 30)
                .mapToObj(i -> centre.request(list, centre.newNumber()))
                .toList();
        closed.forEach(centre::cancel);

        fold();

        assertThat(historyTables())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(rowsOfClosed(table)).as(table).isZero());
        assertThat(traces.of(Centre.id(open)).source()).isEqualTo(Trace.Source.ENGINE);
        assertThat(traces.of(Centre.id(closed.get(7))).end()).isEqualTo("end_cancelled");
    }

    @Test
    void aCaseWhoseProcessWasTakenAwayAndBegunAnewIsOneCase() {
        var callback = centre.request(list, centre.newNumber());
        var id = Centre.id(callback);
        engine.deleteInstance(id);
        centre.receive(agent, true); // finds out that its process is gone
        centre.receive(agent, false);
        assertThat(centre.as(centre.person("SUPERVISOR"))
                        .post("/api/v1/callbacks/%s/repair".formatted(id), "")
                        .status())
                .isEqualTo(200);
        fold();
        assertThat(traces.of(id).source()).isEqualTo(Trace.Source.ENGINE);
        centre.cancel(callback);

        fold();

        var trace = traces.of(id);
        assertThat(trace.source()).isEqualTo(Trace.Source.RECORD);
        assertThat(trace.steps())
                .filteredOn(step -> step.elementId().equals("start_callbackRequested"))
                .hasSize(2);
    }

    @Test
    void whatTheEngineHasCleanedUpBeforeIsToldByTheTrail() {
        var callback = resolvedInTheThirdRound();
        historyTables().forEach(table -> jdbc.sql("DELETE FROM public." + table).update());

        fold();

        var trace = traces.of(Centre.id(callback));
        assertThat(trace.source()).isEqualTo(Trace.Source.TRAIL);
        assertThat(trace.steps()).isEmpty();
        assertThat(trace.decisions()).hasSize(3);
    }

    private JsonNode resolvedInTheThirdRound() {
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        for (var status : List.of("BUSY", "NO_ANSWER")) {
            clock.advance(Duration.ofSeconds(40));
            centre.endCall(agent, centre.call(agent));
            clock.advance(Duration.ofSeconds(20));
            centre.save(agent, status);
            clock.advance(Duration.ofMinutes(20));
            engine.fireDueTimers(Centre.id(callback));
            offers.runOnce();
        }
        centre.endCall(agent, centre.call(agent));
        centre.save(agent, "ANSWERED", Map.of("note", "\"done\""));
        return callback;
    }

    private void fold() {
        ClosedCases.fold(server);
    }

    private List<String> historyTables() {
        return jdbc.sql("""
                        SELECT table_name FROM information_schema.columns
                        WHERE table_schema = 'public' AND column_name = 'root_proc_inst_id_'
                          AND table_name LIKE 'act\\_hi\\_%' ORDER BY 1""").query(String.class).list();
    }

    /** Of cases that are closed; receptions of agents go by their time to live. */
    private long rowsOfClosed(String table) {
        return jdbc.sql("""
                        SELECT count(*) FROM public.%s WHERE root_proc_inst_id_ NOT IN (
                            SELECT id_ FROM public.act_hi_procinst
                            WHERE proc_def_key_ = 'agentReception' OR end_time_ IS NULL)""".formatted(table)).query(Long.class).single();
    }
}
