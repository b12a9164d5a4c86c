package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.flow;

import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import java.util.stream.Stream;

/** Ends that leave a callback open or an agent waiting, and waits where somebody waits for the answer. */
final class RefusedEnds {

    private static final String USER_TASK = "<bpmn:userTask id='task_more' name='Do more'/>";

    private RefusedEnds() {}

    static Stream<Refusal> all() {
        return Stream.of(ends(), waits(), steps()).flatMap(rows -> rows);
    }

    private static Stream<Refusal> ends() {
        return Stream.of(
                Refusal.of(
                        "an end that does not tell the reception",
                        callbackCase()
                                .edited(root -> EditedModel.byId(root, "end_resolved")
                                        .removeChild(SafeXml.children(EditedModel.byId(root, "end_resolved"))
                                                .get(1))),
                        "end_resolved",
                        Rule.END),
                Refusal.of(
                        "an end that does not close",
                        callbackCase().leading("flow_resolvedNo", "end_expired"),
                        "end_expired",
                        Rule.END),
                Refusal.of(
                        "an end right after the request",
                        callbackCase().leading("flow_relatedNo", "end_closedAsRelated"),
                        "end_closedAsRelated",
                        Rule.END),
                Refusal.of(
                        "a task that nothing leads on from",
                        callbackCase().withoutElement("flow_resolved"),
                        "task_closeResolved",
                        Rule.END),
                Refusal.of(
                        "a main callback that is not told",
                        callbackCase().leading("flow_relatedYes", "end_closedAsRelated"),
                        "end_closedAsRelated",
                        Rule.END),
                Refusal.of(
                        "a cancelled callback that stays open",
                        callbackCase().leading("flow_cancelRequested", "end_cancelled"),
                        "end_cancelled",
                        Rule.STEP_OUT_OF_PLACE),
                Refusal.of(
                        "a path beside the case that ends all",
                        callbackCase()
                                .append(
                                        "callbackCase",
                                        "<bpmn:boundaryEvent id='timer_hint' attachedToRef='subprocess_handleCallback'"
                                                + " cancelActivity='false'>" + RefusedTimers.timer("PT30M")
                                                + "</bpmn:boundaryEvent>"
                                                + "<bpmn:endEvent id='end_hint'><bpmn:terminateEventDefinition id='all'/></bpmn:endEvent>"
                                                + flow("flow_hint", "timer_hint", "end_hint")),
                        "end_hint",
                        Rule.END));
    }

    private static Stream<Refusal> waits() {
        return Stream.of(
                Refusal.of(
                        "a task of somebody between Save and its answer",
                        callbackCase().onFlow("flow_resolvedYes", "task_more", USER_TASK),
                        "task_more",
                        Rule.WAIT),
                Refusal.of(
                        "a task of somebody before the reception is told",
                        callbackCase().onFlow("flow_resolved", "task_more", USER_TASK),
                        "task_more",
                        Rule.WAIT),
                Refusal.of(
                        "a timer between Save and its answer",
                        callbackCase()
                                .onFlow(
                                        "flow_retryDecided",
                                        "timer_more",
                                        "<bpmn:intermediateCatchEvent id='timer_more'>" + RefusedTimers.timer("PT1M")
                                                + "</bpmn:intermediateCatchEvent>"),
                        "timer_more",
                        Rule.WAIT),
                Refusal.of(
                        "a message between Save and its answer",
                        callbackCase()
                                .onFlow(
                                        "flow_giveUpYes",
                                        "task_word",
                                        "<bpmn:receiveTask id='task_word' messageRef='message_callEnded'/>"),
                        "task_word",
                        Rule.WAIT),
                Refusal.of(
                        "a step for later between Save and its answer",
                        callbackCase().set("task_closeResolved", "camunda:asyncBefore", "true"),
                        "task_closeResolved",
                        Rule.WAIT),
                Refusal.of(
                        "a decision that is done with later",
                        callbackCase().set("task_decideRetry", "camunda:asyncAfter", "true"),
                        "task_decideRetry",
                        Rule.WAIT),
                Refusal.of(
                        "telling the reception later",
                        callbackCase().set("event_tellReception", "camunda:asyncBefore", "true"),
                        "event_tellReception",
                        Rule.WAIT),
                Refusal.of(
                        "registering later",
                        callbackCase().set("task_registerCallback", "camunda:asyncBefore", "true"),
                        "task_registerCallback",
                        Rule.WAIT),
                Refusal.of(
                        "waiting where nobody can be given it",
                        callbackCase().set("gateway_waiting", "camunda:asyncBefore", "true"),
                        "gateway_waiting",
                        Rule.WAIT),
                Refusal.of(
                        "a task of somebody while the agent has it in hand",
                        callbackCase().onFlow("flow_handling", "task_more", USER_TASK),
                        "task_more",
                        Rule.CALL_TASK),
                Refusal.of(
                        "a step for later while the agent has it in hand",
                        callbackCase().set("task_callCustomer", "camunda:asyncBefore", "true"),
                        "task_callCustomer",
                        Rule.CALL_TASK),
                Refusal.of(
                        "a task beside the call that keeps the outcome",
                        callbackCase()
                                .append(
                                        "subprocess_handleCallback",
                                        "<bpmn:boundaryEvent id='timer_hint' attachedToRef='task_recordOutcome'"
                                                + " cancelActivity='false'>" + RefusedTimers.timer("PT2M")
                                                + "</bpmn:boundaryEvent>" + USER_TASK
                                                + flow("flow_hint", "timer_hint", "task_more")),
                        "task_more",
                        Rule.WAIT));
    }

    private static Stream<Refusal> steps() {
        return Stream.of(
                Refusal.of(
                        "resolving what nobody has in hand",
                        callbackCase()
                                .set("task_expireCallback", "camunda:delegateExpression", "#{resolveCallbackDelegate}"),
                        "task_expireCallback",
                        Rule.STEP_OUT_OF_PLACE),
                Refusal.of(
                        "resolving what is released",
                        callbackCase().leading("flow_released", "task_closeResolved"),
                        "task_closeResolved",
                        Rule.STEP_OUT_OF_PLACE),
                Refusal.of(
                        "expiring what an agent has in hand",
                        callbackCase().leading("flow_resolvedYes", "task_expireCallback"),
                        "task_expireCallback",
                        Rule.STEP_OUT_OF_PLACE),
                Refusal.of(
                        "telling the reception before anything is done",
                        callbackCase().leading("flow_resolvedYes", "end_resolved"),
                        "end_resolved",
                        Rule.STEP_OUT_OF_PLACE),
                Refusal.of(
                        "a step of the other process",
                        callbackCase().set("task_closeResolved", "camunda:delegateExpression", "#{allocationDelegate}"),
                        "task_closeResolved",
                        Rule.STEP_OUT_OF_PLACE),
                Refusal.of(
                        "a case left in hand",
                        callbackCase().leading("flow_notHandled", "gateway_back"),
                        "flow_cancelledInHandYes",
                        Rule.VARIABLE_NOT_SET),
                Refusal.of(
                        "closing from a path beside the case",
                        callbackCase()
                                .append(
                                        "callbackCase",
                                        "<bpmn:boundaryEvent id='timer_hint' attachedToRef='subprocess_handleCallback'"
                                                + " cancelActivity='false'>" + RefusedTimers.timer("PT30M")
                                                + "</bpmn:boundaryEvent>"
                                                + flow("flow_hint", "timer_hint", "task_closeGivenUp")),
                        "task_closeGivenUp",
                        Rule.STEP_OUT_OF_PLACE),
                Refusal.of(
                        "two paths that both go on with it",
                        callbackCase()
                                .onFlow("flow_handled", "gateway_both", "<bpmn:parallelGateway id='gateway_both'/>")
                                .append("callbackCase", flow("flow_both", "gateway_both", "task_closeResolved")),
                        "gateway_both",
                        Rule.PATHS_AT_ONCE),
                Refusal.of(
                        "alternatives that are waited for together",
                        callbackCase()
                                .with(
                                        "<bpmn:exclusiveGateway id=\"gateway_saved\"",
                                        "<bpmn:parallelGateway id=\"gateway_saved\"")
                                .withAll(
                                        "(?s)(<bpmn:parallelGateway id=\"gateway_saved\".*?</bpmn:)exclusiveGateway",
                                        "$1parallelGateway"),
                        "gateway_saved",
                        Rule.JOIN));
    }
}
