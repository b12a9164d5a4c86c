package io.ringback.process;

import static io.ringback.support.Centre.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.check.ShippedModels;
import io.ringback.support.Http;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.operaton.bpm.engine.runtime.Job;

/** Open cases go on by another version of their process. */
class MigrationTest extends ProcessTest {

    private static final String CASE = "callbackCase";
    private static final String RECEPTION = "agentReception";
    private static final String REMINDER = """
            <bpmn:boundaryEvent id="timer_reminder" cancelActivity="false" attachedToRef="task_callCustomer">
              <bpmn:outgoing>flow_reminder</bpmn:outgoing>
              <bpmn:timerEventDefinition>
                <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT30M</bpmn:timeDuration>
              </bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:endEvent id="end_reminded"><bpmn:incoming>flow_reminder</bpmn:incoming></bpmn:endEvent>
            <bpmn:sequenceFlow id="flow_reminder" sourceRef="timer_reminder" targetRef="end_reminded" />
            <bpmn:sequenceFlow id="flow_callStarted\"""";

    private Http designer;
    private String list;
    private String ofWaiting;
    private JsonNode waiting;
    private JsonNode scheduled;
    private JsonNode beforeCall;
    private JsonNode inCall;
    private JsonNode afterCall;
    private String anna;
    private String bo;
    private String cai;

    @BeforeEach
    void casesWaitEverywhere() {
        designer = centre.as(centre.person("DESIGNER"));
        list = centre.list(NO_LIMITS);
        ofWaiting = centre.list();
        beforeCall = centre.request(list, centre.newNumber());
        anna = receiving();
        inCall = centre.request(list, centre.newNumber());
        bo = receiving();
        centre.call(bo);
        afterCall = centre.request(list, centre.newNumber());
        cai = receiving();
        callAndHangUp(cai);
        waiting = centre.request(ofWaiting, centre.newNumber());
        scheduled = centre.request(
                ofWaiting, centre.newNumber(), Map.of("notBefore", json(MORNING.plus(Duration.ofHours(3)))));
    }

    private String receiving() {
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        return agent;
    }

    @AfterEach
    void theShippedOneServesAgain() {
        deploy("callbackCase.bpmn", model -> model);
        deploy("agentReception.bpmn", model -> model);
    }

    @Test
    void everyCaseThatWaitsAtAnElementOfTheSameIdIsMovedAndWorkedToItsEnd() {
        var to = deploy(
                "callbackCase.bpmn",
                model -> model.replace("name=\"Call the customer\"", "name=\"Call\"")
                        .replace("      <bpmn:sequenceFlow id=\"flow_callStarted\"", "      " + REMINDER));
        var timers = timers();

        assertThat(dry(to, Map.of()).json().toString()).isEqualTo("{\"movable\":5,\"stuck\":[]}");
        assertThat(versions()).as("after the dry run").containsOnly(to - 1);
        var done = done(CASE, start(CASE, to, Map.of()));

        assertThat(done.path("moved").asInt()).isEqualTo(5);
        assertThat(done.path("stuck").asInt()).isZero();
        assertThat(done.path("total").asInt()).isEqualTo(5);
        assertThat(versions()).containsOnly(to);
        assertThat(timers()).containsAllEntriesOf(timers).hasSize(timers.size() + 1);
        assertThat(List.of(waiting, scheduled, beforeCall, inCall, afterCall)).allSatisfy(one -> {
            assertThat(trail(one)).containsOnlyOnce("MIGRATED");
            var event = event(one, "MIGRATED");
            assertThat(event.path("reason").asText()).isEqualTo("the label was wrong");
            assertThat(event.at("/details/fromVersion").asInt()).isEqualTo(to - 1);
            assertThat(event.at("/details/toVersion").asInt()).isEqualTo(to);
        });
        workEverythingOff();
    }

    @Test
    void timersThatRunKeepTheirTimeAndNewOnesBeginToRun() {
        var reminding = deploy(
                "callbackCase.bpmn",
                model -> model.replace("      <bpmn:sequenceFlow id=\"flow_callStarted\"", "      " + REMINDER));
        done(CASE, start(CASE, reminding, Map.of()));
        var due = timers().get(id(beforeCall) + " timer_reminder");
        assertThat(due).isEqualTo(MORNING.plus(Duration.ofMinutes(30)));
        pass(Duration.ofMinutes(10));

        var renamed = deploy(
                "callbackCase.bpmn",
                model -> model.replace("      <bpmn:sequenceFlow id=\"flow_callStarted\"", "      " + REMINDER)
                        .replace("PT30M", "PT45M"));
        done(CASE, start(CASE, renamed, Map.of()));

        assertThat(timers()).containsEntry(id(beforeCall) + " timer_reminder", due);
        pass(Duration.ofMinutes(20));
        assertThat(timers()).doesNotContainKey(id(beforeCall) + " timer_reminder");
        workEverythingOff();
    }

    @Test
    void whatWaitsWhereNothingStandsForStaysUntilTheDesignerSaysWhatDoes() {
        var to = deploy(
                "callbackCase.bpmn",
                model -> model.replace("task_talkToCustomer", "task_speakToCustomer")
                        .replace("gateway_waiting", "gateway_inLine"));

        var dry = dry(to, Map.of()).json();
        var mapping = Map.of("task_talkToCustomer", "task_speakToCustomer", "gateway_waiting", "gateway_inLine");

        assertThat(dry.path("movable").asInt()).isEqualTo(3);
        assertThat(dry.path("stuck").findValuesAsText("callbackId"))
                .containsExactlyInAnyOrder(id(waiting).toString(), id(inCall).toString());
        assertThat(dry.path("stuck").findValuesAsText("elementId"))
                .containsExactlyInAnyOrder("gateway_waiting", "task_talkToCustomer");
        assertThat(dry.path("stuck").toString()).contains("“Talk to the customer” (task_talkToCustomer)");
        assertThat(dry(to, mapping).json().path("movable").asInt()).isEqualTo(5);

        var left = done(CASE, start(CASE, to, Map.of("task_talkToCustomer", "task_speakToCustomer")));
        assertThat(left.path("moved").asInt()).isEqualTo(4);
        assertThat(left.path("stuck").asInt()).isEqualTo(1);
        assertThat(designer.get("/api/v1/processes/%s/migrations/%s/stuck"
                                .formatted(CASE, left.path("id").asText()))
                        .json()
                        .at("/items/0/callbackId"))
                .isEqualTo(waiting.path("id"));
        assertThat(trail(waiting)).doesNotContain("MIGRATED");
        assertThat(done(CASE, start(CASE, to, mapping)).path("moved").asInt()).isEqualTo(1);
        assertThat(versions()).containsOnly(to);
        workEverythingOff();
    }

    @Test
    void aCaseDoesNotMoveToWhereItWouldNotBeReached() {
        var to = deploy(
                "callbackCase.bpmn",
                model -> model.replaceAll("(?s)<bpmn:boundaryEvent id=\"event_callEnded\".*?</bpmn:boundaryEvent>", "")
                        .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
                        .replaceAll("<bpmn:sequenceFlow id=\"flow_callEnded\"[^>]*/>", "")
                        .replace("<bpmn:incoming>flow_callEnded</bpmn:incoming>", ""));

        var dry = dry(to, Map.of()).json();

        assertThat(dry.path("movable").asInt()).isEqualTo(4);
        assertThat(dry.at("/stuck/0/callbackId")).isEqualTo(inCall.path("id"));
        assertThat(dry.at("/stuck/0/why").asText())
                .contains("message_callEnded")
                .contains("nothing catches that");
        assertThat(dry(to, Map.of("task_callCustomer", ""))
                        .json()
                        .path("movable")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void theReceptionsOfAgentsMoveTooAndGoOn() {
        var to = deploy(
                "agentReception.bpmn",
                model -> model.replace("isExecutable", "name=\"Other\" isExecutable")
                        .replaceFirst("name=\"[^\"]*\" name=\"Other\"", "name=\"Other\""));

        assertThat(designer.post(path(RECEPTION), body(to, Map.of(), true))
                        .json()
                        .path("movable")
                        .asInt())
                .isEqualTo(3);
        assertThat(done(RECEPTION, start(RECEPTION, to, Map.of())).path("moved").asInt())
                .isEqualTo(3);

        workEverythingOff();
        assertIdle(anna);
        assertThat(reception(anna).getProcessDefinitionId()).startsWith("%s:%s:".formatted(RECEPTION, to));
    }

    @Test
    void oneAtATimeIsUnderWayAndCanBePausedAndResumed() {
        var to = deploy("callbackCase.bpmn", model -> model.replace("name=\"Expired\"", "name=\"Too late\""));
        var id = start(CASE, to, Map.of());
        var one = path(CASE) + "/" + id;

        var paused = designer.post(one + "/pause", "");
        if (paused.status() == 200) {
            assertThat(paused.json().path("state").asText()).isEqualTo("PAUSED");
            assertThat(designer.post(path(CASE), body(to, Map.of(), false)).status())
                    .isEqualTo(409);
            assertThat(designer.get(one).json()).isEqualTo(paused.json());
            assertThat(designer.post(one + "/pause", "").status()).isEqualTo(200);
            cancel(waiting);
            assertThat(designer.post(one + "/resume", "").json().path("state").asText())
                    .isEqualTo("RUNNING");
        }
        var done = done(CASE, id);

        assertThat(done.path("moved").asInt() + done.path("ended").asInt()).isEqualTo(5);
        assertThat(designer.post(one + "/pause", "").status()).isEqualTo(409);
        assertThat(designer.get(path(CASE)).json().path("items")).contains(done);
    }

    @Test
    void oneThatIsStoppedLeavesTheRestAndMakesRoomForAnother() {
        var to = deploy("callbackCase.bpmn", model -> model.replace("name=\"Expired\"", "name=\"Late\""));
        var id = start(CASE, to, Map.of());

        var stopped = designer.post(path(CASE) + "/" + id + "/stop", "");

        assertThat(stopped.status()).isIn(200, 409); // it may have been done before
        var left = designer.get(path(CASE) + "/" + id).json();
        assertThat(left.path("state").asText()).isEqualTo("DONE");
        var rest = done(CASE, start(CASE, to, Map.of()));
        assertThat(rest.path("moved").asInt()).isEqualTo(left.path("waiting").asInt());
        assertThat(versions()).containsOnly(to);
        workEverythingOff();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"from\":1,\"to\":1,\"dryRun\":true} | 422 | to",
                "{\"from\":1,\"to\":2,\"dryRun\":false} | 422 | reason",
                "{\"from\":1,\"to\":2,\"dryRun\":true,\"mapping\":{\"task_nowhere\":\"task_callCustomer\"}} | 422 | mapping",
                "{\"from\":1,\"to\":2,\"dryRun\":true,\"mapping\":{\"task_callCustomer\":\"gateway_waiting\"}} | 422 | mapping",
                "{\"from\":1,\"to\":99999,\"dryRun\":true} | 404 | ",
                "{\"from\":0,\"to\":2,\"dryRun\":true} | 422 | from",
                "{\"to\":2,\"dryRun\":true} | 422 | from",
            })
    void whatCannotBeMeantIsRefused(String body, int status, String field) {
        deploy("callbackCase.bpmn", model -> model.replace("name=\"Expired\"", "name=\"Over\""));

        var answer = designer.post(path(CASE), body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (field != null) {
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        }
        assertThat(designer.post(path("nothing"), body).status()).isIn(404, 422);
    }

    @Test
    void designersMoveAndAuditorsLook() {
        var body = "{\"from\":1,\"to\":2,\"dryRun\":true}";

        assertThat(centre.as(centre.person("AUDITOR")).post(path(CASE), body).status())
                .isEqualTo(403);
        assertThat(centre.as(centre.person("ADMIN")).post(path(CASE), body).status())
                .isEqualTo(403);
        assertThat(centre.as(centre.person("AUDITOR")).get(path(CASE)).status()).isEqualTo(200);
        assertThat(supervisor().get(path(CASE)).status()).isEqualTo(403);
    }

    private void workEverythingOff() {
        centre.save(anna, "ANSWERED");
        centre.save(bo, "ANSWERED");
        centre.save(cai, "ANSWERED");
        var dan = centre.agentOn(ofWaiting);
        centre.receive(dan, true);
        assertHolds(dan, waiting);
        callAndHangUp(dan);
        centre.save(dan, "ANSWERED");
        clock.set(MORNING.plus(Duration.ofHours(3)));
        engine.fireDueTimers();
        offers.runOnce();
        assertHolds(dan, scheduled);
        centre.call(dan);
        centre.save(dan, "ANSWERED");
        assertThat(List.of(waiting, scheduled, beforeCall, inCall, afterCall))
                .allSatisfy(one -> assertStatus(one, "RESOLVED"));
    }

    private int deploy(String file, UnaryOperator<String> edited) {
        var model =
                new String(ShippedModels.content(Path.of("processes", file)), java.nio.charset.StandardCharsets.UTF_8);
        processEngine
                .getRepositoryService()
                .createDeployment()
                .name("processes of the test")
                .addString(file, edited.apply(model))
                .deploy();
        return processEngine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(file.replace(".bpmn", ""))
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private static String path(String process) {
        return "/api/v1/processes/%s/migrations".formatted(process);
    }

    private static String body(int to, Map<String, String> mapping, boolean dry) {
        var pairs = mapping.entrySet().stream()
                .map(pair -> "\"%s\":\"%s\"".formatted(pair.getKey(), pair.getValue()))
                .toList();
        return "{\"from\":%s,\"to\":%s,\"dryRun\":%s,\"reason\":\"the label was wrong\",\"mapping\":{%s}}"
                .formatted(to - 1, to, dry, String.join(",", pairs));
    }

    private Http.Answer dry(int to, Map<String, String> mapping) {
        return designer.post(path(CASE), body(to, mapping, true));
    }

    private String start(String process, int to, Map<String, String> mapping) {
        var answer = designer.post(path(process), body(to, mapping, false));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().path("id").asText();
    }

    private JsonNode done(String process, String id) {
        var one = path(process) + "/" + id;
        await().until(() -> designer.get(one).json().path("state").asText().equals("DONE"));
        return designer.get(one).json();
    }

    /** The versions on which the cases of this test are. */
    private List<Integer> versions() {
        return processEngine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(CASE).list().stream()
                .map(instance ->
                        Integer.valueOf(instance.getProcessDefinitionId().split(":")[1]))
                .toList();
    }

    /** When each timer of each case will fire, by the case's callback and the timer's id. */
    private Map<String, Instant> timers() {
        var timers = new TreeMap<String, Instant>();
        for (Job job :
                processEngine.getManagementService().createJobQuery().timers().list()) {
            var instance = processEngine
                    .getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceId(job.getProcessInstanceId())
                    .singleResult();
            var definition = processEngine
                    .getManagementService()
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult();
            timers.put(
                    instance.getBusinessKey() + " " + definition.getActivityId(),
                    job.getDuedate().toInstant());
        }
        return timers;
    }
}
