package io.ringback.process;

import static io.ringback.support.Centre.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Open cases go on by another version of their process. */
class MigrationTest extends CasesToMove {

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
}
