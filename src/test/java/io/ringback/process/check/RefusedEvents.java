package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.callbackCase;

import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.xml.SafeXml;
import java.util.stream.Stream;

/** Events of the contract that are moved, taken away, or changed in kind. */
final class RefusedEvents {

    private RefusedEvents() {}

    static Stream<Refusal> all() {
        return Stream.concat(messages(), timers());
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
