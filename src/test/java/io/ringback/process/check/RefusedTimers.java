package io.ringback.process.check;

import static io.ringback.process.check.EditedModel.callbackCase;
import static io.ringback.process.check.EditedModel.flow;

import io.ringback.process.check.rule.Rule;
import java.util.stream.Stream;

/** Times that the engine would not understand, and loops that never wait. */
public final class RefusedTimers {

    private RefusedTimers() {}

    static Stream<Refusal> all() {
        return Stream.of(texts(), variables(), loops()).flatMap(rows -> rows);
    }

    private static Stream<Refusal> texts() {
        return Stream.of(
                duration("an empty timer", "", Rule.TIMER),
                duration("a wordy timer", "in ten minutes", Rule.TIMER),
                duration("minutes without T", "P10X", Rule.TIMER),
                duration("a duration below zero", "-PT5M", Rule.TIMER),
                duration("a duration of nothing", "PT", Rule.TIMER),
                duration("weeks, which the engine does not know", "P2W", Rule.TIMER),
                duration("a repeated duration", "R/PT10M", Rule.TIMER),
                duration("a duration of a million years", "P1000000Y", Rule.TIMER),
                duration("FEEL", "= duration(\"PT5M\")", Rule.TIMER),
                duration("a date as duration", "2027-01-31T09:00:00Z", Rule.TIMER),
                date("a date without zone", "2027-01-31T09:00:00", Rule.TIMER),
                date("a date without time", "2027-01-31", Rule.TIMER),
                date("a day that there is not", "2027-02-30T09:00:00Z", Rule.TIMER),
                date("a date of people", "31.1.2027 9:00", Rule.TIMER),
                Refusal.of(
                        "a timer without time",
                        callbackCase()
                                .with(
                                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">#{autoStopAt}</bpmn:timeDate>",
                                        ""),
                        "timer_noCallMade",
                        Rule.TIMER),
                Refusal.of(
                        "a cycle",
                        callbackCase()
                                .with(">#{autoStopAt}</bpmn:timeDate>", ">R3/PT5M</bpmn:timeCycle>")
                                .withAll("<bpmn:timeDate([^>]*>R3)", "<bpmn:timeCycle$1"),
                        "timer_noCallMade",
                        Rule.REPEATED_TIMER),
                Refusal.of(
                        "a wordy due date of a task",
                        callbackCase().set("task_callCustomer", "camunda:dueDate", "tomorrow"),
                        "task_callCustomer",
                        Rule.TIMER),
                Refusal.of(
                        "repeating a failed step a billion times",
                        callbackCase()
                                .append(
                                        "task_expireCallback",
                                        "<bpmn:extensionElements>"
                                                + "<camunda:failedJobRetryTimeCycle>R1000000000/PT0S</camunda:failedJobRetryTimeCycle>"
                                                + "</bpmn:extensionElements>"),
                        "task_expireCallback",
                        Rule.TIMER));
    }

    private static Stream<Refusal> variables() {
        return Stream.of(
                variable("an unknown variable", "#{expiresAt}", "#{expireAt}", "timer_expired", Rule.UNKNOWN_VARIABLE),
                variable("a variable that is no time", "#{expiresAt}", "#{agentId}", "timer_expired", Rule.TIMER),
                variable(
                        "a comparison as time",
                        "#{autoStopAt}",
                        "#{autoStopAt == null}",
                        "timer_noCallMade",
                        Rule.TIMER),
                variable(
                        "a time that is set later",
                        "#{autoStopAt}",
                        "#{closesAt}",
                        "timer_noCallMade",
                        Rule.VARIABLE_NOT_SET),
                variable(
                        "a time that is not set at the start",
                        "#{dueAt}",
                        "#{eligibleAt}",
                        "timer_due",
                        Rule.VARIABLE_NOT_SET),
                variable(
                        "a time of a call before it",
                        "#{eligibleAt}",
                        "#{callEndsBy}",
                        "timer_eligible",
                        Rule.VARIABLE_NOT_SET));
    }

    private static Stream<Refusal> loops() {
        return Stream.of(
                Refusal.of(
                        "a loop of manual tasks",
                        callbackCase()
                                .onFlow(
                                        "flow_resolvedNo",
                                        "gateway_again",
                                        "<bpmn:exclusiveGateway id='gateway_again'/>")
                                .onFlow("flow_from_gateway_again", "task_think", "<bpmn:manualTask id='task_think'/>")
                                .onFlow(
                                        "flow_from_task_think",
                                        "gateway_enough",
                                        "<bpmn:exclusiveGateway id='gateway_enough' default='flow_from_gateway_enough'/>")
                                .append("callbackCase", again("gateway_enough", "gateway_again")),
                        "gateway_again",
                        Rule.LOOP),
                Refusal.of("a loop of a timer that is over at once", loopOfTimer("PT0S"), "gateway_again", Rule.LOOP),
                Refusal.of("a loop of seconds", loopOfTimer("PT1S"), "gateway_again", Rule.LOOP),
                Refusal.of(
                        "a loop of a time that has passed",
                        callbackCase().leading("flow_expiredWaiting", "task_offerCallback"),
                        "task_offerCallback",
                        Rule.LOOP),
                Refusal.of(
                        "a loop through the edge of a task",
                        callbackCase()
                                .onFlow("flow_resolved", "gateway_again", "<bpmn:exclusiveGateway id='gateway_again'/>")
                                .onFlow("flow_from_gateway_again", "task_file", "<bpmn:userTask id='task_file'/>")
                                .append(
                                        "callbackCase",
                                        "<bpmn:boundaryEvent id='timer_file' attachedToRef='task_file'>" + timer("PT0S")
                                                + "</bpmn:boundaryEvent>"
                                                + flow("flow_again", "timer_file", "gateway_again")),
                        "gateway_again",
                        Rule.LOOP),
                Refusal.of(
                        "a loop through a subprocess",
                        callbackCase()
                                .onFlow(
                                        "flow_resolvedNo",
                                        "gateway_again",
                                        "<bpmn:exclusiveGateway id='gateway_again'/>")
                                .onFlow(
                                        "flow_from_gateway_again",
                                        "subprocess_think",
                                        "<bpmn:subProcess id='subprocess_think'>"
                                                + "<bpmn:startEvent id='start_think'/><bpmn:endEvent id='end_think'/>"
                                                + flow("flow_think", "start_think", "end_think") + "</bpmn:subProcess>")
                                .onFlow(
                                        "flow_from_subprocess_think",
                                        "gateway_enough",
                                        "<bpmn:exclusiveGateway id='gateway_enough' default='flow_from_gateway_enough'/>")
                                .append("callbackCase", again("gateway_enough", "gateway_again")),
                        "gateway_again",
                        Rule.LOOP),
                Refusal.of(
                        "links from page to page",
                        callbackCase()
                                .append(
                                        "callbackCase",
                                        "<bpmn:intermediateThrowEvent id='event_link'>"
                                                + "<bpmn:linkEventDefinition id='link' name='again'/></bpmn:intermediateThrowEvent>"),
                        "link",
                        Rule.ELEMENT),
                Refusal.of(
                        "a call of the process itself",
                        callbackCase()
                                .onFlow(
                                        "flow_resolvedNo",
                                        "task_again",
                                        "<bpmn:callActivity id='task_again' calledElement='callbackCase'/>"),
                        "task_again",
                        Rule.CALL),
                Refusal.of(
                        "a task for each of many",
                        callbackCase()
                                .append(
                                        "task_markOverdue",
                                        "<bpmn:multiInstanceLoopCharacteristics id='many'>"
                                                + "<bpmn:loopCardinality>1000000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"),
                        "many",
                        Rule.ELEMENT));
    }

    private static EditedModel loopOfTimer(String duration) {
        return callbackCase()
                .onFlow("flow_relatedNo", "gateway_again", "<bpmn:exclusiveGateway id='gateway_again'/>")
                .onFlow(
                        "flow_from_gateway_again",
                        "timer_again",
                        "<bpmn:intermediateCatchEvent id='timer_again'>" + timer(duration)
                                + "</bpmn:intermediateCatchEvent>")
                .onFlow(
                        "flow_from_timer_again",
                        "gateway_enough",
                        "<bpmn:exclusiveGateway id='gateway_enough' default='flow_from_gateway_enough'/>")
                .append("callbackCase", again("gateway_enough", "gateway_again"));
    }

    public static String timer(String duration) {
        return ("<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>%s</bpmn:timeDuration>"
                        + "</bpmn:timerEventDefinition>")
                .formatted(duration);
    }

    private static String again(String from, String to) {
        return ("<bpmn:sequenceFlow id='flow_again' sourceRef='%s' targetRef='%s'><bpmn:conditionExpression"
                        + " xsi:type='bpmn:tFormalExpression'>#{expiresAt != null}</bpmn:conditionExpression></bpmn:sequenceFlow>")
                .formatted(from, to);
    }

    private static Refusal duration(String name, String text, Rule rule) {
        var model = callbackCase()
                .with(">#{autoStopAt}</bpmn:timeDate>", ">" + text + "</bpmn:timeDuration>")
                .withAll("<bpmn:timeDate([^>]*>[^<]*</bpmn:timeDuration>)", "<bpmn:timeDuration$1");
        return Refusal.of(name, model, "timer_noCallMade", rule);
    }

    private static Refusal date(String name, String text, Rule rule) {
        return Refusal.of(name, callbackCase().with("#{autoStopAt}", text), "timer_noCallMade", rule);
    }

    private static Refusal variable(String name, String shipped, String edited, String element, Rule rule) {
        return Refusal.of(name + " as time", callbackCase().with(shipped, edited), element, rule);
    }
}
