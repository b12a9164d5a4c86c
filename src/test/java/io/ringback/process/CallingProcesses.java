package io.ringback.process;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.flow;

import io.ringback.process.check.EditedModel;
import io.ringback.process.check.RefusedTimers;
import java.util.List;

/** A callback case that calls another process when nobody calls for half an hour. */
public final class CallingProcesses {

    private CallingProcesses() {}

    public static List<EditedModel> all() {
        return List.of(calling("escalation"), called(""));
    }

    public static EditedModel calling(String called) {
        return callbackCase()
                .append(
                        "callbackCase",
                        "<bpmn:boundaryEvent id='timer_forgotten' attachedToRef='subprocess_handleCallback'"
                                + " cancelActivity='false'>" + RefusedTimers.timer("PT30M") + "</bpmn:boundaryEvent>"
                                + "<bpmn:callActivity id='call_escalate' name='Escalate' calledElement='" + called
                                + "'/><bpmn:endEvent id='end_escalated'/>"
                                + flow("flow_forgotten", "timer_forgotten", "call_escalate")
                                + flow("flow_escalated", "call_escalate", "end_escalated"));
    }

    /** @param more of the called process */
    public static EditedModel called(String more) {
        return new EditedModel("escalation.bpmn", """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    id="definitions_escalation" targetNamespace="own">
                  <bpmn:process id="escalation" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <bpmn:startEvent id="start_escalation"/>
                    %s
                    <bpmn:intermediateCatchEvent id="timer_again">%s</bpmn:intermediateCatchEvent>
                    %s
                    <bpmn:endEvent id="end_escalation"/>
                    %s%s%s%s%s
                  </bpmn:process>
                </bpmn:definitions>""".formatted(
                        telling("task_tell", "nobody_calls"),
                        RefusedTimers.timer("PT10M"),
                        telling("task_tellAgain", "nobody_calls_still"),
                        flow("flow_1", "start_escalation", "task_tell"),
                        flow("flow_2", "task_tell", "timer_again"),
                        flow("flow_3", "timer_again", "task_tellAgain"),
                        flow("flow_4", "task_tellAgain", "end_escalation"),
                        more));
    }

    private static String telling(String id, String eventType) {
        return "<bpmn:serviceTask id='%s' camunda:delegateExpression='#{notifyDelegate}'><bpmn:extensionElements>"
                        .formatted(id)
                + "<camunda:inputOutput><camunda:inputParameter name='eventType'>" + eventType
                + "</camunda:inputParameter><camunda:inputParameter name='text'>Look at it</camunda:inputParameter>"
                + "</camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>";
    }
}
