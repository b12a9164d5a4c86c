package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.flow;

import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import java.util.stream.Stream;

/** Events of the contract that are moved, taken away, or changed in kind. */
final class RefusedEvents {

    private RefusedEvents() {}

    static Stream<Refusal> all() {
        return Stream.of(messages(), timers(), inLine(), twice()).flatMap(rows -> rows);
    }

    private static Stream<Refusal> messages() {
        return Stream.of(
                Refusal.of(
                        "Released moved to a single task",
                        inside("event_released", "flow_released", "task_talkToCustomer"),
                        "event_released",
                        Rule.MESSAGE_NOT_CAUGHT),
                Refusal.of(
                        "Released that does not interrupt",
                        callbackCase().set("event_released", "cancelActivity", "false"),
                        "event_released",
                        Rule.INTERRUPTING),
                Refusal.of(
                        "Released taken away",
                        callbackCase().withoutElement("event_released").withoutElement("flow_released"),
                        "callbackCase",
                        Rule.MESSAGE_MISSING),
                Refusal.of(
                        "Cancel that does not interrupt",
                        callbackCase().set("event_cancelRequested", "isInterrupting", "false"),
                        "event_cancelRequested",
                        Rule.INTERRUPTING),
                Refusal.of(
                        "Related callback that interrupts",
                        callbackCase().set("event_relatedReceived", "isInterrupting", "true"),
                        "event_relatedReceived",
                        Rule.INTERRUPTING),
                Refusal.of(
                        "Cancel within the subprocess of the call only",
                        movedInto("subprocess_cancel", "subprocess_handleCallback"),
                        "event_cancelRequested",
                        Rule.MESSAGE_NOT_CAUGHT),
                Refusal.of(
                        "Call started on another task",
                        callbackCase().set("event_callStarted", "attachedToRef", "task_recordOutcome"),
                        "task_callCustomer",
                        Rule.MESSAGE_NOT_CAUGHT),
                Refusal.of(
                        "Call ended that does not interrupt",
                        callbackCase().set("event_callEnded", "cancelActivity", "false"),
                        "event_callEnded",
                        Rule.INTERRUPTING),
                Refusal.of(
                        "an event on nothing",
                        callbackCase().set("event_released", "attachedToRef", "subprocess_handle"),
                        "event_released",
                        Rule.REFERENCE),
                Refusal.of(
                        "a message that there is not",
                        callbackCase()
                                .withAll(
                                        "(<bpmn:messageEventDefinition )messageRef=\"message_callEnded\"",
                                        "$1messageRef=\"message_callOver\""),
                        "event_callEnded",
                        Rule.REFERENCE),
                Refusal.of(
                        "waiting for an agent in one place only",
                        callbackCase()
                                .edited(root -> SafeXml.descendants(
                                                EditedModel.byId(root, "event_allocated"),
                                                "*",
                                                "messageEventDefinition")
                                        .get(0)
                                        .setAttribute("messageRef", "message_callEnded")),
                        "gateway_waiting",
                        Rule.WAIT));
    }

    /** Agents are given what is in line at any time. */
    private static Stream<Refusal> inLine() {
        return Stream.of(
                Refusal.of(
                        "a pause behind the offer",
                        callbackCase().onFlow("flow_offered", "timer_cool", pause()),
                        "timer_cool",
                        Rule.WAIT),
                Refusal.of(
                        "a pause before it expires",
                        callbackCase().onFlow("flow_toExpire", "timer_cool", pause()),
                        "timer_cool",
                        Rule.WAIT),
                Refusal.of(
                        "a task of somebody before the offer",
                        callbackCase().onFlow("flow_toOffer", "task_look", "<bpmn:userTask id='task_look'/>"),
                        "task_look",
                        Rule.WAIT),
                Refusal.of(
                        "a task in line that goes on beside the allocated case",
                        callbackCase()
                                .onFlow("flow_toOffer", "task_look", "<bpmn:userTask id='task_look'/>")
                                .append(
                                        "callbackCase",
                                        "<bpmn:boundaryEvent id='event_given' attachedToRef='task_look' cancelActivity='false'>"
                                                + "<bpmn:messageEventDefinition messageRef='message_callbackAllocated'/>"
                                                + "</bpmn:boundaryEvent>"
                                                + flow("flow_given", "event_given", "gateway_inHand")),
                        "event_given",
                        Rule.INTERRUPTING),
                Refusal.of(
                        "a subprocess in line that something beside the case keeps open",
                        callbackCase().onFlow("flow_toOffer", "subprocess_look", """
                                <bpmn:subProcess id="subprocess_look"><bpmn:startEvent id="start_look"/>
                                <bpmn:parallelGateway id="gateway_look"/><bpmn:endEvent id="end_look"/>
                                <bpmn:userTask id="task_look"/>%s%s%s</bpmn:subProcess>""".formatted(
                                        flow("flow_look", "start_look", "gateway_look"),
                                        flow("flow_lookNot", "gateway_look", "end_look"),
                                        flow("flow_looking", "gateway_look", "task_look"))),
                        "task_look",
                        Rule.WAIT));
    }

    static String pause() {
        return "<bpmn:intermediateCatchEvent id='timer_cool'>" + RefusedTimers.timer("PT10M")
                + "</bpmn:intermediateCatchEvent>";
    }

    private static Stream<Refusal> twice() {
        return Stream.of(
                Refusal.of(
                        "Call started twice on a task",
                        callbackCase()
                                .append("subprocess_handleCallback", again("task_callCustomer", "callStarted", false)),
                        "event_again",
                        Rule.MESSAGE_CAUGHT_TWICE),
                Refusal.of(
                        "Released twice",
                        callbackCase().append("callbackCase", again("subprocess_handleCallback", "released", true)),
                        "event_again",
                        Rule.MESSAGE_CAUGHT_TWICE),
                Refusal.of(
                        "Released by a task and by the subprocess around it",
                        callbackCase()
                                .append("subprocess_handleCallback", again("task_callCustomer", "released", true)),
                        "event_released",
                        Rule.MESSAGE_CAUGHT_TWICE));
    }

    private static String again(String host, String message, boolean interrupts) {
        return "<bpmn:boundaryEvent id='event_again' attachedToRef='%s' cancelActivity='%s'><bpmn:messageEventDefinition"
                        .formatted(host, interrupts)
                + " messageRef='message_%s'/></bpmn:boundaryEvent><bpmn:endEvent id='end_again'/>".formatted(message)
                + flow("flow_again", "event_again", "end_again");
    }

    private static Stream<Refusal> timers() {
        return Stream.of(
                Refusal.of(
                        "no time limit before the call",
                        callbackCase().set("timer_noCallMade", "attachedToRef", "task_talkToCustomer"),
                        "task_callCustomer",
                        Rule.TIME_LIMIT),
                Refusal.of(
                        "a time limit that does not interrupt",
                        callbackCase().set("timer_windowLeftOpen", "cancelActivity", "false"),
                        "task_recordOutcome",
                        Rule.TIME_LIMIT),
                Refusal.of(
                        "no end of a call that nobody tells",
                        callbackCase().withoutElement("timer_callTooLong").withoutElement("flow_callTooLong"),
                        "task_talkToCustomer",
                        Rule.TIME_LIMIT),
                Refusal.of(
                        "no expiry while it waits",
                        callbackCase()
                                .withoutElement("timer_expired")
                                .withoutElement("flow_waitingUntil")
                                .withoutElement("flow_expiredWaiting"),
                        "gateway_waiting",
                        Rule.TIME_LIMIT),
                Refusal.of(
                        "Overdue that ends the case",
                        callbackCase().set("timer_due", "isInterrupting", "true"),
                        "end_markedOverdue",
                        Rule.END),
                Refusal.of(
                        "nothing marks it overdue",
                        callbackCase().set("task_markOverdue", "camunda:delegateExpression", "#{linkRelatedDelegate}"),
                        "callbackCase",
                        Rule.STEP_MISSING));
    }

    private static EditedModel inside(String event, String flow, String task) {
        return callbackCase().edited(root -> {
            var moved = EditedModel.byId(root, event);
            EditedModel.byId(root, "subprocess_handleCallback").appendChild(moved);
            moved.setAttribute("attachedToRef", task);
            var led = EditedModel.byId(root, flow);
            EditedModel.byId(root, "subprocess_handleCallback").appendChild(led);
            led.setAttribute("targetRef", "end_notCalled");
        });
    }

    private static EditedModel movedInto(String part, String scope) {
        return callbackCase().edited(root -> EditedModel.byId(root, scope).appendChild(EditedModel.byId(root, part)));
    }
}
