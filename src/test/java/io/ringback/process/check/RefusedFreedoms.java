package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.callbackCase;

import io.ringback.process.CallingProcesses;
import io.ringback.process.check.rule.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Steps that tell other programs what they must not, calls of what cannot be called, and waits that nobody offers after. */
final class RefusedFreedoms {

    private static final String TYPE = "<camunda:field name='eventType' stringValue='shop_informed'/>";
    private static final String TEXT = "<camunda:field name='text' stringValue='Come by'/>";

    private RefusedFreedoms() {}

    static Stream<Refusal> all() {
        return Stream.of(notices(), calls(), pauses()).flatMap(rows -> rows);
    }

    private static Stream<Refusal> notices() {
        return Stream.of(
                telling("a notice without a type", TEXT, Rule.FIELD),
                telling("a notice without a text", TYPE, Rule.FIELD),
                telling("a type in capitals", field("eventType", "ShopInformed") + TEXT, Rule.FIELD),
                telling("a type that is computed", field("eventType", "#{agentId}") + TEXT, Rule.FIELD),
                telling("a text of two variables", TYPE + field("text", "#{dueAt} #{expiresAt}"), Rule.EXPRESSION),
                telling("a comparison as a text", TYPE + field("text", "#{agentId == null}"), Rule.FIELD),
                telling("a text that is too long", TYPE + field("text", "x".repeat(501)), Rule.FIELD),
                telling("a text by a script", TYPE + field("text", "${''.getClass()}"), Rule.EXPRESSION),
                telling("a field of another name", TYPE + TEXT + field("command", "ls"), Rule.ELEMENT),
                Refusal.of(
                        "a reason that somebody has written",
                        callbackCase()
                                .onFlow("flow_cancelRequested", "task_tell", step(TYPE + field("text", "#{reason}"))),
                        "task_tell",
                        Rule.FIELD),
                Refusal.of(
                        "a notice by a listener",
                        callbackCase()
                                .prepend(
                                        "task_offerCallback",
                                        RefusedListeners.listener("executionListener", "start", "notifyDelegate")),
                        "task_offerCallback",
                        Rule.LISTENER),
                Refusal.of(
                        "fields of another step",
                        callbackCase()
                                .prepend(
                                        "task_offerCallback",
                                        "<bpmn:extensionElements>" + TYPE + "</bpmn:extensionElements>"),
                        "task_offerCallback",
                        Rule.ELEMENT));
    }

    private static Stream<Refusal> calls() {
        return Stream.of(
                calling("a call of what is not there", CallingProcesses.calling("noSuchProcess")),
                calling("a call of what the server begins", CallingProcesses.calling("agentReception")),
                calling("a call of nothing", CallingProcesses.calling("")),
                calling("a call of a name that is computed", CallingProcesses.calling("#{reason}")),
                Refusal.of(
                        "a call where the agent waits for the answer",
                        callbackCase()
                                .onFlow(
                                        "flow_resolvedNo",
                                        "call_escalate",
                                        "<bpmn:callActivity id='call_escalate' calledElement='escalation'/>"),
                        "call_escalate",
                        Rule.WAIT),
                called(
                        "a called process that closes the case",
                        "<bpmn:serviceTask id='task_wrong' camunda:delegateExpression='#{resolveCallbackDelegate}'/>"
                                + EditedModel.flow("flow_wrong", "start_escalation", "task_wrong")),
                called(
                        "a called process that waits for a message of the case",
                        "<bpmn:receiveTask id='task_wrong' messageRef='message_wrong'/>"
                                + EditedModel.flow("flow_wrong", "start_escalation", "task_wrong")),
                called(
                        "a called process that calls itself",
                        "<bpmn:callActivity id='task_wrong' calledElement='escalation'/>"
                                + EditedModel.flow("flow_wrong", "start_escalation", "task_wrong")));
    }

    private static Stream<Refusal> pauses() {
        return Stream.of(Refusal.of(
                "a pause after which nobody is given the callback",
                callbackCase()
                        .onFlow("flow_backInLine", "timer_cool", RefusedEvents.pause())
                        .leading("flow_callableNow", "gateway_waiting"),
                "gateway_waiting",
                Rule.WAIT));
    }

    private static Refusal telling(String name, String fields, Rule rule) {
        return Refusal.of(
                name, callbackCase().onFlow("flow_markedOverdue", "task_tell", step(fields)), "task_tell", rule);
    }

    private static String step(String fields) {
        return "<bpmn:serviceTask id='task_tell' camunda:delegateExpression='#{notifyDelegate}'><bpmn:extensionElements>"
                + fields + "</bpmn:extensionElements></bpmn:serviceTask>";
    }

    private static String field(String name, String value) {
        return "<camunda:field name='%s'><camunda:string>%s</camunda:string></camunda:field>".formatted(name, value);
    }

    private static Refusal calling(String name, EditedModel model) {
        return Refusal.of(name, model, "call_escalate", name.endsWith("computed") ? Rule.EXPRESSION : Rule.CALL);
    }

    private static Refusal called(String name, String more) {
        var part = CallingProcesses.called(more)
                .with("</bpmn:process>", "</bpmn:process><bpmn:message id='message_wrong' name='message_callEnded'/>");
        return new Refusal(name, List.of(CallingProcesses.calling("escalation"), part), "task_wrong", Rule.CALL);
    }
}
