package io.ringback.process;

import static io.ringback.support.Centre.id;
import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.allocation.Offers;
import io.ringback.reception.Agents;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import io.ringback.support.ServerRole;
import io.ringback.trace.Traces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.history.HistoricProcessInstance;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.operaton.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A working day that starts at the same time with nobody waiting, and a view of the paths that cases take in it. */
@RingbackTest
@Import(Footprints.class)
abstract class ProcessTest {

    static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    /** List settings: the agent may take any time to call, or to save after the call. */
    static final Map<String, String> NO_LIMITS = Map.of("autoStopAfter", "null", "closeAfterCall", "null");

    @Autowired
    Centre centre;

    @Autowired
    EngineDriver engine;

    @Autowired
    MovableClock clock;

    @Autowired
    Offers offers;

    @Autowired
    Agents agents;

    @Autowired
    ProcessEngine processEngine;

    @Autowired
    Footprints footprints;

    @Autowired
    private Traces traces;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void startTheDay() {
        BpmnAwareTests.init(processEngine);
        clock.set(MORNING);
    }

    /** Rows and processes agree; then no timer and no agent of this test is left to meddle with the next. */
    @AfterEach
    void endTheDay() {
        assertThat(engine.running("callbackCase")).isEqualTo(count("ringback.callback WHERE closed_at IS NULL"));
        assertThat(engine.running("agentReception")).isEqualTo(count("ringback.agent WHERE reception_id IS NOT NULL"));
        assertThat(engine.incidents()).isZero();
        clearAway();
    }

    private long count(String rows) {
        return jdbc.sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }

    private void clearAway() {
        footprints.keepFor(outermost(getClass()), processEngine.getHistoryService(), traces);
        var runtime = processEngine.getRuntimeService();
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end of the test", true));
        var history = processEngine.getHistoryService();
        history.createHistoricProcessInstanceQuery()
                .list()
                .forEach(instance -> history.deleteHistoricProcessInstance(instance.getId()));
        ServerRole.owner(dataSource).sql("TRUNCATE ringback.callback CASCADE").update();
        jdbc.sql("""
                        UPDATE ringback.agent
                        SET reception_id = NULL, reception_process_id = NULL, receiving_since = NULL,
                            idle_since = NULL, allocation_id = NULL""").update();
    }

    static Class<?> outermost(Class<?> testClass) {
        var enclosing = testClass.getEnclosingClass();
        return enclosing == null ? testClass : outermost(enclosing);
    }

    /** Time passes and every timer fires that comes up meanwhile. */
    void pass(Duration time) {
        clock.advance(time);
        engine.fireDueTimers();
    }

    /** The tests of this test's class have left nothing of the process untouched. */
    void assertEverythingPassed(String processId) {
        var repository = processEngine.getRepositoryService();
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .singleResult();
        new EveryElement(processId, repository.getBpmnModelInstance(definition.getId()))
                .assertPassed(footprints.of(outermost(getClass())));
    }

    ProcessInstanceAssert assertProcess(JsonNode callback) {
        var instance = processEngine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(id(callback).toString())
                .singleResult();
        return new CaseAssert(processEngine, seen(instance), traces);
    }

    ProcessInstanceAssert assertProcess(ProcessInstance instance) {
        return BpmnAwareTests.assertThat(instance);
    }

    /** The reception that goes on, to be looked at also when it has ended. */
    ProcessInstance reception(String agent) {
        return seen(processEngine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(Objects.requireNonNull(agents.get(agent).receptionProcessId()))
                .singleResult());
    }

    private static ProcessInstance seen(HistoricProcessInstance instance) {
        return new SeenInstance(instance);
    }

    void assertStatus(JsonNode callback, String status) {
        assertThat(centre.status(callback)).isEqualTo(status);
    }

    /** The agent holds exactly this callback. */
    void assertHolds(String agent, JsonNode callback) {
        assertThat(centre.desk(agent).at("/case/callback/id")).isEqualTo(callback.path("id"));
        assertThat(centre.callback(callback).path("allocatedTo").asText()).isEqualTo(agent);
    }

    void assertIdle(String agent) {
        assertThat(centre.desk(agent).path("receiving").asBoolean()).isTrue();
        assertThat(centre.desk(agent).path("case").isNull()).isTrue();
    }

    void assertStopped(String agent, String because) {
        var desk = centre.desk(agent);
        assertThat(desk.path("receiving").asBoolean()).isFalse();
        assertThat(desk.path("acceptsServiceCalls").asBoolean()).isTrue();
        assertThat(desk.path("stoppedBecause").asText()).isEqualTo(because);
        assertThat(desk.path("case").isNull()).isTrue();
    }

    JsonNode history(JsonNode callback) {
        return supervisor()
                .get("/api/v1/callbacks/%s/history".formatted(id(callback)))
                .json();
    }

    /** What happened to the callback, as the auditors read it. */
    List<String> trail(JsonNode callback) {
        return history(callback).path("events").findValuesAsText("type");
    }

    /** The last thing of this kind that happened to the callback. */
    JsonNode event(JsonNode callback, String type) {
        return history(callback).path("events").findParents("type").stream()
                .filter(event -> event.path("type").asText().equals(type))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    Http supervisor() {
        return centre.as(centre.person("SUPERVISOR"));
    }

    Http.Answer cancel(JsonNode callback) {
        return supervisor()
                .post("/api/v1/callbacks/%s/cancel".formatted(id(callback)), "{\"reason\":\"was served at the shop\"}");
    }

    void setAvailability(String agent, String availability) {
        assertThat(centre.as(agent)
                        .put("/api/v1/desk/availability", Centre.object(Map.of("availability", quoted(availability))))
                        .status())
                .isEqualTo(200);
    }

    /** Keeps these fields as the draft of the case in hand; values are JSON. */
    void draft(String agent, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        all.put(
                "allocationId",
                quoted(centre.desk(agent).at("/case/allocationId").asText()));
        assertThat(centre.as(agent)
                        .put("/api/v1/desk/case/draft", Centre.object(all))
                        .status())
                .isEqualTo(204);
    }

    /** Calls the customer and hangs up. */
    void callAndHangUp(String agent) {
        centre.endCall(agent, centre.call(agent));
    }

    static Instant time(JsonNode value) {
        return Instant.parse(value.asText());
    }

    static String json(Instant time) {
        return quoted(time.toString());
    }
}
