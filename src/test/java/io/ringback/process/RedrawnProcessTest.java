package io.ringback.process;

import static io.ringback.support.Centre.id;
import static io.ringback.support.Centre.object;
import static io.ringback.support.Centre.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.allocation.Offers;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server with a process, a retry table and a form of its own works cases to their ends by these. */
@RingbackTest
class RedrawnProcessTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    @Autowired
    private Centre centre;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Offers offers;

    @Autowired
    private TaskService tasks;

    private String list;
    private String agent;
    private JsonNode callback;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        RedrawnModels.write();
        registry.add("ringback.processes.folder", RedrawnModels.PROCESSES::toString);
        registry.add("ringback.forms.folder", RedrawnModels.FORMS::toString);
    }

    @BeforeEach
    void aCallbackIsInTheAgentsHands() {
        clock.set(MORNING);
        list = centre.list(Map.of("autoStopAfter", "null", "closeAfterCall", "null"));
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
    }

    @Test
    void theRetryTableOfTheFolderGivesTheDelay() {
        callAndHangUp();
        assertThat(centre.desk(agent).at("/case/suggestedRetryAt/BUSY").asText())
                .isEqualTo(MORNING.plus(Duration.ofMinutes(2)).toString());

        centre.save(agent, "BUSY");
        pass(Duration.ofMinutes(2));
        centre.save(agent, "ANSWERED");

        assertStatus(callback, "RESOLVED");
    }

    @Test
    void theRetryTableOfTheFolderGivesUp() {
        callAndHangUp();

        centre.save(agent, "OTHER");

        assertStatus(callback, "CANCELLED");
    }

    @Test
    void thePriorityTableOfTheFolderSaysWhoIsNext() {
        centre.request(list, centre.newNumber());
        var web = centre.request(list, centre.newNumber(), Map.of("source", quoted("WEB")));

        centre.save(agent, "ANSWERED");

        assertThat(web.path("priority").asInt()).isEqualTo(4);
        assertThat(centre.desk(agent).at("/case/callback/id")).isEqualTo(web.path("id"));
    }

    @Test
    void aDateThatTheDrawingDoesNotAskForDoesNotCount() {
        callAndHangUp();

        centre.save(agent, "NO_ANSWER", Map.of("retryAt", quoted(MORNING.plus(Duration.ofHours(3)) + "")));

        assertThat(centre.callback(callback).path("eligibleAt").asText())
                .isEqualTo(MORNING.plus(Duration.ofMinutes(15)).toString());
    }

    @Test
    void theFormOfTheFolderIsTheOneThatCounts() {
        callAndHangUp();

        var refused = centre.as(agent).post("/api/v1/desk/case/outcome", answered("{\"reason\":\"ORDER\"}"));
        var saved = centre.as(agent).post("/api/v1/desk/case/outcome", answered("{\"matter\":\"PARCEL\"}"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(saved.status()).isEqualTo(200);
        assertStatus(callback, "RESOLVED");
    }

    @Test
    void aTaskBesideTheCallIsNotTheOneThatSaveCompletes() {
        pass(Duration.ofHours(1));
        assertThat(openTasks(callback)).containsExactlyInAnyOrder("task_lookIntoIt", "task_callCustomer");

        callAndHangUp();
        centre.save(agent, "NO_ANSWER");

        assertStatus(callback, "SCHEDULED");
        assertThat(openTasks(callback)).containsExactly("task_lookIntoIt");
    }

    @Test
    void anOlderTaskOfTheInstanceIsNotTheOneThatSaveCompletes() {
        centre.receive(agent, false);
        pass(Duration.ofHours(1));
        centre.receive(agent, true);
        assertThat(openTasks(callback)).containsExactlyInAnyOrder("task_lookIntoIt", "task_callCustomer");

        centre.save(agent, "ANSWERED");

        assertStatus(callback, "RESOLVED");
        assertThat(openTasks(callback)).containsExactlyInAnyOrder("task_lookIntoIt", "task_writeLetter");
    }

    @Test
    void aTaskAfterTheCallStaysWhileItsAgentGoesOn() {
        var next = centre.request(list, centre.newNumber());

        centre.save(agent, "ANSWERED");
        var held = centre.desk(agent).at("/case/callback/id");
        centre.save(agent, "ANSWERED");

        assertThat(held).isEqualTo(next.path("id"));
        for (var done : List.of(callback, next)) {
            assertStatus(done, "RESOLVED");
            assertThat(openTasks(done)).containsExactly("task_writeLetter");
        }
    }

    @Test
    void whatIsClosedDoesNotBecomeOverdueWhileATaskAfterTheCallIsOpen() {
        centre.save(agent, "ANSWERED");

        pass(Duration.ofHours(1));

        assertThat(centre.callback(callback).path("overdue").asBoolean()).isFalse();
        assertThat(openTasks(callback)).contains("task_writeLetter");
    }

    @Test
    void theInstanceEndsWithTheTaskAfterTheCall() {
        centre.save(agent, "ANSWERED");

        tasks.complete(task(callback, "task_writeLetter").getId());

        assertThat(engine.instance(id(callback))).isNull();
        assertStatus(callback, "RESOLVED");
    }

    @Test
    void theRestIsAsShipped() {
        var other = centre.request(list, centre.newNumber());
        var related = centre.request(list, other.path("phoneNumber").asText());
        centre.receive(agent, false);
        centre.cancel(callback);

        pass(Duration.ofHours(24));

        assertStatus(related, "MERGED");
        assertStatus(callback, "CANCELLED");
        assertStatus(other, "EXPIRED");
    }

    private String answered(String formData) {
        return object(Map.of(
                "allocationId",
                centre.desk(agent).at("/case/allocationId").toString(),
                "callStatus",
                "\"ANSWERED\"",
                "formData",
                formData));
    }

    private void callAndHangUp() {
        centre.endCall(agent, centre.call(agent));
    }

    private void pass(Duration time) {
        clock.advance(time);
        engine.fireDueTimers();
        offers.runOnce();
    }

    private List<String> openTasks(JsonNode of) {
        return tasks.createTaskQuery().processInstanceBusinessKey(id(of).toString()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private Task task(JsonNode of, String task) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(id(of).toString())
                .taskDefinitionKey(task)
                .singleResult();
    }

    private void assertStatus(JsonNode of, String status) {
        assertThat(centre.status(of)).isEqualTo(status);
    }
}
