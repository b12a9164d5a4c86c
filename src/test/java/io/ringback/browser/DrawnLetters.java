package io.ringback.browser;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.flow;

import io.ringback.process.check.EditedModel;

/** The shipped process with a letter that the back office writes to whoever was reached, and a reminder, drawn as people draw. */
final class DrawnLetters {

    static final EditedModel FORM = new EditedModel("letter.form", """
            {"id": "letter", "type": "default", "schemaVersion": 18, "components": [
              {"id": "field_sent", "key": "sent", "type": "radio", "label": "Sent by", "validate": {"required": true},
               "values": [{"label": "Post", "value": "POST"}, {"label": "E-mail", "value": "EMAIL"}]},
              {"id": "field_written", "key": "written", "type": "textarea", "label": "What was written"}]}
            """);

    private DrawnLetters() {}

    static EditedModel process() {
        var letter = callbackCase()
                .with("<dc:Bounds x=\"3102\" y=\"322\"", "<dc:Bounds x=\"3402\" y=\"322\"")
                .with("<dc:Bounds x=\"3085\" y=\"364\"", "<dc:Bounds x=\"3385\" y=\"364\"")
                .with("<bpmn:incoming>flow_resolved</bpmn:incoming>", "<bpmn:incoming>flow_written</bpmn:incoming>")
                .leading("flow_resolved", "event_toldResolved")
                .append("callbackCase", LETTER)
                .append("plane_callbackCase", LETTER_DRAWN);
        return letter.append("callbackCase", REMINDER).append("plane_callbackCase", REMINDER_DRAWN);
    }

    private static final String LETTER = """
            <bpmn:intermediateThrowEvent id="event_toldResolved" name="Agent done with callback">
              <bpmn:messageEventDefinition messageRef="message_callbackClosed" camunda:delegateExpression="#{tellReceptionDelegate}"/>
            </bpmn:intermediateThrowEvent>
            <bpmn:userTask id="task_writeLetter" name="Write a letter" camunda:candidateGroups="BACK_OFFICE"
              camunda:formRef="letter" camunda:formRefBinding="latest"/>"""
            + flow("flow_toldResolved", "event_toldResolved", "task_writeLetter")
            + flow("flow_written", "task_writeLetter", "end_resolved");

    private static final String LETTER_DRAWN = shape("event_toldResolved", 3102, 322, 36, 36)
            + shape("task_writeLetter", 3210, 300, 120, 80)
            + edge("flow_toldResolved", 3138, 3210, 340)
            + edge("flow_written", 3330, 3402, 340);

    private static final String REMINDER = """
            <bpmn:subProcess id="subprocess_forgotten" name="Forgotten" triggeredByEvent="true">
              <bpmn:startEvent id="timer_forgotten" name="After two hours" isInterrupting="false">
                <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT2H</bpmn:timeDuration></bpmn:timerEventDefinition>
              </bpmn:startEvent>
              <bpmn:serviceTask id="task_tellForgotten" name="Tell other programs" camunda:delegateExpression="#{notifyDelegate}">
                <bpmn:extensionElements><camunda:inputOutput>
                  <camunda:inputParameter name="eventType">callback_forgotten</camunda:inputParameter>
                  <camunda:inputParameter name="text">Nobody has called for two hours</camunda:inputParameter>
                </camunda:inputOutput></bpmn:extensionElements>
              </bpmn:serviceTask>
              <bpmn:endEvent id="end_forgotten" name="Told"/>"""
            + flow("flow_forgotten", "timer_forgotten", "task_tellForgotten")
            + flow("flow_toldForgotten", "task_tellForgotten", "end_forgotten")
            + "</bpmn:subProcess>";

    private static final String REMINDER_DRAWN =
            "<bpmndi:BPMNShape id=\"subprocess_forgotten_di\" bpmnElement=\"subprocess_forgotten\" isExpanded=\"true\">"
                    + "<dc:Bounds x=\"162\" y=\"1080\" width=\"350\" height=\"150\"/></bpmndi:BPMNShape>"
                    + shape("timer_forgotten", 199, 1132, 36, 36)
                    + shape("task_tellForgotten", 272, 1110, 120, 80)
                    + shape("end_forgotten", 429, 1132, 36, 36)
                    + edge("flow_forgotten", 235, 272, 1150)
                    + edge("flow_toldForgotten", 392, 429, 1150);

    private static String shape(String id, int x, int y, int width, int height) {
        return "<bpmndi:BPMNShape id=\"%s_di\" bpmnElement=\"%s\"><dc:Bounds x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></bpmndi:BPMNShape>"
                .formatted(id, id, x, y, width, height);
    }

    private static String edge(String id, int from, int to, int y) {
        return "<bpmndi:BPMNEdge id=\"%s_di\" bpmnElement=\"%s\"><di:waypoint x=\"%s\" y=\"%s\"/><di:waypoint x=\"%s\" y=\"%s\"/></bpmndi:BPMNEdge>"
                .formatted(id, id, from, y, to, y);
    }
}
