package io.ringback.process;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.flow;
import static io.ringback.process.check.EditedModel.shipped;

import io.ringback.process.check.EditedModel;
import io.ringback.process.check.RefusedTimers;
import java.util.Set;
import java.util.stream.Stream;

/** Processes that designers have redrawn within what is theirs. */
public final class RedrawnProcesses {

    private RedrawnProcesses() {}

    public static Stream<WorkedModel> all() {
        return Stream.of(
                WorkedModel.of("conditions of several comparisons", conditions()),
                WorkedModel.of("another gateway that gives up earlier", anotherGateway())
                        .passing("gateway_enough", Way.BUSY_THEN_ANSWERED, Way.GIVEN_UP),
                WorkedModel.of("tasks without a delegate", remarks())
                        .passing("task_thank", Way.ANSWERED)
                        .passing("task_think", Way.BUSY_THEN_ANSWERED),
                WorkedModel.of("a sub-process around a part", subProcess())
                        .passing("subprocess_think", Way.BUSY_THEN_ANSWERED),
                WorkedModel.of("a parallel branch that comes together again", parallel())
                        .passing("task_right", Way.ANSWERED),
                WorkedModel.of("an inclusive gateway", inclusive()).passing("task_right", Way.ANSWERED),
                WorkedModel.of("a reminder on a task of the call", reminder())
                        .passing("timer_remind", Way.WINDOW_LEFT_OPEN),
                WorkedModel.of("something else ten minutes after it is overdue", dueLater()),
                WorkedModel.of("another user task after the end of the call", extraUserTask())
                        .passing("task_readNotes", Way.BUSY_THEN_ANSWERED, Way.WINDOW_LEFT_OPEN),
                WorkedModel.of("a redrawn reception", reception()),
                WorkedModel.of("a cool-down before each offer", coolDown("flow_toOffer", "PT5M"))
                        .on(Set.of(Way.EXPIRED, Way.CANCELLED)),
                WorkedModel.of("a cool-down before the first offer", coolDown("flow_relatedNo", "PT30M"))
                        .on(Set.of(Way.EXPIRED, Way.CANCELLED)));
    }

    private static EditedModel conditions() {
        return callbackCase()
                .with("#{callStatus == 'ANSWERED'}", "${callStatus eq 'ANSWERED' and not (empty callStatus)}")
                .with("#{callable == 'LATER'}", "#{callable == 'LATER' &amp;&amp; callable != 'EXPIRED'}")
                .with("#{callable == 'EXPIRED'}", "#{!(callable == 'NOW' || callable == 'LATER')}");
    }

    private static EditedModel anotherGateway() {
        return callbackCase()
                .onFlow(
                        "flow_resolvedNo",
                        "gateway_enough",
                        "<bpmn:exclusiveGateway id='gateway_enough' name='Enough?' default='flow_from_gateway_enough'/>")
                .append("callbackCase", """
                        <bpmn:sequenceFlow id="flow_enough" sourceRef="gateway_enough" targetRef="task_closeGivenUp">
                        <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">#{(callStatus == 'OTHER' or callStatus == 'BUSY') and attempts &gt;= 20}</bpmn:conditionExpression>
                        </bpmn:sequenceFlow>""");
    }

    private static EditedModel remarks() {
        return callbackCase()
                .onFlow("flow_resolvedYes", "task_thank", "<bpmn:task id='task_thank' name='Thank the agent'/>")
                .onFlow("flow_resolvedNo", "task_think", "<bpmn:manualTask id='task_think' name='Think'/>")
                .onFlow(
                        "flow_receptionTold",
                        "event_pause",
                        "<bpmn:intermediateThrowEvent id='event_pause' name='Told'/>");
    }

    private static EditedModel subProcess() {
        return callbackCase().onFlow("flow_resolvedNo", "subprocess_think", """
                <bpmn:subProcess id="subprocess_think" name="Think"><bpmn:startEvent id="start_think"/>
                <bpmn:task id="task_think"/><bpmn:endEvent id="end_think"/>%s%s</bpmn:subProcess>""".formatted(
                flow("flow_think", "start_think", "task_think"), flow("flow_thought", "task_think", "end_think")));
    }

    private static EditedModel parallel() {
        return branches("parallelGateway");
    }

    private static EditedModel inclusive() {
        return branches("inclusiveGateway");
    }

    private static EditedModel branches(String gateway) {
        return callbackCase()
                .onFlow("flow_resolved", "gateway_split", "<bpmn:%s id='gateway_split'/>".formatted(gateway))
                .onFlow("flow_from_gateway_split", "task_left", "<bpmn:task id='task_left'/>")
                .onFlow("flow_from_task_left", "gateway_join", "<bpmn:%s id='gateway_join'/>".formatted(gateway))
                .append(
                        "callbackCase",
                        "<bpmn:task id='task_right'/>" + flow("flow_right", "gateway_split", "task_right")
                                + flow("flow_rightToo", "task_right", "gateway_join"));
    }

    private static EditedModel reminder() {
        return callbackCase().append("subprocess_handleCallback", """
                <bpmn:boundaryEvent id="timer_remind" cancelActivity="false" attachedToRef="task_recordOutcome">
                <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT2M</bpmn:timeDuration>
                </bpmn:timerEventDefinition></bpmn:boundaryEvent>
                <bpmn:task id="task_remind"/><bpmn:endEvent id="end_remind"/>%s%s""".formatted(
                        flow("flow_remind", "timer_remind", "task_remind"),
                        flow("flow_reminded", "task_remind", "end_remind")));
    }

    private static EditedModel dueLater() {
        return callbackCase().onFlow("flow_markedOverdue", "timer_grace", """
                <bpmn:intermediateCatchEvent id="timer_grace"><bpmn:timerEventDefinition>
                <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT10M</bpmn:timeDuration>
                </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""");
    }

    /** Beside the outcome: whoever saves that ends this too. */
    private static EditedModel extraUserTask() {
        return callbackCase()
                .onFlow("flow_talked", "gateway_notes", "<bpmn:parallelGateway id='gateway_notes'/>")
                .append(
                        "subprocess_handleCallback",
                        "<bpmn:userTask id='task_readNotes' name='Read the notes' camunda:assignee='#{agentId}'/>"
                                + "<bpmn:endEvent id='end_notesRead'/>"
                                + flow("flow_notes", "gateway_notes", "task_readNotes")
                                + flow("flow_notesRead", "task_readNotes", "end_notesRead"))
                .append("end_outcomeSaved", "<bpmn:terminateEventDefinition/>");
    }

    /** Nobody is given the callback before it is offered. */
    static EditedModel coolDown(String flow, String time) {
        return callbackCase()
                .onFlow(
                        flow,
                        "timer_coolDown",
                        "<bpmn:intermediateCatchEvent id='timer_coolDown' name='Cool-down'>" + RefusedTimers.timer(time)
                                + "</bpmn:intermediateCatchEvent>");
    }

    private static EditedModel reception() {
        return shipped("agentReception.bpmn")
                .set("agentReception", "name", "Vastaanotto")
                .set("agentReception", "camunda:versionTag", "2026-11 \u00e4");
    }
}
