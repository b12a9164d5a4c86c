package io.ringback.process;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.flow;

import io.ringback.process.check.EditedModel;
import java.util.List;

/** A process in which somebody of a back office writes a letter to whoever was reached, and looks into what is overdue. */
public final class BackOfficeModels {

    private static final String FORM = """
            {"id": "letter", "type": "default", "schemaVersion": 18, "components": [
              {"id": "field_sent", "key": "sent", "type": "radio", "label": "Sent by", "validate": {"required": true},
               "values": [{"label": "Post", "value": "POST"}, {"label": "E-mail", "value": "EMAIL"}],
               "properties": {"label.fi": "Lähetystapa", "option.POST.fi": "Posti", "option.EMAIL.fi": "Sähköposti",
                              "label.sv": "Skickat med", "option.POST.sv": "Post", "option.EMAIL.sv": "E-post"}},
              {"id": "field_remark", "key": "remark", "type": "textarea", "label": "What was written",
               "properties": {"label.fi": "Mitä kirjoitettiin", "label.sv": "Vad som skrevs"}}]}
            """;

    private BackOfficeModels() {}

    /** @param group whose the tasks are */
    public static List<EditedModel> of(String group) {
        return List.of(process(group), new EditedModel("letter.form", FORM));
    }

    private static EditedModel process(String group) {
        return callbackCase()
                .with("<bpmn:incoming>flow_resolved</bpmn:incoming>", "<bpmn:incoming>flow_written</bpmn:incoming>")
                .leading("flow_resolved", "event_told")
                .append(
                        "callbackCase",
                        "<bpmn:intermediateThrowEvent id='event_told' name='Agent done with callback'>"
                                + "<bpmn:messageEventDefinition messageRef='message_callbackClosed'"
                                + " camunda:delegateExpression='#{tellReceptionDelegate}'/></bpmn:intermediateThrowEvent>"
                                + task("task_writeLetter", "Write a letter", group)
                                + flow("flow_told", "event_told", "task_writeLetter")
                                + flow("flow_written", "task_writeLetter", "end_resolved"))
                .onFlow("flow_markedOverdue", "task_lookIntoIt", task("task_lookIntoIt", "Look into it", group));
    }

    private static String task(String id, String name, String group) {
        return "<bpmn:userTask id='%s' name='%s' camunda:candidateGroups='%s' camunda:formRef='letter' camunda:formRefBinding='latest'/>"
                .formatted(id, name, group);
    }
}
