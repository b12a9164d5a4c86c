package io.ringback.process;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.flow;

import io.ringback.process.check.EditedModel;
import io.ringback.process.check.FreeKinds;
import io.ringback.process.check.RefusedListeners;
import io.ringback.process.check.RefusedTimers;
import java.util.stream.Stream;

/** What designers may draw, as far as the check goes. */
public final class FreeProcesses {

    private FreeProcesses() {}

    public static Stream<WorkedModel> all() {
        var kinds = FreeKinds.all().entrySet().stream().map(row -> WorkedModel.of(row.getKey(), row.getValue()));
        return Stream.concat(drawn(), kinds);
    }

    private static Stream<WorkedModel> drawn() {
        return Stream.of(
                WorkedModel.of("a task of a back office after the end of the case", backOffice()),
                WorkedModel.of("a pool of others that is not run", poolOfOthers()),
                WorkedModel.of("braces in remarks and labels", braces()),
                WorkedModel.of(
                        "owners as the standard writes them",
                        callbackCase()
                                .append(
                                        "task_recordOutcome",
                                        "<bpmn:potentialOwner><bpmn:resourceAssignmentExpression>"
                                                + "<bpmn:formalExpression>group(voice), user(anna)</bpmn:formalExpression>"
                                                + "</bpmn:resourceAssignmentExpression></bpmn:potentialOwner>")),
                WorkedModel.of(
                        "who may start it, and a priority of steps",
                        callbackCase()
                                .set("callbackCase", "camunda:candidateStarterGroups", "supervisors,office")
                                .set("callbackCase", "camunda:candidateStarterUsers", "anna")
                                .set("callbackCase", "camunda:taskPriority", "50")),
                WorkedModel.of(
                        "a signal that nothing uses",
                        callbackCase()
                                .edited(root -> EditedModel.insert(
                                        root,
                                        EditedModel.byId(root, "diagram_callbackCase"),
                                        "<bpmn:signal id='signal_unused' name='unused'/>"))),
                WorkedModel.of(
                        "listeners that are followed",
                        callbackCase()
                                .prepend(
                                        "task_callCustomer",
                                        RefusedListeners.listener("executionListener", "start", "markOverdueDelegate"))
                                .prepend(
                                        "gateway_resolved",
                                        RefusedListeners.listener("executionListener", "end", "markOverdueDelegate"))),
                WorkedModel.of("an end of its own for each status", endOfItsOwn()),
                new WorkedModel(
                        "a call of another process",
                        CallingProcesses.all(),
                        java.util.Set.of(),
                        java.util.Map.of(),
                        java.util.Map.of(),
                        java.util.Map.of()),
                WorkedModel.of("a pause before each offer", RedrawnProcesses.coolDown("flow_toOffer", "PT10M")),
                WorkedModel.of("all statuses told apart, without a default", everyStatus()),
                WorkedModel.of("a task that sends", callbackCase().onFlow("flow_resolved", "task_tellDone", sending())),
                WorkedModel.of("a reminder every ten minutes in line", reminded()),
                WorkedModel.of(
                        "a reminder beside the subprocess of the call",
                        callbackCase()
                                .append(
                                        "callbackCase",
                                        "<bpmn:boundaryEvent id='timer_hint' attachedToRef='subprocess_handleCallback'"
                                                + " cancelActivity='false'>" + RefusedTimers.timer("PT30M")
                                                + "</bpmn:boundaryEvent>"
                                                + "<bpmn:userTask id='task_hint' camunda:candidateGroups='supervisors'/>"
                                                + flow("flow_hint", "timer_hint", "task_hint"))),
                WorkedModel.of(
                        "receiving Released by an event subprocess",
                        callbackCase()
                                .withoutElement("event_released")
                                .withoutElement("flow_released")
                                .append(
                                        "subprocess_handleCallback",
                                        "<bpmn:subProcess id='subprocess_released' triggeredByEvent='true'>"
                                                + "<bpmn:startEvent id='event_released'><bpmn:messageEventDefinition messageRef='message_released'/></bpmn:startEvent>"
                                                + "<bpmn:endEvent id='end_released'><bpmn:escalationEventDefinition escalationRef='escalation_released'/></bpmn:endEvent>"
                                                + flow("flow_released", "event_released", "end_released")
                                                + "</bpmn:subProcess>")
                                .append(
                                        "callbackCase",
                                        "<bpmn:boundaryEvent id='event_left' attachedToRef='subprocess_handleCallback'>"
                                                + "<bpmn:escalationEventDefinition escalationRef='escalation_released'/></bpmn:boundaryEvent>"
                                                + flow("flow_left", "event_left", "gateway_back"))
                                .append(
                                        "definitions_callbackCase",
                                        "<bpmn:escalation id='escalation_released' escalationCode='released'/>")));
    }

    private static String sending() {
        return "<bpmn:sendTask id='task_tellDone' messageRef='message_callbackClosed'"
                + " camunda:delegateExpression='${notifyDelegate}'><bpmn:extensionElements><camunda:inputOutput>"
                + "<camunda:inputParameter name='eventType'>callback_done</camunda:inputParameter>"
                + "<camunda:inputParameter name='text'>${callStatus}</camunda:inputParameter>"
                + "</camunda:inputOutput></bpmn:extensionElements></bpmn:sendTask>";
    }

    /** Drawn as people do: back to the gateway, whose other ways on still end the wait. */
    private static EditedModel reminded() {
        return callbackCase()
                .onFlow("flow_offered", "gateway_again", "<bpmn:exclusiveGateway id='gateway_again'/>")
                .append(
                        "callbackCase",
                        "<bpmn:intermediateCatchEvent id='timer_remind'>" + RefusedTimers.timer("PT10M")
                                + "</bpmn:intermediateCatchEvent>"
                                + sending()
                                        .replace("task_tellDone", "task_remind")
                                        .replace("${callStatus}", "waits")
                                + flow("flow_remind", "gateway_waiting", "timer_remind")
                                + flow("flow_reminded", "timer_remind", "task_remind")
                                + flow("flow_again", "task_remind", "gateway_again"));
    }

    private static EditedModel poolOfOthers() {
        return callbackCase().edited(root -> EditedModel.insert(root, EditedModel.byId(root, "callbackCase"), """
                <bpmn:collaboration id="talk"><bpmn:participant id="pool_case" processRef="callbackCase"/>
                <bpmn:participant id="pool_customer" name="Customer" processRef="customer"/></bpmn:collaboration>
                <bpmn:process id="customer" isExecutable="false"><bpmn:startEvent id="start_customer"/>
                <bpmn:sendTask id="task_ask" name="Ask for #{call()}"/><bpmn:callActivity id="task_wait"/>
                </bpmn:process>"""));
    }

    private static EditedModel braces() {
        return callbackCase()
                .set("gateway_resolved", "name", "#{callStatus} answered?")
                .set("flow_resolvedYes", "name", "${yes}")
                .set("callbackCase", "name", "Case of #{customer.name}")
                .set("task_decideRetry", "name", "Ask ${policy}")
                .with("<bpmn:text>", "<bpmn:text>Not #{lists.any()}: ")
                .prepend(
                        "task_closeGivenUp", "<bpmn:documentation>#{ownDate} or ${other.thing()}</bpmn:documentation>");
    }

    private static EditedModel backOffice() {
        return callbackCase()
                .with("<bpmn:incoming>flow_resolved</bpmn:incoming>", "<bpmn:incoming>flow_filed</bpmn:incoming>")
                .leading("flow_resolved", "event_told")
                .append(
                        "callbackCase",
                        "<bpmn:intermediateThrowEvent id='event_told'><bpmn:messageEventDefinition"
                                + " messageRef='message_callbackClosed' camunda:delegateExpression='#{tellReceptionDelegate}'/></bpmn:intermediateThrowEvent>"
                                + "<bpmn:userTask id='task_file' camunda:candidateGroups='office' camunda:formRef='callClassification' camunda:formRefBinding='latest'/>"
                                + flow("flow_told", "event_told", "task_file")
                                + flow("flow_filed", "task_file", "end_resolved"));
    }

    private static EditedModel endOfItsOwn() {
        return callbackCase()
                .onFlow(
                        "flow_resolvedNo",
                        "gateway_other",
                        "<bpmn:exclusiveGateway id='gateway_other' default='flow_from_gateway_other'/>")
                .append(
                        "callbackCase",
                        "<bpmn:serviceTask id='task_closeOther' camunda:delegateExpression='#{giveUpDelegate}'/>"
                                + "<bpmn:endEvent id='end_other'><bpmn:messageEventDefinition messageRef='message_callbackClosed'"
                                + " camunda:delegateExpression='#{tellReceptionDelegate}'/></bpmn:endEvent>"
                                + flow("flow_closedOther", "task_closeOther", "end_other")
                                + "<bpmn:sequenceFlow id='flow_other' sourceRef='gateway_other' targetRef='task_closeOther'>"
                                + condition("#{callStatus == 'OTHER'}") + "</bpmn:sequenceFlow>");
    }

    private static EditedModel everyStatus() {
        return callbackCase()
                .without("gateway_resolved", "default")
                .append(
                        "flow_resolvedNo",
                        condition("#{callStatus == 'BUSY' or callStatus == 'NO_ANSWER' or callStatus == 'OTHER'}"));
    }

    private static String condition(String expression) {
        return "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>%s</bpmn:conditionExpression>"
                .formatted(expression);
    }
}
