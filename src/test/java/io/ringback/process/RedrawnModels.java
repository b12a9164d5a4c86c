package io.ringback.process;

import java.nio.file.Path;

/**
 * A process, a retry table and a form as an organisation could have them: a supervisor looks into what is overdue, a
 * letter is written to whoever was reached, no date of an agent counts, and other delays and questions are used.
 */
final class RedrawnModels {

    static final Path PROCESSES = Path.of("target", "redrawn", "processes");
    static final Path FORMS = Path.of("target", "redrawn", "forms");

    private static final String ASSIGNED = "camunda:assignee=\"#{agentId}\"";

    private RedrawnModels() {}

    static void write() {
        process().into(PROCESSES);
        retryPolicy().into(PROCESSES);
        callbackPriority().into(PROCESSES);
        form().into(FORMS);
    }

    static RedrawnFile process() {
        return RedrawnFile.of("processes/callbackCase.bpmn")
                .replace(
                        "sourceRef=\"gateway_giveUp\" targetRef=\"gateway_ownDate\"",
                        "sourceRef=\"gateway_giveUp\" targetRef=\"task_compareWithExpiry\"")
                .without("flow_ownDateYes")
                .without("flow_ownDateNo")
                .without("flow_ownDateScheduled")
                .without("gateway_ownDate")
                .without("task_scheduleOwnDate")
                .replace(
                        "<bpmn:outgoing>flow_compared</bpmn:outgoing>",
                        "<bpmn:incoming>flow_giveUpNo</bpmn:incoming><bpmn:outgoing>flow_compared</bpmn:outgoing>")
                .replace(
                        "sourceRef=\"task_markOverdue\" targetRef=\"end_markedOverdue\"",
                        "sourceRef=\"task_markOverdue\" targetRef=\"task_lookIntoIt\"")
                .before("end_markedOverdue", """
                        <bpmn:userTask id="task_lookIntoIt" name="Look into it">
                          <bpmn:incoming>flow_markedOverdue</bpmn:incoming>
                          <bpmn:outgoing>flow_lookedInto</bpmn:outgoing>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="flow_lookedInto" sourceRef="task_lookIntoIt" targetRef="end_markedOverdue" />
                        """)
                .replace(
                        "sourceRef=\"task_closeResolved\" targetRef=\"end_resolved\"",
                        "sourceRef=\"task_closeResolved\" targetRef=\"event_tellResolved\"")
                .replace("<bpmn:incoming>flow_resolved</bpmn:incoming>", "<bpmn:incoming>flow_written</bpmn:incoming>")
                .before("end_resolved", """
                        <bpmn:intermediateThrowEvent id="event_tellResolved" name="Agent done with callback">
                          <bpmn:incoming>flow_resolved</bpmn:incoming>
                          <bpmn:outgoing>flow_toldResolved</bpmn:outgoing>
                          <bpmn:messageEventDefinition messageRef="message_callbackClosed" \
                        camunda:delegateExpression="#{tellReceptionDelegate}" />
                        </bpmn:intermediateThrowEvent>
                        <bpmn:userTask id="task_writeLetter" name="Write a letter" %s>
                          <bpmn:incoming>flow_toldResolved</bpmn:incoming>
                          <bpmn:outgoing>flow_written</bpmn:outgoing>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="flow_toldResolved" sourceRef="event_tellResolved" targetRef="task_writeLetter" />
                        <bpmn:sequenceFlow id="flow_written" sourceRef="task_writeLetter" targetRef="end_resolved" />
                        """.formatted(ASSIGNED));
    }

    private static RedrawnFile retryPolicy() {
        return RedrawnFile.of("processes/retryPolicy.dmn")
                .replace("\"PT5M\"", "\"PT2M\"")
                .replace("""
                        <outputEntry id="rule_other_giveUp">
                          <text>false</text>""".indent(8).stripTrailing(), """
                        <outputEntry id="rule_other_giveUp">
                          <text>true</text>""".indent(8).stripTrailing());
    }

    private static RedrawnFile callbackPriority() {
        return RedrawnFile.of("processes/callbackPriority.dmn")
                .replace("<text>0</text>", "<text>if source = \"WEB\" then 4 else 0</text>");
    }

    private static RedrawnFile form() {
        return RedrawnFile.of("forms/callClassification.form")
                .replace("\"key\": \"reason\"", "\"key\": \"matter\"")
                .replace("\"value\": \"ORDER\"", "\"value\": \"PARCEL\"")
                .replace("option.ORDER.", "option.PARCEL.");
    }
}
